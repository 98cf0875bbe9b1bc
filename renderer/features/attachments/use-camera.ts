import { useCallback, useEffect, useState } from 'react';
import type { DeskFault } from '#shared/ipc/result.ts';
import { closeCamera, listCameras, openCamera, type Camera } from './camera.ts';

/** Whoever chose the document camera does not choose it anew for every page, until the program ends. */
let chosenLast: string | undefined;

export interface OpenCamera {
  readonly stream: MediaStream | null;
  readonly cameras: readonly Camera[];
  /** Which of them is open. */
  readonly open: string | undefined;
  readonly fault: DeskFault | null;
  readonly choose: (id: string) => void;
  readonly retry: () => void;
}

const idOf = (stream: MediaStream): string | undefined => stream.getVideoTracks()[0]?.getSettings().deviceId;

/** A camera that is on for as long as this is looked at, and off again whatever happens. */
export function useCamera(): OpenCamera {
  const [wanted, setWanted] = useState<{ readonly id: string | undefined }>({ id: chosenLast });
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [cameras, setCameras] = useState<readonly Camera[]>([]);
  const [fault, setFault] = useState<DeskFault | null>(null);

  const look = useCallback(async (isLeft: () => boolean): Promise<void> => {
    const found = await listCameras();
    if (!isLeft()) setCameras(found);
  }, []);

  useEffect(() => {
    const left = new AbortController();
    const isLeft = (): boolean => left.signal.aborted;
    let opened: MediaStream | undefined;
    const begin = async (): Promise<void> => {
      const known = await listCameras();
      // What was chosen last may have been pulled out since.
      const id = known.some(camera => camera.id === wanted.id) ? wanted.id : undefined;
      const begun = await openCamera(id);
      if (!begun.ok) {
        if (!isLeft()) setFault(begun.error);
        return;
      }
      opened = begun.value;
      if (isLeft()) {
        closeCamera(opened);
        return;
      }
      opened.getVideoTracks()[0]?.addEventListener('ended', () => {
        if (isLeft()) return;
        setStream(null);
        setFault({ code: 'attachments/no-camera' });
      });
      setStream(opened);
      await look(isLeft);
    };
    const change = (): void => void look(isLeft);
    navigator.mediaDevices.addEventListener('devicechange', change);
    void begin();
    return () => {
      left.abort();
      navigator.mediaDevices.removeEventListener('devicechange', change);
      if (opened) closeCamera(opened);
      setStream(null);
    };
  }, [wanted, look]);

  return {
    stream,
    cameras,
    open: stream ? idOf(stream) : undefined,
    fault,
    choose: id => {
      chosenLast = id;
      setFault(null);
      setWanted({ id });
    },
    retry: () => {
      setFault(null);
      setWanted({ id: chosenLast });
    },
  };
}

import { useEffect, useRef, useState } from 'react';
import { newAttachmentId, type CaseId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useHoldOpen } from '#renderer/db/live/hold-open.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';
import { sendFile, type Arrived } from './attachment.sender.ts';

export interface NamedFile {
  readonly file: Blob;
  readonly name: string;
}

export interface ArrivalProgress {
  readonly name: string;
  /** From 1. */
  readonly at: number;
  readonly count: number;
  readonly done: number;
  readonly total: number;
}

export interface NotTaken {
  readonly name: string;
  readonly fault: AnyFault;
}

export interface TakesIn {
  readonly progress: ArrivalProgress | null;
  readonly notTaken: readonly NotTaken[];
  /** How many were left when somebody said stop. */
  readonly left: number;
  readonly take: (files: readonly NamedFile[]) => void;
  readonly cancel: () => void;
  readonly forget: () => void;
}

/** An event says whose the file is; only then are the parts it came in let go. */
export async function attach(
  desk: Pick<Desk, 'api' | 'submitCase' | 'ids'>,
  id: CaseId,
  name: string,
  { upload, ...kept }: Arrived,
): Promise<Result<unknown, AnyFault>> {
  const attachment = newAttachmentId(desk.ids);
  const done = await desk.submitCase(id, { type: 'add-attachment', attachment, name, ...kept });
  // A recording that no event speaks of is offered again; of a file somebody still has the original.
  if (done.ok || kept.recorded !== true || done.error.code === 'case/attachment-there')
    await desk.api.attachments.drop({ upload });
  return done;
}

/** Whose the files are that are handed in. */
export interface Receiver {
  /** The case, or the draft of one. */
  readonly owner: string;
  readonly receive: (name: string, arrived: Arrived) => Promise<Result<unknown, AnyFault>>;
}

/** Files handed in, one after the other, whatever else is handed in meanwhile. */
export function useArrivals({ owner, receive }: Receiver): TakesIn {
  const desk = useDesk();
  const waiting = useRef<NamedFile[]>([]);
  const stop = useRef<AbortController | null>(null);
  const [progress, setProgress] = useState<ArrivalProgress | null>(null);
  useHoldOpen(progress !== null);
  const [notTaken, setNotTaken] = useState<readonly NotTaken[]>([]);
  const [left, setLeft] = useState(0);
  // Whoever goes to another page has handed the files in all the same: they are taken to the end.
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  const tell = (change: () => void): void => {
    if (here.current) change();
  };

  const work = async (signal: AbortSignal): Promise<void> => {
    let at = 0;
    for (let next = waiting.current.shift(); next; next = waiting.current.shift()) {
      at += 1;
      const { file, name } = next;
      const shown = { name, at, count: at + waiting.current.length, total: file.size };
      tell(() => setProgress({ ...shown, done: 0 }));
      const sent = await sendFile(desk.api, file, {
        ...{ owner, name, signal },
        onProgress: done => tell(() => setProgress({ ...shown, count: at + waiting.current.length, done })),
      });
      if (sent.ok && sent.value === null) {
        tell(() => setLeft(waiting.current.length + 1));
        waiting.current = [];
        break;
      }
      const done = sent.ok && sent.value ? await receive(name, sent.value) : sent;
      if (!done.ok) tell(() => setNotTaken(before => [...before, { name, fault: done.error }]));
    }
    stop.current = null;
    tell(() => setProgress(null));
  };

  return {
    progress,
    notTaken,
    left,
    take: files => {
      waiting.current.push(...files);
      setLeft(0);
      if (stop.current !== null || files.length === 0) return;
      stop.current = new AbortController();
      void work(stop.current.signal);
    },
    cancel: () => stop.current?.abort(),
    forget: () => {
      setNotTaken([]);
      setLeft(0);
    },
  };
}

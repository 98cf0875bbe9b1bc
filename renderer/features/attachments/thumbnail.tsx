import { IconFileText, IconMicrophone, IconPhoto } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { AttachmentState } from '#shared/case/case.state.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { readAttachment } from './attachment.reader.ts';
import { withTiffReader } from './tiff-apart.ts';

/** Twice what is shown, for screens with small points. */
const HEIGHT = 112;
/** Of a page that lies or stands. */
const LONGEST_SMALL = 160;

/** One photo after the other: whole they are large, and only one lies in memory. */
let last: Promise<void> = Promise.resolve();

async function smallTiff(file: Blob, signal: AbortSignal): Promise<Blob | undefined> {
  const drawn = await withTiffReader(signal, reader => reader.drawTiff(file, 1, LONGEST_SMALL));
  return drawn instanceof Blob ? drawn : undefined;
}

async function smallPicture(file: Blob): Promise<Blob | undefined> {
  try {
    const bitmap = await createImageBitmap(file, {
      ...{ imageOrientation: 'from-image', resizeQuality: 'medium' },
      resizeHeight: HEIGHT,
    });
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    bitmap.close();
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
  } catch {
    return undefined; // The browser does not draw it: its sign stands for it.
  }
}

function useSmallPicture({ sha256, media, kind }: AttachmentState): string | undefined {
  const { api } = useDesk();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (kind !== 'photo') return undefined;
    const left = new AbortController();
    const isLeft = (): boolean => left.signal.aborted;
    let made: string | undefined;
    const draw = async (): Promise<void> => {
      if (isLeft()) return;
      const file = await readAttachment(api, { sha256, media }, left.signal);
      if (!file.ok || isLeft()) return;
      const isTiff = media === 'image/tiff';
      const small = await (isTiff ? smallTiff(file.value, left.signal) : smallPicture(file.value));
      if (!small || isLeft()) return;
      made = URL.createObjectURL(small);
      setAddress(made);
    };
    last = last.then(draw);
    return () => {
      left.abort();
      if (made !== undefined) URL.revokeObjectURL(made);
      setAddress(undefined);
    };
  }, [api, sha256, media, kind]);
  return address;
}

const SIGNS = { photo: IconPhoto, document: IconFileText, audio: IconMicrophone } as const;

/** What a file looks like, for the eye alone: its name stands beside it. */
export function Thumbnail({ attachment }: { readonly attachment: AttachmentState }): ReactNode {
  const address = useSmallPicture(attachment);
  const Sign = SIGNS[attachment.kind];
  return (
    <span className="attach-thumb" aria-hidden>
      {address === undefined ? <Sign size={28} /> : <img src={address} alt="" />}
    </span>
  );
}

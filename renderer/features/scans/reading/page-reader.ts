import workerUrl from './scan.worker.ts?worker&url';
import { openOwnWorker } from '#renderer/ui/worker/own-worker.ts';
import type { DrawnTiff, ReadAnswer, ReadPage, ReadQuestion } from './reading.types.ts';

/** Reads pages one after the other in a worker of its own. */
export interface PageReader {
  /** null where it is no picture that can be drawn. Throws where reading itself broke. */
  readonly read: (picture: Blob | ImageBitmap, tiffPage?: number) => Promise<ReadPage | null>;
  /** null where it is no TIFF, or a damaged one. */
  readonly countTiff: (file: Blob) => Promise<number | null>;
  /** One page, from 1, to be looked at; rejected where the reader is closed meanwhile. */
  readonly drawTiff: (file: Blob, page: number, longest: number) => Promise<DrawnTiff>;
  readonly close: () => void;
}

interface Waiting {
  readonly resolve: (answer: ReadAnswer) => void;
  readonly reject: (cause: Error) => void;
}

/** A worker of the program's own origin, the only place of the window where WebAssembly may run. */
export function openPageReader(): PageReader {
  const worker = openOwnWorker(workerUrl);
  const waiting = new Map<number, Waiting>();
  let next = 1;
  worker.onmessage = ({ data }: MessageEvent<ReadAnswer>) => {
    waiting.get(data.id)?.resolve(data);
    waiting.delete(data.id);
  };
  worker.onerror = () => {
    for (const { reject } of waiting.values()) reject(new Error('the reader of pages broke'));
    waiting.clear();
  };
  const ask = (question: (id: number) => ReadQuestion, transfer: Transferable[] = []): Promise<ReadAnswer> =>
    new Promise((resolve, reject) => {
      const asked = question(next++);
      waiting.set(asked.id, { resolve, reject });
      worker.postMessage(asked, transfer);
    });
  return {
    read: async (picture, tiffPage) => {
      const transfer = picture instanceof ImageBitmap ? [picture] : [];
      const answer = await ask(id => ({ id, picture, tiffPage }), transfer);
      return 'page' in answer ? answer.page : null;
    },
    countTiff: async file => {
      const answer = await ask(id => ({ id, tiff: file }));
      return 'pages' in answer ? answer.pages : null;
    },
    drawTiff: async (look, page, longest) => {
      const answer = await ask(id => ({ id, look, page, longest }));
      return 'drawn' in answer ? answer.drawn : 'cannot';
    },
    close: () => {
      worker.terminate();
      for (const { reject } of waiting.values()) reject(new Error('the reader of pages was closed'));
      waiting.clear();
    },
  };
}

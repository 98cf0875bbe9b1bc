import workerUrl from './scan.worker.ts?worker&url';
import { openOwnWorker } from '#renderer/ui/worker/own-worker.ts';
import type { ReadAnswer, ReadPage, ReadQuestion } from './reading.types.ts';

/** Reads pages one after the other in a worker of its own. */
export interface PageReader {
  /** null where it is no picture that can be drawn. Throws where reading itself broke. */
  readonly read: (picture: Blob | ImageBitmap) => Promise<ReadPage | null>;
  readonly close: () => void;
}

interface Waiting {
  readonly resolve: (page: ReadPage | null) => void;
  readonly reject: (cause: Error) => void;
}

/** A worker of the program's own origin, the only place of the window where WebAssembly may run. */
export function openPageReader(): PageReader {
  const worker = openOwnWorker(workerUrl);
  const waiting = new Map<number, Waiting>();
  let next = 1;
  worker.onmessage = ({ data }: MessageEvent<ReadAnswer>) => {
    waiting.get(data.id)?.resolve(data.page);
    waiting.delete(data.id);
  };
  worker.onerror = () => {
    for (const { reject } of waiting.values()) reject(new Error('the reader of pages broke'));
    waiting.clear();
  };
  return {
    read: picture =>
      new Promise((resolve, reject) => {
        const question: ReadQuestion = { id: next++, picture };
        waiting.set(question.id, { resolve, reject });
        worker.postMessage(question, picture instanceof ImageBitmap ? [picture] : []);
      }),
    close: () => {
      worker.terminate();
      for (const { reject } of waiting.values()) reject(new Error('the reader of pages was closed'));
      waiting.clear();
    },
  };
}

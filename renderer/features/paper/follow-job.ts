import type { Reply } from '#shared/ipc/result.ts';
import { isOver, type PrintProgress } from '#shared/printing/print-progress.ts';

export interface FollowDeps {
  readonly progress: (job: string) => Promise<Reply<PrintProgress>>;
  /** Between two questions. */
  readonly pause: () => Promise<void>;
  readonly onProgress: (progress: PrintProgress) => void;
}

/** Asks how far a job is until nothing more happens to it by itself; a shell that does not say does not know. */
export async function followJob(job: string, deps: FollowDeps): Promise<PrintProgress> {
  for (;;) {
    const reply = await deps.progress(job);
    const progress: PrintProgress = reply.ok ? reply.value : { kind: 'unknown' };
    deps.onProgress(progress);
    if (isOver(progress)) return progress;
    await deps.pause();
  }
}

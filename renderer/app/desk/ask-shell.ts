import { err } from '#shared/core/result.ts';
import type { Reply } from '#shared/ipc/result.ts';

/** The shell is gone, or broke on the question: no answer is an answer like any other here. */
export async function askShell<T>(question: () => Promise<Reply<T>>): Promise<Reply<T>> {
  try {
    return await question();
  } catch {
    // What it says may quote what was sent: the code is all that goes on.
    return err({ code: 'desk/no-answer' });
  }
}

import { Worker } from 'node:worker_threads';

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * A thread that answers one question after the other, in their order. Begun with the text of what it does: the program
 * runs bundled, from its sources and under test, and no one address of a file is right in all three. It holds no
 * process back from ending unless somebody waits for an answer.
 */
export class WorkThread<Question, Answer> {
  private readonly worker: Worker;
  private readonly waiting: Waiting<Answer>[] = [];
  private ended: Error | undefined;

  constructor(work: string, name: string) {
    this.worker = new Worker(work, { eval: true, execArgv: [], name });
    this.worker.on('message', (answer: Answer) => {
      this.waiting.shift()?.resolve(answer);
      if (this.waiting.length === 0) this.worker.unref();
    });
    this.worker.on('error', cause => this.fail(cause));
    this.worker.on('exit', code => this.fail(new Error(`the thread "${name}" ended with ${code}`)));
    this.worker.unref();
  }

  get isRunning(): boolean {
    return this.ended === undefined;
  }

  /** For what the thread does not answer. */
  tell(question: Question): void {
    this.worker.postMessage(question);
  }

  ask(question: Question): Promise<Answer> {
    const answer = new Promise<Answer>((resolve, reject) => {
      // A thread that has ended never answers.
      if (this.ended) reject(this.ended);
      else this.waiting.push({ resolve, reject });
    });
    // Whoever awaits it hears of the failure; one who gave up meanwhile has no use for it.
    answer.catch(() => undefined);
    if (this.ended) return answer;
    this.worker.ref();
    this.tell(question);
    return answer;
  }

  private fail(cause: Error): void {
    this.ended ??= cause;
    for (const { reject } of this.waiting.splice(0)) reject(cause);
  }
}

/** The one thread of a kind in this process; begun when first needed, and again where it has ended. */
export function oneThread<Thread extends { readonly isRunning: boolean }>(begin: () => Thread): () => Thread {
  let running: Thread | undefined;
  return () => {
    if (!running?.isRunning) running = begin();
    return running;
  };
}

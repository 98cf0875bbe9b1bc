import type { LeftJobAnswer } from '#shared/ipc/answers.ts';
import type { DeskApi } from '#shared/ipc/desk-api.ts';
import type { PrintProgress } from '#shared/printing/print-progress.ts';

/** A job of which nobody has said what became of it. */
export interface OpenJob extends LeftJobAnswer {
  /** What the system said when it was asked last; undefined before. */
  readonly said: PrintProgress | undefined;
}

/** What the shell remembers of jobs that are not settled; those somebody follows already are not told. */
export interface OpenJobs {
  readonly list: () => readonly OpenJob[];
  readonly subscribe: (listener: () => void) => () => void;
  readonly refresh: () => Promise<void>;
  /** Runs while a job is followed. */
  readonly during: <T>(job: string, following: Promise<T>) => Promise<T>;
  readonly say: (job: string, said: PrintProgress) => void;
  /** Its print is written down, or there was none. */
  readonly settle: (job: string) => Promise<void>;
}

function makeOpenJobs(api: Pick<DeskApi, 'papers'>): OpenJobs {
  const listeners = new Set<() => void>();
  const followed = new Set<string>();
  const said = new Map<string, PrintProgress>();
  let remembered: readonly LeftJobAnswer[] = [];
  let shown: readonly OpenJob[] = [];

  const tell = (): void => {
    shown = remembered
      .filter(({ job }) => !followed.has(job))
      .map(each => ({ ...each, said: said.get(each.job) }));
    for (const listener of listeners) listener();
  };
  const refresh = async (): Promise<void> => {
    const reply = await api.papers.left();
    // Locked or without an answer: what was known is not shown to whoever comes next.
    remembered = reply.ok ? reply.value : [];
    tell();
  };
  return {
    list: () => shown,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh,
    during: async (job, following) => {
      followed.add(job);
      tell();
      try {
        return await following;
      } finally {
        followed.delete(job);
        // Not waited for: whoever waits for the print has read what became of it, and may begin the next one.
        void refresh();
      }
    },
    say: (job, progress) => {
      said.set(job, progress);
      tell();
    },
    settle: async job => {
      await api.papers.settle({ job });
      remembered = remembered.filter(each => each.job !== job);
      said.delete(job);
      tell();
    },
  };
}

const ofShell = new WeakMap<object, OpenJobs>();

/** One for each shell, as with the outcomes: pages come and go while jobs are followed. */
export function openJobs(api: Pick<DeskApi, 'papers'>): OpenJobs {
  const kept = ofShell.get(api) ?? makeOpenJobs(api);
  ofShell.set(api, kept);
  return kept;
}

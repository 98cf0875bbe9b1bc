import { IDBFactory } from 'fake-indexeddb';
import { expectOk } from '#shared/core/result.ts';
import { countingIds } from '#shared/fixtures/community.ts';
import type { Desk, OpenState } from '#renderer/db/live/desk.types.ts';
import type { IndexedDb } from '#renderer/db/desk-database.ts';
import { FakeShell, PASSPHRASE } from '#renderer/db/testing/fake-shell.fixture.ts';
import { newIdb } from '#renderer/db/testing/store.fixture.ts';
import { createDesk } from './desk.ts';
import type { DeskEnvironment } from './environment.ts';

interface Timer {
  readonly atMs: number;
  readonly run: () => void;
}

/** The PC: a shell, an IndexedDB that outlives the window, and timers that run when the test says so. */
export class FakePc {
  readonly shell: FakeShell;
  idb: IndexedDb = newIdb();
  private readonly ids = countingIds();
  private readonly timers = new Set<Timer>();

  constructor(shell = new FakeShell()) {
    this.shell = shell;
  }

  /** A window of the program; another one over the same PC is the program after a crash. */
  newDesk(): Desk {
    return createDesk(this.shell.api, this.environment);
  }

  async openDesk(): Promise<Desk> {
    const desk = this.newDesk();
    await desk.start();
    expectOk(await desk.unlock(this.shell.chain.person, PASSPHRASE));
    return desk;
  }

  /** Chromium lost its database. */
  wipe(): void {
    this.idb = { ...this.idb, indexedDB: new IDBFactory() };
  }

  pass(ms: number): void {
    this.shell.nowMs += ms;
    for (const timer of [...this.timers].sort((a, b) => a.atMs - b.atMs))
      if (timer.atMs <= this.shell.nowMs && this.timers.delete(timer)) timer.run();
  }

  get waiting(): number {
    return this.timers.size;
  }

  private get environment(): DeskEnvironment {
    return {
      nowMs: () => this.shell.nowMs,
      randomBytes: this.ids.randomBytes,
      idb: this.idb,
      after: (ms, run) => {
        const timer = { atMs: this.shell.nowMs + ms, run };
        this.timers.add(timer);
        return () => {
          this.timers.delete(timer);
        };
      },
    };
  }
}

export function openStateOf(desk: Desk): OpenState {
  const state = desk.getState();
  if (state.phase !== 'open') throw new Error(`the desk is ${state.phase}`);
  return state;
}

/** Lets everything that waits for nothing but IndexedDB and the shell come to its end. */
export async function settle(until: () => boolean): Promise<void> {
  // Only against what never comes: a busy machine needs many turns.
  for (const end = Date.now() + 20_000; Date.now() < end && !until();)
    await new Promise(resolve => {
      setImmediate(resolve);
    });
  if (!until()) throw new Error('it never came to that');
}

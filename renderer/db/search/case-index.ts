import type { CaseState } from '#shared/case/case.state.ts';
import { findProcedure } from '#shared/case/find-procedure.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { msOf } from '#shared/core/instant.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { casePlaces } from '#shared/search/case.places.ts';
import { SearchIndex } from '#shared/search/search-index.ts';
import { FillOnce, type ReadStates } from '../projection/fill-once.ts';
import { spelling } from './readings.ts';

/** While it fills, whoever has looked for something is told anew after so many cases. */
const TELL_AFTER = 2000;
/** And how far it is after so many: fewer are read before anybody sees it. */
const SHOW_AFTER = 500;

/** How many of all cases have been read. */
export interface IndexProgress {
  readonly read: number;
  readonly all: number;
}

/**
 * What cases are found by, as the store has them: in memory only, filled in the background once it was unlocked, and
 * forgotten at the lock.
 */
export class CaseIndex {
  private readonly index = new SearchIndex<CaseId>(spelling);
  private readonly listeners = new Set<() => void>();
  private readonly filling = new FillOnce();
  private count = 0;
  private untold = 0;
  private all = 0;
  private read = 0;
  private shown: IndexProgress | undefined;

  /** Another number whenever something else may be found. */
  readonly version = (): number => this.count;

  /** undefined where there is nothing to wait for. */
  readonly progress = (): IndexProgress | undefined => this.shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** How many cases can be found by now. */
  get size(): number {
    return this.index.size;
  }

  get building(): boolean {
    return !this.filling.isFull;
  }

  /** Ids of what was found, the best first; undefined where too little was typed to look for. */
  search(typed: string): readonly CaseId[] | undefined {
    return this.index.search(typed);
  }

  /** Committed states. */
  keep(states: readonly CaseState[], procedures: readonly Procedure[]): void {
    if (!this.filling.isAsked) return;
    this.filling.note(states);
    this.put(states, procedures);
    this.tell();
  }

  /** So many cases are going to be read. */
  expect(all: number): void {
    this.all = all;
    this.read = 0;
  }

  async fill(read: ReadStates, procedures: readonly Procedure[]): Promise<void> {
    await this.filling.fill(
      read,
      states => {
        this.put(states, procedures);
        this.show(states.length);
        if (this.untold >= TELL_AFTER) this.tell();
      },
      () => this.clear(),
    );
    if (!this.filling.isFull) return;
    this.shown = undefined;
    this.tell();
  }

  clear(): void {
    this.index.clear();
    this.filling.reset();
    this.shown = undefined;
    this.tell();
  }

  private show(more: number): void {
    this.read += more;
    if (this.read < (this.shown?.read ?? 0) + SHOW_AFTER) return;
    this.shown = { read: this.read, all: Math.max(this.all, this.read) };
    for (const listener of this.listeners) listener();
  }

  private put(states: readonly CaseState[], procedures: readonly Procedure[]): void {
    for (const state of states) {
      if (state.withdrawn) {
        this.index.remove(state.id);
        continue;
      }
      const places = casePlaces(findProcedure(procedures, state.procedure), state);
      this.index.put({ id: state.id, places, at: msOf(state.receivedAt) });
      this.untold++;
    }
  }

  private tell(): void {
    this.untold = 0;
    this.count++;
    for (const listener of this.listeners) listener();
  }
}

import type { CaseState } from '#shared/case/case.state.ts';
import { findProcedure } from '#shared/case/find-procedure.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { msOf } from '#shared/core/instant.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { casePlaces } from '#shared/search/case.places.ts';
import { SearchIndex } from '#shared/search/search-index.ts';
import { FillOnce, type ReadStates } from '../projection/fill-once.ts';
import { spelling } from './readings.ts';

/** Whoever looks on is told at most so often while it fills. */
const TELL_AFTER = 2000;

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

  /** Another number whenever something else may be found. */
  readonly version = (): number => this.count;

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

  async fill(read: ReadStates, procedures: readonly Procedure[]): Promise<void> {
    await this.filling.fill(
      read,
      states => {
        this.put(states, procedures);
        if (this.untold >= TELL_AFTER) this.tell();
      },
      () => this.clear(),
    );
    if (this.filling.isFull) this.tell();
  }

  clear(): void {
    this.index.clear();
    this.filling.reset();
    this.tell();
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

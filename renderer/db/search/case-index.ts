import type { CaseState } from '#shared/case/case.state.ts';
import { findProcedure } from '#shared/case/find-procedure.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { msOf } from '#shared/core/instant.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { casePlaces } from '#shared/search/case.places.ts';
import { SearchIndex } from '#shared/search/search-index.ts';
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
  private asked: Promise<void> | undefined;
  private complete = false;
  private life = 0;
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
    return !this.complete;
  }

  /** Ids of what was found, the best first; undefined where too little was typed to look for. */
  search(typed: string): readonly CaseId[] | undefined {
    return this.index.search(typed);
  }

  /** Committed states. */
  keep(states: Iterable<CaseState>, procedures: readonly Procedure[]): void {
    if (this.asked === undefined) return;
    this.put(states, procedures);
    this.tell();
  }

  /** Fills it once; `read` hands over one portion after the other until there is none or nobody wants them. */
  fill(
    read: (take: (states: readonly CaseState[]) => boolean) => Promise<void>,
    procedures: readonly Procedure[],
  ): Promise<void> {
    const { life } = this;
    this.asked ??= read(states => {
      if (life !== this.life) return false;
      // What was committed meanwhile is newer than what was read.
      this.put(
        states.filter(({ id }) => !this.index.has(id)),
        procedures,
      );
      if (this.untold >= TELL_AFTER) this.tell();
      return true;
    }).then(
      () => {
        if (life !== this.life) return;
        this.complete = true;
        this.tell();
      },
      (error: unknown) => {
        if (life === this.life) this.clear();
        throw error;
      },
    );
    return this.asked;
  }

  clear(): void {
    this.index.clear();
    this.asked = undefined;
    this.complete = false;
    this.life++;
    this.tell();
  }

  private put(states: Iterable<CaseState>, procedures: readonly Procedure[]): void {
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

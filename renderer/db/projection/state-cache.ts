import type { CaseState } from '#shared/case/case.state.ts';
import type { CaseId } from '#shared/core/ids.ts';

const MOST = 5000;

/** The cases touched last, as the store has them. Only what was committed goes in. */
export class StateCache {
  private readonly states = new Map<CaseId, CaseState>();

  get(id: CaseId): CaseState | undefined {
    return this.states.get(id);
  }

  keep(states: Iterable<CaseState>): void {
    for (const state of states) {
      this.states.delete(state.id);
      this.states.set(state.id, state);
    }
    const surplus = this.states.size - MOST;
    if (surplus <= 0) return;
    for (const id of [...this.states.keys()].slice(0, surplus)) this.states.delete(id);
  }

  drop(ids: readonly CaseId[]): void {
    for (const id of ids) this.states.delete(id);
  }

  clear(): void {
    this.states.clear();
  }
}

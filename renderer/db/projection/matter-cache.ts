import type { CaseState } from '#shared/case/case.state.ts';
import { matterOf, type Matter } from '#shared/case/matter.ts';
import { findProcedure } from '#shared/case/find-procedure.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { FillOnce, type ReadStates } from './fill-once.ts';

/** What new registrations are compared with, as the store has it. Empty until somebody asks, and while locked. */
export class MatterCache {
  private readonly known = new Map<CaseId, Matter>();
  private readonly filling = new FillOnce();

  get all(): Iterable<Matter> {
    return this.known.values();
  }

  /** Committed states; nothing is kept of them as long as nobody compares. */
  keep(states: readonly CaseState[], procedures: readonly Procedure[]): void {
    if (!this.filling.isAsked) return;
    this.filling.note(states);
    this.put(states, procedures);
  }

  fill(read: ReadStates, procedures: readonly Procedure[]): Promise<void> {
    return this.filling.fill(
      read,
      states => this.put(states, procedures),
      () => this.clear(),
    );
  }

  clear(): void {
    this.known.clear();
    this.filling.reset();
  }

  private put(states: readonly CaseState[], procedures: readonly Procedure[]): void {
    for (const state of states) {
      const procedure = findProcedure(procedures, state.procedure);
      if (procedure === undefined || state.mergedInto !== undefined || state.withdrawn)
        this.known.delete(state.id);
      else this.known.set(state.id, matterOf(procedure, state));
    }
  }
}

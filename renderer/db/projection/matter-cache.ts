import type { CaseState } from '#shared/case/case.state.ts';
import { matterOf, type Matter } from '#shared/case/matter.ts';
import { findProcedure } from '#shared/case/find-procedure.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';

/** What new registrations are compared with, as the store has it. Empty until somebody asks, and while locked. */
export class MatterCache {
  private readonly known = new Map<CaseId, Matter>();
  private asked: Promise<void> | undefined;
  private life = 0;

  get all(): Iterable<Matter> {
    return this.known.values();
  }

  /** Committed states; nothing is kept of them as long as nobody compares. */
  keep(states: Iterable<CaseState>, procedures: readonly Procedure[]): void {
    if (this.asked === undefined) return;
    for (const state of states) {
      const procedure = findProcedure(procedures, state.procedure);
      if (procedure === undefined || state.mergedInto !== undefined || state.withdrawn)
        this.known.delete(state.id);
      else this.known.set(state.id, matterOf(procedure, state));
    }
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
      this.keep(
        states.filter(({ id }) => !this.known.has(id)),
        procedures,
      );
      return true;
    }).catch((error: unknown) => {
      if (life === this.life) this.clear();
      throw error;
    });
    return this.asked;
  }

  clear(): void {
    this.known.clear();
    this.asked = undefined;
    this.life++;
  }
}

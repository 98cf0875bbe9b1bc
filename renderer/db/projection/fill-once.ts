import type { CaseState } from '#shared/case/case.state.ts';
import type { CaseId } from '#shared/core/ids.ts';

/** Hands over one portion after the other until there is none or nobody wants them. */
export type ReadStates = (take: (states: readonly CaseState[]) => boolean) => Promise<void>;

/** How a memory of all cases is filled: once, in portions, while cases go on being committed. */
export class FillOnce {
  private asked: Promise<void> | undefined;
  private life = 0;
  private full = false;
  /** Committed while it is being filled: what is read of them after that is older, also of one that left the memory. */
  private readonly newer = new Set<CaseId>();

  /** Nothing has to be kept before somebody asks. */
  get isAsked(): boolean {
    return this.asked !== undefined;
  }

  get isFull(): boolean {
    return this.full;
  }

  /** These were committed. */
  note(states: Iterable<CaseState>): void {
    if (!this.full) for (const { id } of states) this.newer.add(id);
  }

  fill(read: ReadStates, put: (states: readonly CaseState[]) => void, onFailure: () => void): Promise<void> {
    const { life } = this;
    this.asked ??= read(states => {
      if (life !== this.life) return false;
      put(states.filter(({ id }) => !this.newer.has(id)));
      return true;
    }).then(
      () => {
        if (life !== this.life) return;
        this.full = true;
        this.newer.clear();
      },
      (error: unknown) => {
        if (life === this.life) onFailure();
        throw error;
      },
    );
    return this.asked;
  }

  /** It is empty again; a reading that is under way comes to nothing. */
  reset(): void {
    this.asked = undefined;
    this.full = false;
    this.newer.clear();
    this.life++;
  }
}

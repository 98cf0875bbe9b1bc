import type { DeskFault } from '#shared/ipc/result.ts';
import { Instant, msOf } from '#shared/core/instant.ts';

/** What stood in the way of opening, as the lock screen tells it. */
export type LockTrouble =
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  /** No try is taken before then. `wrong`: the passphrase of just now was wrong, too. */
  | { readonly kind: 'wait'; readonly until: Instant; readonly wrong: boolean }
  | { readonly kind: 'other'; readonly fault: DeskFault };

export function troubleOf(fault: DeskFault): LockTrouble {
  const wrong = fault.code === 'keys/wrong-passphrase';
  if (!wrong && fault.code !== 'keys/wait') return { kind: 'other', fault };
  const until = Instant.safeParse(fault.detail?.['until']);
  if (until.success) return { kind: 'wait', until: until.data, wrong };
  const left = fault.detail?.['triesLeft'];
  return wrong && typeof left === 'number' ? { kind: 'wrong', triesLeft: left } : { kind: 'other', fault };
}

/** Whole seconds until then, upwards, so that 0 means now. */
export const secondsUntil = (until: Instant, nowMs: number): number =>
  Math.max(0, Math.ceil((msOf(until) - nowMs) / 1000));

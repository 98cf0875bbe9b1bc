import { dateOf, msOf } from '#shared/core/instant.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Text } from '#shared/core/text.ts';
import type { Pause } from './limit.types.ts';

/** Pauses as a limit in days sees them: the day one begins on still counts, the day it ends on does not. */
export interface PausedDays {
  readonly labelOn: (date: PlainDate) => Text | undefined;
  /** The last day that can be spoken of before an open pause takes over. */
  readonly knownUntil: PlainDate | undefined;
}

export function pausedDays(pauses: readonly Pause[]): PausedDays {
  const closed = pauses.flatMap(({ from, to, label }) =>
    to === null ? [] : [{ after: dateOf(from), until: dateOf(to), label }],
  );
  return {
    labelOn: date => closed.find(pause => pause.after < date && date <= pause.until)?.label,
    knownUntil: pauses
      .filter(pause => pause.to === null)
      .map(pause => dateOf(pause.from))
      .sort()[0],
  };
}

/** Pauses as a limit in minutes sees them, in milliseconds cut to the second: from ≤ paused < to. */
export interface PausedTime {
  readonly at: (ms: number) => { readonly until: number; readonly label: Text } | undefined;
  /** When the next pause after `ms` begins, or Infinity. */
  readonly nextAfter: (ms: number) => number;
  /** When an open pause takes over, or Infinity. */
  readonly knownUntil: number;
}

export const wholeSeconds = (ms: number): number => Math.floor(ms / 1000) * 1000;

export function pausedTime(pauses: readonly Pause[]): PausedTime {
  const closed = pauses.flatMap(({ from, to, label }) =>
    to === null ? [] : [{ from: wholeSeconds(msOf(from)), until: wholeSeconds(msOf(to)), label }],
  );
  const open = pauses.filter(pause => pause.to === null).map(pause => wholeSeconds(msOf(pause.from)));
  return {
    at: ms => closed.find(pause => pause.from <= ms && ms < pause.until),
    nextAfter: ms => Math.min(Infinity, ...closed.filter(pause => pause.from > ms).map(pause => pause.from)),
    knownUntil: Math.min(Infinity, ...open),
  };
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

export const FIRST_WAIT_MS = SECOND;
export const LONGEST_WAIT_MS = 15 * MINUTE;
/** A server that asks for more than this is asked again all the same: nobody would look after it for days. */
export const LONGEST_ASKED_MS = 6 * 60 * MINUTE;

/** The most that is waited after so many failures in a row. */
export const waitCeilingMs = (failures: number): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(Math.max(failures - 1, 0), 20));

/**
 * Full jitter: anything up to the ceiling, so that a hundred offices do not come back in the same second. What the
 * server asked for in `Retry-After` is the least, with the jitter on top.
 *
 * @param random from 0 up to, but not including, 1
 */
export function waitMs(failures: number, random: number, askedMs = 0): number {
  const jitter = Math.floor(random * waitCeilingMs(failures));
  return Math.min(Math.max(askedMs, 0), LONGEST_ASKED_MS) + jitter;
}

/**
 * `Retry-After` of RFC 9110: seconds, or a date. A date is counted from the date of the same answer, because the clock
 * of this PC may be wrong.
 */
export function readRetryAfter(text: string | undefined, answeredAtMs: number): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text.trim())) return Number(text.trim()) * SECOND;
  const until = Date.parse(text);
  return Number.isNaN(until) ? undefined : Math.max(0, until - answeredAtMs);
}

/** Further apart than this, the clock of the PC is wrong, and somebody is told. */
const TOLERATED_MS = 5 * MINUTE;

/** Minutes the PC is ahead of the headquarters, below zero behind; undefined where they agree well enough. */
export function clockOffMinutes(headquartersMs: number, hereMs: number): number | undefined {
  const off = hereMs - headquartersMs;
  return Math.abs(off) <= TOLERATED_MS ? undefined : Math.round(off / MINUTE);
}

import { msOf, type Instant } from '#shared/core/instant.ts';

/** Two stations of an office, or a PC that has just asked a time server, may differ by this much. */
const TOLERANCE_MS = 5 * 60_000;

/** Whether the PC's clock stands before what the journal has written already: then it was set back, or runs wrong. */
export const isClockBehind = (lastAt: Instant, now: Instant): boolean =>
  msOf(lastAt) - msOf(now) > TOLERANCE_MS;

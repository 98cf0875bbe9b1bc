import { randomBytes } from 'node:crypto';
import type { IdSource } from '#shared/core/ids.ts';

/** Real ids: the PC's clock and the system's random numbers. */
export const systemIds = (nowMs: () => number): IdSource => ({
  nowMs,
  randomBytes: count => new Uint8Array(randomBytes(count)),
});

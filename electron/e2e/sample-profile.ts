import type { Instant } from '#shared/core/instant.ts';
import { CHEAP_KEYS, filledProfile } from './filled-profile.ts';
import { sampleCase } from './sample-case.ts';
import { unsynced } from './unsynced-files.ts';

/** The profile of an office with so many cases in its journal, and no working store yet. */
export const sampleProfile = (
  profile: string,
  cases: number,
  argon2 = CHEAP_KEYS,
  now?: () => Instant,
): Promise<void> =>
  filledProfile(profile, { cases, caseAt: sampleCase, argon2, files: unsynced, ...(now ? { now } : {}) });

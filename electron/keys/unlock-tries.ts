import path from 'node:path';
import { z } from 'zod';
import { PersonId } from '#shared/core/ids.ts';
import { instantFromMs, type Instant } from '#shared/core/instant.ts';
import { writeFileSafely } from '#electron/files/write-file-safely.ts';
import { readWithFallback } from '#electron/files/read-with-fallback.ts';
import type { KeyringPlace } from './keyring.file.ts';

const FREE_TRIES = 3;
const MINUTE_MS = 60_000;
/** After the third wrong try in a row, the fourth, the fifth, and every further one. */
const WAITS_MS = [MINUTE_MS, 2 * MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS];

const Tries = z.record(PersonId, z.strictObject({ wrong: z.int().min(1), atMs: z.int() }));
type Tries = z.infer<typeof Tries>;

export interface TriesState {
  readonly triesLeft: number;
  readonly until?: Instant;
}

const fileOf = (place: KeyringPlace): string => path.join(place.dir, 'unlock-tries.json');

/** Undefined when the file cannot be understood: then nobody knows how many tries there were. */
async function readTries(place: KeyringPlace): Promise<Tries | undefined> {
  const parse = (bytes: Buffer): Tries | undefined => {
    try {
      return Tries.parse(JSON.parse(bytes.toString('utf8')));
    } catch {
      return undefined;
    }
  };
  const read = await readWithFallback(fileOf(place), parse, place.files);
  if (read.ok) return read.value.value;
  return read.error.code === 'storage/damaged' ? undefined : {};
}

/** A disk that refuses must not lock out the person with the right passphrase: the result is not looked at. */
async function writeTries(place: KeyringPlace, tries: Tries): Promise<void> {
  await writeFileSafely(fileOf(place), Buffer.from(JSON.stringify(tries)), { files: place.files });
}

/**
 * Until when this person has to wait, if so. A clock that was set back starts the wait anew from now, so that
 * one that had been years ahead does not lock the door for years.
 */
export async function mustWait(place: KeyringPlace, person: PersonId): Promise<Instant | undefined> {
  const now = place.nowMs();
  const known = await readTries(place);
  const tries = known ?? { [person]: { wrong: FREE_TRIES, atMs: now } };
  const entry = tries[person];
  if (!entry) return undefined;
  const atMs = Math.min(entry.atMs, now);
  if (!known || atMs !== entry.atMs) await writeTries(place, { ...tries, [person]: { ...entry, atMs } });
  const untilMs = atMs + waitMs(entry.wrong);
  return untilMs > now ? instantRoundedUp(untilMs) : undefined;
}

/**
 * Counted before the passphrase is tried, so that ending the program does not give the try back. Whoever can
 * delete this file can also copy the keyring and try elsewhere: against them stands Argon2id alone.
 */
export async function countTry(place: KeyringPlace, person: PersonId): Promise<TriesState> {
  const tries = (await readTries(place)) ?? {};
  const now = place.nowMs();
  const wrong = (tries[person]?.wrong ?? 0) + 1;
  await writeTries(place, { ...tries, [person]: { wrong, atMs: now } });
  const wait = waitMs(wrong);
  return {
    triesLeft: Math.max(0, FREE_TRIES - wrong),
    ...(wait > 0 && { until: instantRoundedUp(now + wait) }),
  };
}

export async function forgetTries(place: KeyringPlace, person: PersonId): Promise<void> {
  const { [person]: entry, ...others } = (await readTries(place)) ?? {};
  if (entry) await writeTries(place, others);
}

const waitMs = (wrong: number): number =>
  wrong < FREE_TRIES ? 0 : (WAITS_MS[Math.min(wrong - FREE_TRIES, WAITS_MS.length - 1)] ?? 0);

const instantRoundedUp = (ms: number): Instant => instantFromMs(Math.ceil(ms / 1000) * 1000);

import path from 'node:path';
import { z } from 'zod';
import { PlainDate } from '#shared/core/plain-date.ts';
import { readWithFallback } from '../files/read-with-fallback.ts';
import { writeFileSafely } from '../files/write-file-safely.ts';

/** What was told on the last day on which anything was. Ids of cases and limits: nothing of a person. */
const Told = z.strictObject({ day: PlainDate, keys: z.array(z.string()) }).readonly();
type Told = z.infer<typeof Told>;

const fileIn = (profile: string): string => path.join(profile, 'told-today.json');

function parse(bytes: Buffer): Told | undefined {
  try {
    return Told.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return undefined; // Lost, it costs one notice too many.
  }
}

/** Those of the keys that were not told on that day yet; they are written down as told. */
export async function claimUntold(
  profile: string,
  day: PlainDate,
  keys: readonly string[],
): Promise<readonly string[]> {
  const read = await readWithFallback(fileIn(profile), parse);
  const before = read.ok && read.value.value.day === day ? read.value.value.keys : [];
  const known = new Set(before);
  const fresh = [...new Set(keys)].filter(key => !known.has(key));
  if (fresh.length > 0)
    // Where it cannot be written, the same is told again after the next start.
    await writeFileSafely(fileIn(profile), Buffer.from(JSON.stringify({ day, keys: [...before, ...fresh] })));
  return fresh;
}

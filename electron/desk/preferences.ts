import path from 'node:path';
import { z } from 'zod';
import { MOST_LOCK_MINUTES, USUAL_LOCK_MINUTES, type Preferences } from '#shared/ipc/answers.ts';
import { CaseColumns, SavedViews, USUAL_COLUMNS } from '#shared/list/case-list.choices.ts';
import { readWithFallback } from '../files/read-with-fallback.ts';
import { writeFileSafely } from '../files/write-file-safely.ts';

const Stored = z.strictObject({
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
  largeType: z.boolean().default(false),
  scheme: z.enum(['light', 'dark', 'auto']).default('light'),
  notices: z.boolean().default(true),
  // A choice of another version of the program takes none of the others with it.
  caseColumns: CaseColumns.catch(USUAL_COLUMNS),
  caseViews: SavedViews.catch([]),
  toured: z.boolean().default(false),
  lockAfter: z.number().int().min(0).max(MOST_LOCK_MINUTES).default(USUAL_LOCK_MINUTES),
});

const fileIn = (profile: string): string => path.join(profile, 'preferences.json');

function parse(bytes: Buffer): Preferences | undefined {
  try {
    return Stored.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return undefined; // Unreadable preferences cost nobody any data: the defaults serve.
  }
}

export async function readPreferences(profile: string): Promise<Preferences> {
  const read = await readWithFallback(fileIn(profile), parse);
  return read.ok ? read.value.value : Stored.parse({});
}

export async function changePreferences(
  profile: string,
  change: { readonly [Key in keyof Preferences]?: Preferences[Key] | undefined },
): Promise<ReturnType<typeof writeFileSafely>> {
  const present = await readPreferences(profile);
  const known = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  return writeFileSafely(fileIn(profile), Buffer.from(`${JSON.stringify({ ...present, ...known })}\n`));
}

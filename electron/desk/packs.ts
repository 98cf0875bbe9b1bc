import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { assertNever } from '#shared/core/assert.ts';
import { readCalendarYear, type CalendarYear } from '#shared/calendar/calendar-year.ts';
import type { PackAnswer } from '#shared/ipc/answers.ts';
import type { GuidancePack } from '#shared/procedure/guidance.schema.ts';
import { isGuidancePack, loadGuidancePack, loadPack } from '#shared/procedure/pack.load.ts';
import type { PackFault, PackFileText } from '#shared/procedure/pack.source.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { logBug } from '../log.ts';

/** What an office works by. */
export type Packs = Pick<PackAnswer, 'procedures' | 'guidance'>;

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

async function readPackFiles(root: string): Promise<readonly PackFileText[]> {
  const names = await readdir(root, { recursive: true });
  const files = names.filter(name => name.endsWith('.yaml')).sort();
  return Promise.all(
    files.map(async name => ({
      path: name.split(path.sep).join('/'),
      // A checkout on Windows must not change the hash of a pack.
      text: (await readFile(path.join(root, name), 'utf8')).replaceAll('\r\n', '\n'),
    })),
  );
}

async function readCalendars(root: string): Promise<readonly CalendarYear[]> {
  const years: CalendarYear[] = [];
  for (const name of (await readdir(root)).filter(entry => /^\d{4}\.yaml$/.test(entry)).sort()) {
    const read = readCalendarYear(parse(await readFile(path.join(root, name), 'utf8')));
    // Left out, the year counts as unknown, and every date that touches it says so.
    if (read.ok) years.push(read.value);
    else logBug(`calendar ${name}`, new Error(read.error.code));
  }
  return years;
}

type Pack =
  | { readonly kind: 'procedure'; readonly pack: Procedure }
  | { readonly kind: 'guidance'; readonly pack: GuidancePack }
  | { readonly kind: 'broken'; readonly faults: readonly PackFault[] };

function parsePack(files: readonly PackFileText[]): Pack {
  if (isGuidancePack(files)) {
    const loaded = loadGuidancePack(files, sha256Hex);
    return loaded.ok ? { kind: 'guidance', pack: loaded.value } : { kind: 'broken', faults: loaded.error };
  }
  const loaded = loadPack(files, sha256Hex);
  return loaded.ok ? { kind: 'procedure', pack: loaded.value } : { kind: 'broken', faults: loaded.error };
}

/** By folder, with the digest of the texts it was parsed from: parsing all takes most of a second, and each unlocking asks. */
const parsed = new Map<string, { readonly digest: string; readonly pack: Pack }>();

function keptPack(folder: string, files: readonly PackFileText[]): Pack {
  const digest = sha256Hex(JSON.stringify(files));
  const kept = parsed.get(folder);
  if (kept?.digest === digest) return kept.pack;
  const pack = parsePack(files);
  parsed.set(folder, { digest, pack });
  return pack;
}

/**
 * Every pack and calendar shipped with the program. A broken pack is left out and reported, the rest works. Packs
 * whose files are as they were are the same objects as last time.
 */
export async function readPacks(resources: string): Promise<PackAnswer> {
  const root = path.join(resources, 'procedures');
  const procedures: Procedure[] = [];
  const guidance: GuidancePack[] = [];
  const broken: PackAnswer['broken'][number][] = [];
  for (const entry of await readdir(root, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const folder = path.join(root, entry.name);
    const read = keptPack(folder, await readPackFiles(folder));
    switch (read.kind) {
      case 'procedure':
        procedures.push(read.pack);
        break;
      case 'guidance':
        guidance.push(read.pack);
        break;
      case 'broken': {
        const [first] = read.faults;
        if (first) broken.push({ pack: entry.name, ...first });
        break;
      }
      default:
        assertNever(read);
    }
  }
  return { procedures, guidance, calendars: await readCalendars(path.join(resources, 'calendars')), broken };
}

import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { readCalendarYear } from '#shared/calendar/calendar-year.ts';
import { DEFAULT_OFFICE_HOURS } from '#shared/calendar/default-office-hours.ts';
import { workingCalendar } from '#shared/calendar/working-calendar.ts';
import type { ExampleParts } from '#shared/case/example.run.ts';
import { expectOk, type Result } from '#shared/core/result.ts';
import type { GuidancePack } from '#shared/procedure/guidance.schema.ts';
import { isGuidancePack, loadGuidancePack, loadPack } from '#shared/procedure/pack.load.ts';
import type { PackFault, PackFileText } from '#shared/procedure/pack.source.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';

const root = path.resolve(import.meta.dirname, '../..');
export const PACKS = path.join(root, 'resources/procedures');

export const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

export function readFolder(folder: string): readonly PackFileText[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.yaml'))
    .sort()
    .map(name => ({
      path: name.split(path.sep).join('/'),
      text: fs.readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n'),
    }));
}

export type Loaded =
  | { readonly kind: 'procedure'; readonly pack: Result<Procedure, readonly PackFault[]> }
  | { readonly kind: 'guidance'; readonly pack: Result<GuidancePack, readonly PackFault[]> };

export function loadFolder(files: readonly PackFileText[]): Loaded {
  return isGuidancePack(files)
    ? { kind: 'guidance', pack: loadGuidancePack(files, sha256Hex) }
    : { kind: 'procedure', pack: loadPack(files, sha256Hex) };
}

export const packFolders = (): readonly string[] =>
  fs
    .readdirSync(PACKS, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => path.join(PACKS, entry.name))
    .sort();

export interface ShippedPacks {
  readonly procedures: readonly Procedure[];
  readonly guidance: readonly GuidancePack[];
}

let shipped: ShippedPacks | undefined;

/** Every pack of the program that has no fault, read once; `check` tells of the others. */
export function shippedPacks(): ShippedPacks {
  shipped ??= readShippedPacks();
  return shipped;
}

function readShippedPacks(): ShippedPacks {
  const procedures: Procedure[] = [];
  const guidance: GuidancePack[] = [];
  for (const folder of packFolders()) {
    const { kind, pack } = loadFolder(readFolder(folder));
    if (!pack.ok) continue;
    if (kind === 'procedure') procedures.push(pack.value);
    else guidance.push(pack.value);
  }
  return { procedures, guidance };
}

/** What examples and limits are counted with: the calendars of the program, its usual office hours. */
export function countingParts(): ExampleParts {
  const folder = path.join(root, 'resources/calendars');
  const years = fs
    .readdirSync(folder)
    .filter(name => /^\d{4}\.yaml$/.test(name))
    .map(name => expectOk(readCalendarYear(parse(fs.readFileSync(path.join(folder, name), 'utf8')))));
  return {
    calendar: workingCalendar(years),
    officeHours: DEFAULT_OFFICE_HOURS,
    ids: { nowMs: Date.now, randomBytes: length => new Uint8Array(randomBytes(length)) },
  };
}

import path from 'node:path';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { invariant } from '#shared/core/assert.ts';
import { expectOk, ok } from '#shared/core/result.ts';
import { communityProcedure, officialCalendar } from '#shared/fixtures/community.ts';
import { makeDesk, type Desk } from '../desk/desk.ts';
import { NO_OPTIONS } from '../launch-options.ts';
import { readPeople, unlockWithPassphrase } from '../keys/keyring.unlock.ts';
import { openLedger, type Ledger } from '../office/ledger.ts';
import type { ExportContext } from './month.export.ts';

export const LARGE_MONTH = '2026-10' as PlainMonth;

export interface OpenMonth {
  readonly desk: Desk;
  readonly ledger: Ledger;
}

/** The desk of a profile made before, with its ledger open; no window, no Electron. */
export async function openMonth(profile: string, passphrase: string): Promise<OpenMonth> {
  const desk = makeDesk({
    profile,
    resources: path.resolve(import.meta.dirname, '../../resources'),
    version: '0',
    station: 'PC-1',
    runtimeMajor: 1,
    options: { ...NO_OPTIONS, quickKeys: true },
    notify: () => undefined,
  });
  desk.clockOffsetMs = Date.parse('2026-11-01T09:00:00+08:00') - Date.now();
  const [person] = expectOk(await readPeople(desk.keyring));
  invariant(person, 'somebody works in the office');
  const keys = expectOk(await unlockWithPassphrase(desk.keyring, person.id, passphrase));
  const ledger = expectOk(await openLedger(desk.places, keys));
  desk.ledger = ledger;
  return { desk, ledger };
}

/** What it is sealed with; papers are set in no time. */
export const largeMonthExport = ({ desk, ledger }: OpenMonth): ExportContext => ({
  desk,
  ledger,
  packs: { procedures: [communityProcedure()], guidance: [] },
  clocks: { now: desk.now(), calendar: officialCalendar() },
  render: () =>
    Promise.resolve(ok({ pdf: Buffer.from('%PDF-1.7'), pages: 1, sha256: '', annexed: [], warnings: [] })),
  signal: new AbortController().signal,
  onProgress: () => undefined,
});

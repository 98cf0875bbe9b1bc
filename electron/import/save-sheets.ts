import { rm } from 'node:fs/promises';
import type { OfficeEvent } from '#shared/case/office.events.ts';
import { invariant } from '#shared/core/assert.ts';
import { newEventId } from '#shared/core/ids.ts';
import { err, ok } from '#shared/core/result.ts';
import { csvOf } from '#shared/import/csv.writer.ts';
import type { SavedSheet } from '#shared/import/import.file.ts';
import type { SavedAnswer } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/result.ts';
import type { CasesTaken } from '#shared/list/cases-taken.schema.ts';
import type { Desk } from '../desk/desk.ts';
import type { Dialogs } from '../desk/dialogs.ts';
import { writeFileSafely } from '../files/write-file-safely.ts';
import { asFault } from '../ipc/handle.ts';
import type { Ledger } from '../office/ledger.ts';
import { sheetsXlsx } from './sheets.xlsx.ts';

export interface SheetsToSave {
  readonly name: string;
  readonly sheets: readonly SavedSheet[];
  /** Where cases go out: which. */
  readonly taken: CasesTaken | null;
  readonly as: 'xlsx' | 'csv';
}

const DIALOG_TITLES = { xlsx: '另存为 Excel', csv: '另存为 CSV' } as const;

const bytesOf = async ({ sheets, as }: SheetsToSave): Promise<Uint8Array> =>
  as === 'csv' ? Buffer.from(csvOf(sheets)) : sheetsXlsx(sheets);

const LOCKED = err({ code: 'ipc/locked' } as const);

/** Where and as what somebody says. Cases that go out so are out once that is in the journal, and not before. */
export async function saveSheets(
  desk: Desk,
  dialogs: Pick<Dialogs, 'choosePlace'>,
  wanted: SheetsToSave,
): Promise<Reply<SavedAnswer>> {
  const { name, taken, as } = wanted;
  const { ledger } = desk;
  if (!ledger) return LOCKED;
  const place = await dialogs.choosePlace(DIALOG_TITLES[as], `${name}.${as}`);
  if (place === undefined) return ok({ path: null });
  // Locked while the dialog stood open.
  if (desk.ledger !== ledger) return LOCKED;
  const written = await writeFileSafely(place, await bytesOf(wanted));
  if (!written.ok) return err(asFault(written.error));
  if (taken === null) return ok({ path: place });
  let recorded: Reply<null> = LOCKED;
  try {
    recorded = await recordTaken(desk, ledger, taken);
  } finally {
    if (!recorded.ok) await rm(place, { force: true });
  }
  return recorded.ok ? ok({ path: place }) : recorded;
}

async function recordTaken(desk: Desk, ledger: Ledger, taken: CasesTaken): Promise<Reply<null>> {
  const { people } = await ledger.office();
  const me = people.find(({ id }) => id === ledger.person);
  const [role] = me?.roles ?? [];
  invariant(me && role, 'who unlocked the ledger is one of the office');
  if (desk.ledger !== ledger) return LOCKED;
  const event: OfficeEvent = {
    ...{ v: 1, id: newEventId(desk.ids), at: desk.now(), stream: 'office', type: 'cases-exported' },
    by: { person: me.id, name: me.name, role, station: desk.station },
    taken,
  };
  const recorded = await ledger.append([event]);
  if (!recorded.ok) return err(asFault(recorded.error));
  desk.notify('journal:appended', { seq: recorded.value.seq });
  return ok(null);
}

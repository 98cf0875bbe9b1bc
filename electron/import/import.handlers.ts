import { writeFile } from 'node:fs/promises';
import { writeXlsx } from 'hucre/xlsx';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { SavedCell, SavedSheet } from '#shared/import/import.file.ts';
import type { SavedAnswer, TableAnswer } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/result.ts';
import type { Dialogs } from '../desk/dialogs.ts';
import { runApart, type OpenWorker } from '../files/run-apart.ts';
import { atDisk } from '../files/storage-error.ts';
import { asFault, type Handle } from '../ipc/handle.ts';
import type { ImportFault } from './import.fault.ts';

/** An old PC reads 20 000 rows in a fifth of it. */
const LONGEST_MS = 60_000;

export async function readTableApart(
  open: OpenWorker,
  input: { readonly file: Uint8Array; readonly sheet: number | null },
  longestMs = LONGEST_MS,
): Promise<Reply<TableAnswer>> {
  const read = await runApart<Result<TableAnswer, ImportFault>>(open, input, longestMs);
  if (!read) return err({ code: 'imports/not-read' });
  return read.ok ? ok(read.value) : err(asFault(read.error));
}

/** Wide enough for what stands in it, and no wider than a page. */
const widthOf = (rows: SavedSheet['rows'], column: number): number => {
  const longest = rows.slice(0, 200).reduce((most, row) => {
    const cell = row[column] ?? '';
    const text = typeof cell === 'object' ? cell.date : String(cell);
    const lines = text.split('\n').map(line => Array.from(line).length);
    return Math.max(most, ...lines);
  }, 4);
  return Math.min(60, longest * 2 + 2);
};

/** Days as the spreadsheet counts them, so that they can be sorted and filtered there. */
const cellOf = (cell: SavedCell): string | number | Date =>
  typeof cell === 'object' ? new Date(`${cell.date}T00:00:00Z`) : cell;

const isDate = (cell: SavedCell | undefined): boolean => typeof cell === 'object';

/** Every text stays text, also what looks like a formula. */
export const sheetsXlsx = (sheets: readonly SavedSheet[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: sheets.map(({ name, rows }) => ({
      name,
      rows: rows.map(row => row.map(cellOf)),
      columns: (rows[0] ?? []).map((_head, column) => ({
        width: widthOf(rows, column),
        ...(rows.some(row => isDate(row[column])) ? { numFmt: 'yyyy-mm-dd' } : {}),
      })),
      freezePane: { rows: 1 },
    })),
  });

export async function saveSheets(
  dialogs: Pick<Dialogs, 'choosePlace'>,
  { name, sheets }: { readonly name: string; readonly sheets: readonly SavedSheet[] },
): Promise<Reply<SavedAnswer>> {
  const place = await dialogs.choosePlace('另存为 Excel', `${name}.xlsx`);
  if (place === undefined) return ok({ path: null });
  const bytes = await sheetsXlsx(sheets);
  const written = await atDisk(() => writeFile(place, bytes));
  return written.ok ? ok({ path: place }) : err(asFault(written.error));
}

export function handleImports(
  handle: Handle,
  { worker, dialogs }: { readonly worker: OpenWorker; readonly dialogs: Pick<Dialogs, 'choosePlace'> },
): void {
  handle('imports:read', input => readTableApart(worker, input));
  handle('sheets:save', input => saveSheets(dialogs, input));
}

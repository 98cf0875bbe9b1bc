import { err, ok, type Result } from '#shared/core/result.ts';
import { MOST_IMPORT_ROWS } from '#shared/import/import.file.ts';
import type { TableAnswer } from '#shared/ipc/answers.ts';
import type { ImportFault } from './import.fault.ts';
import { wordTables } from './word.tables.ts';
import { unpacked } from './zip.guard.ts';

const DOCUMENT = 'word/document.xml';
/** 20 000 rows as Word writes them; a text of it takes twice as much. */
const MOST_DOCUMENT = 100_000_000;

/** The table with the most rows, unless another one is wanted; undefined where it is no Word file at all. */
export async function readWord(
  bytes: Uint8Array,
  wanted: number | null,
): Promise<Result<Omit<TableAnswer, 'sha256'>, ImportFault> | undefined> {
  const document = await unpacked(bytes, DOCUMENT, MOST_DOCUMENT);
  if (document === undefined) return undefined;
  if (document.length > MOST_DOCUMENT)
    return err({ code: 'imports/too-large', most: MOST_DOCUMENT / 1_000_000 });
  try {
    const tables = wordTables(new TextDecoder('utf-8', { fatal: true }).decode(document));
    const [first] = tables;
    if (!first) return err({ code: 'imports/no-table' });
    const longest = tables.reduce((most, each) => (each.rows.length > most.rows.length ? each : most), first);
    const at = wanted ?? tables.indexOf(longest);
    const table = tables[at];
    if (!table) return err({ code: 'imports/damaged' });
    if (table.rows.length > MOST_IMPORT_ROWS)
      return err({ code: 'imports/too-many-rows', most: MOST_IMPORT_ROWS });
    const rows = table.rows.map(row => row.slice(0, row.findLastIndex(text => text !== '') + 1));
    return ok({ sheets: tables.map(({ name }) => name), sheet: at, rows });
  } catch {
    return err({ code: 'imports/damaged' });
  }
}

const NAME_OF_OLD_WORD = Buffer.from('WordDocument', 'utf16le');

/** Word before 2007 kept its text in a box of its own kind, of which only the name is known here. */
export const isOldWord = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes(NAME_OF_OLD_WORD);

import { createHash } from 'node:crypto';
import { readXls, readXlsx, type CellValue, type Sheet } from 'hucre/xlsx';
import { err, ok, type Result } from '#shared/core/result.ts';
import { LONGEST_CELL, MOST_IMPORT_BYTES, MOST_IMPORT_ROWS } from '#shared/import/import.file.ts';
import { MOST_COLUMNS } from '#shared/import/import.mapping.ts';
import type { TableAnswer } from '#shared/ipc/answers.ts';
import { readCsv } from './csv.reader.ts';
import type { ImportFault } from './import.fault.ts';
import { isOldWord, readWord } from './word.reader.ts';
import { guardZip } from './zip.guard.ts';

type Rows = readonly (readonly string[])[];

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean =>
  head.every((byte, at) => bytes[at] === byte);

const two = (value: number): string => String(value).padStart(2, '0');

/** Sheets know no zones: what a cell shows is what these methods say. */
function ofDate(date: Date): string {
  const rounded = new Date(Math.round(date.getTime() / 1000) * 1000);
  const day = `${rounded.getUTCFullYear()}-${two(rounded.getUTCMonth() + 1)}-${two(rounded.getUTCDate())}`;
  const time = `${two(rounded.getUTCHours())}:${two(rounded.getUTCMinutes())}`;
  return time === '00:00' ? day : `${day} ${time}`;
}

function ofCell(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : ofDate(value);
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  return typeof value === 'boolean'
    ? value
      ? '是'
      : '否'
    : value.replace(/\r\n?/g, '\n').slice(0, LONGEST_CELL);
}

/** Formulas are not worked out here: only what the program that wrote the file worked out is read. */
const unknownFormulas = ({ cells }: Sheet): number =>
  [...(cells?.values() ?? [])].filter(
    ({ formula, formulaResult, value }) => formula !== undefined && formulaResult == null && value == null,
  ).length;

/** What is merged holds for each of its cells. */
function fillMerged(rows: string[][], { merges = [] }: Sheet): void {
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const text = rows[startRow]?.[startCol] ?? '';
    if (text === '') continue;
    for (const cells of rows.slice(startRow, endRow + 1))
      for (let column = startCol; column <= Math.min(endCol, MOST_COLUMNS); column++)
        if ((cells[column] ?? '') === '') cells[column] = text;
  }
}

function rowsOf(sheet: Sheet): Result<Rows, ImportFault> {
  const cells = unknownFormulas(sheet);
  if (cells > 0) return err({ code: 'imports/formulas', cells });
  const last = sheet.rows.findLastIndex(row => row.some(value => ofCell(value).trim() !== ''));
  if (last >= MOST_IMPORT_ROWS) return err({ code: 'imports/too-many-rows', most: MOST_IMPORT_ROWS });
  const rows = sheet.rows.slice(0, last + 1).map(row => Array.from(row, ofCell));
  fillMerged(rows, sheet);
  return ok(rows.map(row => row.slice(0, row.findLastIndex(text => text.trim() !== '') + 1)));
}

const isLocked = (cause: unknown): boolean => cause instanceof Error && cause.name === 'EncryptedFileError';

interface Book {
  readonly names: readonly string[];
  readonly at: number;
  readonly sheet: Sheet | undefined;
}

async function openXlsx(bytes: Uint8Array, wanted: number): Promise<Book> {
  const names: string[] = [];
  const read = await readXlsx(bytes, {
    maxRows: MOST_IMPORT_ROWS + 1,
    sheets: (info, index) => {
      names.push(info.name);
      return index === wanted;
    },
  });
  return { names, at: wanted, sheet: read.sheets[0] };
}

async function openXls(bytes: Uint8Array, wanted: number): Promise<Book> {
  const { sheets } = await readXls(bytes).catch(async (cause: unknown) => {
    // An xlsx with a password lies in the same kind of box, and its own reader says so.
    await readXlsx(bytes);
    throw cause;
  });
  return { names: sheets.map(({ name }) => name), at: wanted, sheet: sheets[wanted] };
}

async function readBook(
  open: (bytes: Uint8Array, wanted: number) => Promise<Book>,
  bytes: Uint8Array,
  sheet: number,
): Promise<Result<Omit<TableAnswer, 'sha256'>, ImportFault>> {
  try {
    const book = await open(bytes, sheet);
    if (!book.sheet) return err({ code: 'imports/damaged' });
    const rows = rowsOf(book.sheet);
    return rows.ok ? ok({ sheets: book.names, sheet: book.at, rows: rows.value }) : rows;
  } catch (cause) {
    return err({ code: isLocked(cause) ? 'imports/encrypted' : 'imports/damaged' });
  }
}

async function readKind(
  bytes: Uint8Array,
  wanted: number | null,
): Promise<Result<Omit<TableAnswer, 'sha256'>, ImportFault>> {
  const sheet = wanted ?? 0;
  if (startsWith(bytes, 0x50, 0x4b)) {
    const guarded = await guardZip(bytes);
    if (!guarded.ok) return guarded;
    return (await readWord(bytes, wanted)) ?? readBook(openXlsx, bytes, sheet);
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return isOldWord(bytes) ? err({ code: 'imports/old-word' }) : readBook(openXls, bytes, sheet);
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return err({ code: 'imports/kind' });
  const rows = readCsv(bytes);
  return rows.ok ? ok({ sheets: [''], sheet: 0, rows: rows.value }) : rows;
}

/** Reads an old ledger of Excel (xlsx, xls), a table of Word (docx), or text with signs between its columns. */
export async function readTable(
  bytes: Uint8Array,
  sheet: number | null,
): Promise<Result<TableAnswer, ImportFault>> {
  if (bytes.length === 0) return err({ code: 'imports/empty' });
  if (bytes.length > MOST_IMPORT_BYTES)
    return err({ code: 'imports/too-large', most: MOST_IMPORT_BYTES / 1_000_000 });
  const read = await readKind(bytes, sheet);
  if (!read.ok) return read;
  const { rows } = read.value;
  if (rows.every(row => row.every(cell => cell.trim() === ''))) return err({ code: 'imports/empty' });
  if (rows.some(row => row.length > MOST_COLUMNS))
    return err({ code: 'imports/too-many-columns', most: MOST_COLUMNS });
  return ok({ ...read.value, sha256: createHash('sha256').update(bytes).digest('hex') });
}

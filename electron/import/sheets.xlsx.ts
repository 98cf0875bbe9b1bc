import { writeXlsx } from 'hucre/xlsx';
import type { SavedCell, SavedSheet } from '#shared/import/import.file.ts';

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

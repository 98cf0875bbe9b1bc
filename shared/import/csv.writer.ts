import type { SavedCell, SavedSheet } from './import.file.ts';

/** Spreadsheets of the office know by it that the text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** What a spreadsheet would take for a formula (OWASP, CSV injection), full-width forms too. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/u;

/** A text that begins like a formula gets a mark before it, so that it stays a text wherever it is opened. */
const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

function field(cell: SavedCell): string {
  if (typeof cell === 'number') return String(cell);
  const text = typeof cell === 'object' ? cell.date : harmless(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Sheets one after the other, each under its name where there are several (RFC 4180, lines end in CR LF). */
export function csvOf(sheets: readonly SavedSheet[]): string {
  const parts = sheets.map(({ name, rows }) =>
    [...(sheets.length > 1 ? [[name]] : []), ...rows].map(row => row.map(field).join(',')).join('\r\n'),
  );
  return `${BYTE_ORDER_MARK}${parts.join('\r\n\r\n')}\r\n`;
}

import { err, ok, type Result } from '#shared/core/result.ts';
import { LONGEST_CELL, MOST_IMPORT_ROWS } from '#shared/import/import.file.ts';
import type { ImportFault } from './import.fault.ts';

/** Which text it is: by its mark, as UTF-8 where every byte is, else as the Chinese of old Excels (GB 18030). */
export function decodeText(bytes: Uint8Array): Result<string, ImportFault> {
  const decode = (encoding: string): string | undefined => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      return undefined;
    }
  };
  const [first = 0, second = 0] = bytes;
  if (first === 0xff && second === 0xfe) {
    const text = decode('utf-16le');
    return text === undefined ? err({ code: 'imports/encoding' }) : ok(text);
  }
  const text = decode('utf-8') ?? decode('gb18030');
  // No text has this sign; what has it is some other kind of file.
  if (text === undefined || text.includes('\0')) return err({ code: 'imports/encoding' });
  return ok(text);
}

const DELIMITERS = [',', ';', '\t', '，'] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** The sign that stands most often outside of quotes in the first lines. */
export function delimiterOf(text: string): Delimiter {
  const head = text.slice(0, 10_000).replace(/"(?:[^"]|"")*"/g, '');
  const counts = DELIMITERS.map(sign => ({ sign, count: head.split(sign).length }));
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).sign;
}

/** RFC 4180, with any delimiter and any end of line. A quote that never ends makes the file a broken one. */
export function parseCsv(
  text: string,
  delimiter: string,
): Result<readonly (readonly string[])[], ImportFault> {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  let isOpen = false;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      at++;
      for (;;) {
        const quote = text.indexOf('"', at);
        if (quote < 0) return err({ code: 'imports/damaged' });
        cell += text.slice(at, quote);
        at = quote + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at++;
      }
    }
    // Signs behind a closing quote belong to the cell, as Excel reads them.
    const from = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
    cell += text.slice(from, at);
    if (cell.length > LONGEST_CELL) return err({ code: 'imports/damaged' });
    row.push(cell);
    isOpen = text[at] === delimiter;
    if (isOpen) {
      at++;
      continue;
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    rows.push(row);
    row = [];
    if (rows.length > MOST_IMPORT_ROWS) return err({ code: 'imports/too-many-rows', most: MOST_IMPORT_ROWS });
  }
  if (isOpen) rows.push([...row, '']);
  return ok(rows);
}

export function readCsv(bytes: Uint8Array): Result<readonly (readonly string[])[], ImportFault> {
  const text = decodeText(bytes);
  return text.ok ? parseCsv(text.value, delimiterOf(text.value)) : text;
}

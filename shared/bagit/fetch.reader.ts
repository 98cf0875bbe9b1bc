import { meantPath } from './bag-path.rules.ts';
import type { ReportFault } from './bag.rules.ts';
import type { BagDeclaration } from './bag-version.ts';

export const FETCH = 'fetch.txt';

export interface FetchEntry {
  readonly path: string;
  /** Undefined where it is left open by `-`. */
  readonly bytes: number | undefined;
}

/** An absolute URI (RFC 3986, 4.3), whose white space is percent-encoded. */
const LINE = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s]+[ \t]+(\d{1,15}|-)[ \t]+([^ \t].*)$/;

/** Reads `fetch.txt` (RFC 8493, 2.2.3). Nothing is ever fetched. */
export function readFetch(
  lines: readonly string[],
  declared: BagDeclaration,
  report: ReportFault,
): readonly FetchEntry[] {
  return lines.flatMap((line, index) => {
    const [, length = '', written] = LINE.exec(line) ?? [];
    if (written === undefined) {
      report('fetch/line', FETCH, `${index + 1}: ${line.slice(0, 200)}`);
      return [];
    }
    const path = meantPath(written, { file: FETCH, line: index + 1 }, declared, report);
    return path === undefined ? [] : [{ path, bytes: length === '-' ? undefined : Number(length) }];
  });
}

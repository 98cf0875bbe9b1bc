import { encode } from 'uqr';

/** What the code on a page says, so that a signed page that is scanned finds its case. */
export const pageCode = (
  qr: { readonly office: string; readonly document: string; readonly hash: string },
  page: number,
): string => `PD1:${qr.office}:${qr.document}:${page}:${qr.hash}`;

/**
 * Version 3 has 29 modules of 0.53 mm: more would not fit into the foot of a landscape page. With error
 * correction M it holds 61 characters, with L 77; the longest code (office 24, document 26, page 4) has 69.
 */
const LARGEST_VERSION = 3;

const moduleRows = (payload: string, ecc: 'M' | 'L', minVersion = 1) => {
  const code = encode(payload, { ecc, border: 0, minVersion });
  return { version: code.version, rows: code.data };
};

/** Two rows of modules are one line of the four space characters that the font PhoenixQR draws as half blocks. */
function halfBlocks(rows: readonly (readonly boolean[])[]): string {
  const lines: string[] = [];
  for (let y = 0; y < rows.length; y += 2) {
    const upper = rows[y] ?? [];
    const lower = rows[y + 1] ?? [];
    lines.push(
      upper
        .map((dark, x) => (dark ? (lower[x] ? '\u2000' : '\u2001') : lower[x] ? '\u2002' : '\u2003'))
        .join(''),
    );
  }
  return lines.join('\n');
}

const strengthOf = (longest: string): 'M' | 'L' =>
  moduleRows(longest, 'M').version <= LARGEST_VERSION ? 'M' : 'L';

/** The code as rows of modules, for whoever draws it as a picture. */
export const pageCodeModules = (payload: string): readonly (readonly boolean[])[] =>
  moduleRows(payload, strengthOf(payload)).rows;

/** All pages have codes of one size: that of the longest. */
export function pageCodeTexts(payloads: readonly string[]): readonly string[] {
  const longest = payloads.reduce((a, b) => (b.length > a.length ? b : a), '');
  const ecc = strengthOf(longest);
  const { version } = moduleRows(longest, ecc);
  return payloads.map(payload => halfBlocks(moduleRows(payload, ecc, version).rows));
}

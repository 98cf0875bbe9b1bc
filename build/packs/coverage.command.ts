import { readCatalogue } from './catalogue.ts';
import { readChecklist } from './coverage.checklist.ts';
import { coverageOf, type PackCoverage } from './coverage.ts';
import { shippedPacks } from './pack.files.ts';
import { UseError } from './use-error.ts';

const PARTS = ['forms', 'fields', 'limits', 'figures', 'reports', 'checklist'] as const;

const counted = (row: PackCoverage): string =>
  PARTS.map(name => {
    const { wanted, missing } = row[name];
    return `${name} ${wanted - missing.length}/${wanted}`;
  }).join('  ');

const totals = (rows: readonly PackCoverage[]): string => {
  const sums = PARTS.map(name => {
    const wanted = rows.reduce((sum, row) => sum + row[name].wanted, 0);
    const missing = rows.reduce((sum, row) => sum + row[name].missing.length, 0);
    return `${name} ${wanted - missing}/${wanted}`;
  });
  return `${rows.filter(({ present }) => present).length}/${rows.length} systems  ${sums.join('  ')}`;
};

const isWhole = (row: PackCoverage): boolean =>
  row.present && PARTS.every(name => row[name].missing.length === 0);

/** `coverage [--pack ID|CODE|NO] [--json]`: what of the catalogue the packs have, and what is missing. */
export function coverage(
  options: { readonly pack?: string | undefined; readonly json: boolean },
  say: (line: string) => void,
): number {
  const packs = shippedPacks();
  const named = [...packs.procedures, ...packs.guidance]
    .filter(({ code }) => code === options.pack)
    .map(({ id }) => id);
  const rows = coverageOf(readCatalogue(), packs, readChecklist()).filter(
    ({ id, no }) => options.pack === undefined || [id, no].includes(options.pack) || named.includes(id),
  );
  if (rows.length === 0) throw new UseError(`目录里没有这个规程：${options.pack ?? ''}`);
  if (options.json) say(JSON.stringify(rows, null, 2));
  else {
    for (const row of rows) {
      say(
        `${isWhole(row) ? '✓' : '✗'} ${row.no} ${row.id}  ${row.present ? counted(row) : 'no pack, or a broken one'}`,
      );
      if (row.present)
        for (const name of PARTS)
          if (row[name].missing.length > 0) say(`    ${name} missing: ${row[name].missing.join('; ')}`);
    }
    say(totals(rows));
  }
  return rows.every(isWhole) ? 0 : 1;
}

import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '#build/checks/run-command.ts';
import { machine } from './machine.ts';
import type { Figure, Row, Sizes, Unmeasured } from './row.ts';
import { table, verdictOf } from './table.ts';

/*
 * `npm run bench [-- --quick] [-- --only journal-append]`: measures, prints a table and writes out/bench.json.
 * `--only bundle` takes all rows whose names begin so.
 * Speeds are compared within one run; a missed aim is shown and is no error.
 */

const FULL: Sizes = {
  rounds: 5,
  appends: 300,
  records: [1000, 10_000, 100_000],
  saves: 200,
  cases: [1000, 10_000, 100_000],
  starts: 7,
  bundleMebibytes: 1024,
  bundleCases: 1000,
  letters: 100,
};
const QUICK: Sizes = {
  rounds: 5,
  appends: 100,
  records: [1000, 10_000],
  saves: 60,
  cases: [1000, 10_000],
  starts: 3,
  bundleMebibytes: 32,
  bundleCases: 100,
  letters: 20,
};

/** Loaded when they are measured: what lies in memory besides is gone through whenever memory is cleared away. */
const rows: Readonly<Record<string, () => Promise<Row>>> = {
  'journal-append': async () => (await import('./rows/journal-append.row.ts')).journalAppend,
  'journal-open': async () => (await import('./rows/journal-open.row.ts')).journalOpen,
  'key-derivation': async () => (await import('./rows/key-derivation.row.ts')).keyDerivation,
  'start-workbench': async () => (await import('./rows/start-workbench.row.ts')).startWorkbench,
  unlock: async () => (await import('./rows/unlock.row.ts')).unlock,
  'save-case': async () => (await import('./rows/save-case.row.ts')).saveCase,
  'rebuild-store': async () => (await import('./rows/rebuild-store.row.ts')).rebuildStore,
  search: async () => (await import('./rows/search.row.ts')).search,
  lookalikes: async () => (await import('./rows/lookalikes.row.ts')).lookalikes,
  'form-pdf': async () => (await import('./rows/form-pdf.row.ts')).formPdf,
  'bundle-write': async () => (await import('./rows/bundle-write.row.ts')).bundleWrite,
  'bundle-import': async () => (await import('./rows/bundle-import.row.ts')).bundleImport,
  'bundle-export': async () => (await import('./rows/bundle-export.row.ts')).bundleExport,
};

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string', multiple: true } },
});
const isOf = (name: string, asked: string): boolean => name === asked || name.startsWith(`${asked}-`);
const unknown = values.only?.find(asked => !Object.keys(rows).some(name => isOf(name, asked)));
if (unknown !== undefined) throw new Error(`'${unknown}' is none of ${Object.keys(rows).join(', ')}`);

const startedOn = machine();
console.log(`${startedOn}\n`);
const sizes = values.quick ? QUICK : FULL;
const chosen = Object.entries(rows).filter(([name]) => values.only?.some(asked => isOf(name, asked)) ?? true);
const figures: Figure[] = [];
const unmeasured: Unmeasured[] = [];
const out = path.join(root, 'out');
fs.mkdirSync(out, { recursive: true });

for (const [name, row] of chosen) {
  console.log(`measuring ${name} …`);
  // Not in the folder for temporary files, which may be in memory, where a sync costs nothing.
  const folder = fs.mkdtempSync(path.join(out, 'bench-'));
  try {
    const measure = await row();
    for (const each of await measure({ sizes, folder })) {
      if ('because' in each) unmeasured.push(each);
      else figures.push(each);
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

console.log(`\n${table(figures, unmeasured)}`);
const report = {
  machine: startedOn,
  sizes,
  figures: figures.map(figure => ({ ...figure, verdict: verdictOf(figure) })),
  unmeasured,
};
fs.writeFileSync(path.join(out, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);

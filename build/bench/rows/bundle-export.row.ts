import { execFile } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expectOk } from '#shared/core/result.ts';
import { OFFICE } from '#electron/e2e/office.ts';
import { enrolOffice } from '#electron/headquarters/hq.enrol.ts';
import { hqFolder } from '#electron/headquarters/hq.folder.ts';
import { initHeadquarters } from '#electron/headquarters/hq.init.ts';
import { makeLargeMonth } from '#electron/month/large-month.fixture.ts';
import { officeCard } from '#electron/office/office-card.ts';
import { mebibytes } from '../memory.ts';
import type { Figure, Row } from '../row.ts';

const CHILD = path.resolve(import.meta.dirname, '../../../electron/month/large-month.child.ts');

/** What a child may take of the heap of JavaScript: less than the smallest month measured here. */
const MOST_HEAP_MIB = 96;

interface Measured {
  readonly before: number;
  readonly peak: number;
  readonly ms: number;
}

async function inChild(...args: readonly string[]): Promise<Measured> {
  const node = [`--max-old-space-size=${MOST_HEAP_MIB}`, '--import', 'tsx', CHILD, ...args];
  const { stdout } = await promisify(execFile)(process.execPath, node);
  return JSON.parse(stdout) as Measured;
}

const figure = (work: string, { ms, before, peak }: Measured): Figure => ({
  work,
  ms,
  remark: `once, in a process of its own: its memory rose by ${mebibytes(peak - before)}, to ${mebibytes(peak)}`,
});

/** The whole act out of the encrypted vault, onto a drive, and at headquarters; only the papers are not set. */
export const bundleExport: Row = async ({ sizes, folder }) => {
  const at = (name: string): string => path.join(folder, name);
  const size = `${sizes.bundleCases} cases, ${sizes.bundleMebibytes} MiB in the vault`;
  await mkdir(at('usb'));
  expectOk(await initHeadquarters(at('hq'), { name: '样本街道办事处' }));
  const { desk, ledger } = await makeLargeMonth(at('profile'), {
    cardFile: hqFolder(at('hq')).card,
    cases: sizes.bundleCases,
    mebibytes: sizes.bundleMebibytes,
  });
  expectOk(await enrolOffice(at('hq'), officeCard(await ledger.office(), desk.version, desk.now())));
  await ledger.close();
  const exported = await inChild('export', at('profile'), OFFICE.passphrase, at('usb'));
  const [bundle = ''] = (await readdir(at('usb'))).filter(name => name.endsWith('.age'));
  const taken = await inChild('import', path.join(at('usb'), bundle), at('hq'));
  return [
    figure(`seal a month and carry it to a drive, ${size}`, exported),
    figure('take that bundle in at headquarters', taken),
  ];
};

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EXPORT_PHASES, type ExportPhase } from '#shared/bundle/export-progress.ts';
import { expectOk } from '#shared/core/result.ts';
import { verifyWritten } from '../bundles/bundle.copies.ts';
import { tempFolder } from '../files/temp-folder.fixture.ts';
import { enrolOffice } from '../headquarters/hq.enrol.ts';
import { hqFolder } from '../headquarters/hq.folder.ts';
import { initHeadquarters } from '../headquarters/hq.init.ts';
import { OFFICE } from '../e2e/office.ts';
import { makeLargeMonth } from './large-month.fixture.ts';
import { bundleOf } from './last-sent.ts';
import { carryTo, sealMonth } from './month.export.ts';
import { officeCard } from '../office/office-card.ts';
import { largeMonthExport, LARGE_MONTH, openMonth } from './open-month.fixture.ts';

vi.setConfig({ testTimeout: 240_000 });

const CHILD = path.join(import.meta.dirname, 'large-month.child.ts');
const MIB = 1024 ** 2;
const ATTACHMENTS_MIB = 192;
/** It rises by some 80 MiB, of 32 MiB of attachments as of 1 GiB; held in memory even once, these would add more. */
const MOST_MIB = 140;

interface Places {
  readonly profile: string;
  readonly usb: string;
  readonly hq: string;
}
let places: Places;
beforeEach(async () => {
  const folder = await tempFolder();
  const at = (name: string): string => path.join(folder, name);
  places = { profile: at('profile'), usb: at('usb'), hq: at('hq') };
  await mkdir(places.usb);
  expectOk(await initHeadquarters(places.hq, { name: '样本街道办事处' }));
});

const make = async (mebibytes: number): Promise<void> => {
  const { profile, hq } = places;
  const cardFile = hqFolder(hq).card;
  const { desk, ledger } = await makeLargeMonth(profile, { cardFile, cases: 20, mebibytes });
  expectOk(await enrolOffice(hq, officeCard(await ledger.office(), desk.version, desk.now())));
  await ledger.close();
};

interface Measured {
  readonly before: number;
  readonly peak: number;
}

async function risen(...args: readonly string[]): Promise<number> {
  const node = ['--max-old-space-size=96', '--import', 'tsx', CHILD, ...args];
  const { stdout } = await promisify(execFile)(process.execPath, node);
  const { before, peak } = JSON.parse(stdout) as Measured;
  return (peak - before) / MIB;
}

describe('a month with many and long attachments', () => {
  // Elsewhere the system counts its memory otherwise.
  const countsAlike = process.platform === 'linux';
  it.skipIf(!countsAlike)('is sealed, carried and taken in with a memory that does not grow', async () => {
    await make(ATTACHMENTS_MIB);
    const { profile, usb, hq } = places;
    expect(await risen('export', profile, OFFICE.passphrase, usb)).toBeLessThan(MOST_MIB);
    const [file = ''] = (await readdir(usb)).filter(name => name.endsWith('.age'));
    expect(await risen('import', path.join(usb, file), hq)).toBeLessThan(MOST_MIB);
  });
});

async function killedWhile(phase: ExportPhase): Promise<void> {
  const { profile, usb } = places;
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', CHILD, 'export', profile, OFFICE.passphrase, usb],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, PHOENIX_DIE_AT: phase },
    },
  );
  const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  expect(signal).toBe('SIGKILL');
}

describe('an export whose process is killed', () => {
  it.each(EXPORT_PHASES)('while %s is gone on with, and the month has one number', async phase => {
    await make(2);
    const { profile, usb } = places;
    await killedWhile(phase);
    const open = await openMonth(profile, OFFICE.passphrase);
    const { ledger } = open;
    try {
      const context = largeMonthExport(open);
      const sealed = bundleOf(await ledger.office(), LARGE_MONTH);
      // Once it is sealed, the very same bundle is what is carried.
      expect(sealed !== undefined).toBe(phase === 'copying' || phase === 'comparing');
      const bundle = sealed ?? expectOk(await sealMonth(LARGE_MONTH, context));
      expectOk(await carryTo(usb, bundle, context));
      expect((await ledger.office()).bundles).toMatchObject([{ sequence: 1, written: 'written' }]);
      const whole = [bundle.file, `${bundle.file}.sha256`];
      for (const folder of [ledger.places.outbox, usb]) expect((await readdir(folder)).sort()).toEqual(whole);
      const copy = path.join(usb, bundle.file);
      expectOk(await verifyWritten(copy, { expectedSha256: bundle.sha256 }));
      const original = await readFile(path.join(ledger.places.outbox, bundle.file));
      expect((await readFile(copy)).equals(original)).toBe(true);
    } finally {
      await ledger.close();
    }
  });
});

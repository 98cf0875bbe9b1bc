import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { ExportPhase } from '#shared/bundle/export-progress.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { err, expectOk } from '#shared/core/result.ts';
import { at, countingIds } from '#shared/fixtures/community.ts';
import { JPEG_SAMPLE } from '#shared/fixtures/small-pictures.ts';
import { identityFile } from '../bundles/age.identity.ts';
import { decryptAge } from '../bundles/age.stream.ts';
import { verifyWritten } from '../bundles/bundle.copies.ts';
import { hasTool } from '../bundles/tools.fixture.ts';
import { dyingFiles } from '../files/dying-files.fixture.ts';
import { tempFolder } from '../files/temp-folder.fixture.ts';
import { importBundle } from '../headquarters/hq.import.ts';
import type { Ledger } from '../office/ledger.ts';
import { attach, enrolledOffice, printed, type EnrolledOffice } from './export.fixture.ts';
import { carryTo, sealMonth } from './month.export.ts';
import type { MonthOffice } from './month.fixture.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
vi.mock('electron-log/main', () => ({ default: { info: () => undefined } }));

const OCTOBER = '2026-10' as PlainMonth;
const NOVEMBER = '2026-11' as PlainMonth;
const NAME = 'PHX-0371_2026-10_0001.bag.zip.age';
const REFUSED = { code: 'storage/disk-full' as const, cause: undefined };

/** October with a paper, a photograph and a recording, locked. */
async function lockedOctober(): Promise<EnrolledOffice> {
  const enrolled = await enrolledOffice();
  const { office } = enrolled;
  const id = await office.register(at('2026-10-12T09:00'));
  const now = at('2026-10-12T09:10');
  await printed(office, id, now, Buffer.from('%PDF-1.7 paper'));
  await attach(office, id, now, { name: '过道.jpg', bytes: JPEG_SAMPLE, media: 'image/jpeg' });
  const sound = { name: '录音.mp3', bytes: Buffer.alloc(2_500_000, 'ID3 sound'), media: 'audio/mpeg' };
  await attach(office, id, now, sound as Parameters<typeof attach>[3]);
  await office.lock(OCTOBER, at('2026-11-01T08:00'));
  return enrolled;
}

/** The journal as it is, which takes nothing more in. */
const closedTo = (ledger: Ledger, append: Ledger['append']): Ledger => ({ ...ledger, append });
const refusing = (ledger: Ledger): Ledger => closedTo(ledger, () => Promise.resolve(err(REFUSED as never)));

const outboxOf = ({ ledger }: MonthOffice): string => ledger.places.outbox;
const names = async (folder: string): Promise<readonly string[]> => (await readdir(folder)).sort();
const WHOLE = [NAME, `${NAME}.sha256`];

async function usbDrive(): Promise<string> {
  const usb = path.join(await tempFolder(), 'usb');
  await mkdir(usb);
  return usb;
}

/** By the handler, as the page asks; a folder on the disk of the PC is meant. */
async function exportedTo(office: MonthOffice, folder: string) {
  office.chosen = folder;
  const ask = (kind: 'choose' | 'anyway') => office.ask('bundles:export', { period: OCTOBER, to: { kind } });
  const told = expectOk(await ask('choose'));
  return told.doubt === undefined ? told : expectOk(await ask('anyway'));
}

async function zipHash(file: string, identity: string): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const hash = createHash('sha256');
    const { size } = await handle.stat();
    for await (const piece of decryptAge({ handle, size }, [identity])) hash.update(piece);
    return hash.digest('hex');
  } finally {
    await handle.close();
  }
}

describe('a month sealed for several keys', () => {
  const tools = ['age', 'unzip', 'sha256sum'].every(hasTool);
  it.skipIf(!tools)('opens with each of them by age itself, and headquarters takes it in', async () => {
    const { office, hq, identities } = await lockedOctober();
    const bundle = await office.seal(OCTOBER);
    const file = path.join(outboxOf(office), bundle.file);
    for (const identity of identities) {
      const folder = await tempFolder();
      await writeFile(path.join(folder, 'hq.key'), identityFile(identity, '', ''));
      const script = 'age -d -i hq.key "$1" > X.zip && unzip -q X.zip && cd PHX-*';
      const sums = 'sha256sum -c --quiet manifest-sha256.txt tagmanifest-sha256.txt';
      execFileSync('sh', ['-euc', `${script} && ${sums}`, 'sh', file], { cwd: folder });
      const bag = path.join(folder, NAME.slice(0, -'.bag.zip.age'.length));
      expect(await names(path.join(bag, 'data/attachments'))).toHaveLength(2);
      expect(await names(path.join(bag, 'data/reports'))).toEqual([
        ...['register.pdf', 'statistics.json', 'statistics.pdf', 'statistics.xlsx'],
      ]);
    }
    expect(expectOk(await importBundle(file, hq)).state).toBe('accepted');
  });
});

describe('the same books', () => {
  it('sealed twice at one time by one key are the same ZIP, byte for byte', async () => {
    const anyCase = fc.record({
      facts: fc.string({ maxLength: 40 }),
      files: fc.array(fc.uint8Array({ minLength: 1, maxLength: 2000 }), { maxLength: 3 }),
      papers: fc.nat(2),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyCase, { maxLength: 4 }), async cases => {
        const { office, identities } = await enrolledOffice();
        for (const { facts, files, papers } of cases) {
          const id = await office.register(at('2026-10-12T09:00'), { facts: `灯坏了 ${facts}` });
          const now = at('2026-10-12T09:10');
          for (const bytes of files)
            await attach(office, id, now, { name: '甲', bytes, media: 'audio/mpeg' });
          for (let nth = 0; nth < papers; nth++)
            await printed(office, id, now, Buffer.from(`%PDF-1.7 ${id} ${nth}`));
        }
        await office.lock(OCTOBER, at('2026-11-01T08:00'));
        const hashes = new Set<string>();
        for (const pcTime of ['2026-11-01T09:00:00Z', '2031-05-06T07:08:09Z']) {
          vi.setSystemTime(pcTime);
          const now = () => at('2026-11-02T09:00');
          const desk = { ...office.desk, ids: countingIds(), now };
          const clocks = { ...office.exporting().clocks, now: now() };
          const once = office.exporting({ desk, clocks, ledger: refusing(office.ledger) });
          expect(await sealMonth(OCTOBER, once)).toEqual(err(REFUSED));
          hashes.add(await zipHash(path.join(outboxOf(office), NAME), identities[0]));
        }
        vi.useRealTimers();
        expect(hashes.size).toBe(1);
      }),
      { numRuns: 5, seed: 6 },
    );
  }, 60_000);
});

describe('a recording that is gone from the vault', () => {
  it('is said as such, and leaves nothing behind', async () => {
    const { office } = await lockedOctober();
    const { vault, outbox } = office.ledger.places;
    for (const name of await readdir(vault, { recursive: true }))
      if ((await stat(path.join(vault, name))).size > 2_000_000) await rm(path.join(vault, name));
    expect(await sealMonth(OCTOBER, office.exporting())).toMatchObject({ error: { code: 'vault/missing' } });
    expect(await names(outbox)).toEqual([]);
    expect((await office.ledger.office()).bundles).toEqual([]);
  });
});

describe('an export that is cancelled', () => {
  const cancelledAt = async (phase: ExportPhase, { office }: EnrolledOffice, usb: string) => {
    const stop = new AbortController();
    const context = office.exporting({
      signal: stop.signal,
      onProgress: progress => {
        if (progress.phase === phase) stop.abort();
      },
    });
    const sealed = await sealMonth(OCTOBER, context);
    return sealed.ok ? carryTo(usb, sealed.value, context) : sealed;
  };

  it.each<ExportPhase>(['reports', 'gathering', 'writing', 'reading-back'])(
    'while %s leaves nothing behind and takes no number',
    async phase => {
      const october = await lockedOctober();
      const usb = await usbDrive();
      expect(await cancelledAt(phase, october, usb)).toMatchObject({ error: { code: 'bundle/cancelled' } });
      const { office } = october;
      expect((await office.ledger.office()).bundles).toEqual([]);
      expect(await names(usb)).toEqual([]);
      expect(await readdir(outboxOf(office)).catch(() => [])).toEqual([]);
      expect((await office.seal(OCTOBER)).sequence).toBe(1);
    },
  );

  it.each<ExportPhase>(['copying', 'comparing'])(
    'while %s leaves nothing on the drive and the sealed bundle as it is',
    async phase => {
      const october = await lockedOctober();
      const usb = await usbDrive();
      expect(await cancelledAt(phase, october, usb)).toMatchObject({ error: { code: 'bundle/cancelled' } });
      const { office } = october;
      expect(await names(usb)).toEqual([]);
      const [bundle, ...more] = (await office.ledger.office()).bundles;
      expect(more).toEqual([]);
      expect(bundle!.written).toBe('no');
      const sealed = path.join(outboxOf(office), NAME);
      expectOk(await verifyWritten(sealed, { expectedSha256: bundle!.sha256 }));
      // The handler carries what was sealed, and seals nothing anew.
      await exportedTo(office, usb);
      expect((await office.ledger.office()).bundles).toMatchObject([{ written: 'written' }]);
      expect((await readFile(path.join(usb, NAME))).equals(await readFile(sealed))).toBe(true);
    },
  );
});

describe('a process that dies at any change it makes to a disk', () => {
  it('while it seals leaves nothing that the next sealing does not take away, and takes no number', async () => {
    const { office } = await lockedOctober();
    const again = office.exporting({ ledger: refusing(office.ledger) });
    let last = 0;
    for (let at = 1; last === 0; at++) {
      const dying = dyingFiles(at);
      const end = await Promise.race([
        sealMonth(OCTOBER, office.exporting({ ledger: refusing(office.ledger), files: dying.files })),
        dying.death,
      ]);
      await dying.bury();
      if (end !== 'dead') last = at;
      expect((await office.ledger.office()).bundles).toEqual([]);
      expect(await sealMonth(OCTOBER, again)).toEqual(err(REFUSED));
      expect(await names(outboxOf(office))).toEqual(WHOLE);
      expectOk(await verifyWritten(path.join(outboxOf(office), NAME)));
    }
    expect(last).toBeGreaterThan(15);
    expect((await office.seal(OCTOBER)).sequence).toBe(1);
  }, 120_000);

  it('while it carries leaves nothing that the next carrying does not take away', async () => {
    const { office } = await lockedOctober();
    const bundle = await office.seal(OCTOBER);
    const usb = await usbDrive();
    const context = office.exporting({ ledger: refusing(office.ledger) });
    let last = 0;
    for (let at = 1; last === 0; at++) {
      await rm(path.join(usb, NAME), { force: true });
      const dying = dyingFiles(at);
      const end = await Promise.race([carryTo(usb, bundle, { ...context, files: dying.files }), dying.death]);
      await dying.bury();
      if (end !== 'dead') last = at;
      expect(await carryTo(usb, bundle, context)).toEqual(err(REFUSED));
      expect(await names(usb)).toEqual(WHOLE);
      expectOk(await verifyWritten(path.join(usb, NAME), { expectedSha256: bundle.sha256 }));
    }
    expect(last).toBeGreaterThan(15);
  }, 120_000);

  it('before or after the journal knows of the bundle gives that month one number', async () => {
    const { office } = await lockedOctober();
    const dies = (before: (append: Ledger['append']) => Ledger['append']): Promise<unknown> =>
      new Promise(resolve => {
        const { append } = office.ledger;
        const ledger = closedTo(office.ledger, async (...batch) => {
          await before(append)(...batch);
          resolve('dead');
          return new Promise<never>(() => undefined);
        });
        void sealMonth(OCTOBER, office.exporting({ ledger }));
      });
    await dies(() => () => Promise.resolve(err(REFUSED as never)));
    expect((await office.ledger.office()).bundles).toEqual([]);
    await dies(append => append);
    const [bundle, ...more] = (await office.ledger.office()).bundles;
    expect([bundle!.sequence, more]).toEqual([1, []]);
    const usb = await usbDrive();
    const told = await exportedTo(office, usb);
    expect(told.bundles).toMatchObject([{ bundle: bundle!.id, outcome: 'written' }]);
    const verdict = await verifyWritten(path.join(usb, NAME), { expectedSha256: bundle!.sha256 });
    expect(verdict.ok).toBe(true);
  });

  it('leaves nothing behind either where another month is sealed and carried next', async () => {
    const { office } = await lockedOctober();
    await office.lock(NOVEMBER, at('2026-12-01T08:00'));
    const usb = await usbDrive();
    await mkdir(outboxOf(office), { recursive: true });
    for (const name of [NAME, `${NAME}.part`, `${NAME}.sha256.part`])
      await writeFile(path.join(outboxOf(office), name), 'half');
    const other = 'ABC-0001_2026-10_0001.bag.zip.age.part';
    for (const name of [`${NAME}.part`, other, '照片.part', 'notes.txt'])
      await writeFile(path.join(usb, name), 'theirs');
    const bundle = await office.seal(NOVEMBER);
    expectOk(await carryTo(usb, bundle, office.exporting()));
    const now = [bundle.file, `${bundle.file}.sha256`];
    expect(await names(outboxOf(office))).toEqual(now);
    // Of others and of other things on the drive nothing is touched.
    expect(await names(usb)).toEqual([other, ...now, 'notes.txt', '照片.part']);
  });
});

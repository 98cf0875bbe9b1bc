import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { agePair, sampleMonth, sampleOffice } from '#electron/bundles/bundle.fixture.ts';
import { BundleFault } from '#electron/bundles/bundle.fault.ts';
import type { NewBundle } from '#electron/bundles/bundle.input.ts';
import { editInfo, looseBag, reseal, sealedBag } from '#electron/bundles/forged-bag.fixture.ts';
import { importReceipt } from '#electron/bundles/receipt.ts';
import { hasTool } from '#electron/bundles/tools.fixture.ts';
import { expectOk } from '#shared/core/result.ts';
import { copyIn } from './copy-in.ts';
import { enrolOffice } from './hq.enrol.ts';
import { nextBundle, now, NOW, sampleHeadquarters, type SampleHeadquarters } from './hq.fixture.ts';
import { importBundle, type ImportResult } from './hq.import.ts';
import { initHeadquarters } from './hq.init.ts';
import { rebuild } from './hq.rebuild.ts';
import { importMany, inSequence } from './import-many.ts';

const codeOf = (result: ImportResult): string => (result.ok ? result.value.state : result.error.code);

/** Every file of a folder with its content, to see that nothing changed. */
async function everything(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder, { recursive: true })).sort();
  const content: Record<string, string> = {};
  for (const name of names) {
    const file = path.join(folder, name);
    if ((await stat(file)).isFile()) content[name] = (await readFile(file)).toString('latin1');
  }
  return content;
}

/** Several bundles of one office, in order. */
async function history(hq: SampleHeadquarters, count: number): Promise<NewBundle[]> {
  const bundles: NewBundle[] = [];
  for (let sequence = 1; sequence <= count; sequence++) {
    bundles.push(await nextBundle(hq, bundles.at(-1), sequence, {}, sequence % 2));
  }
  return bundles;
}

const receiptFiles = async (dataDir: string, id: string) => {
  const json = await readFile(path.join(dataDir, 'receipts', `${id}.receipt.json`));
  const minisig = await readFile(path.join(dataDir, 'receipts', `${id}.receipt.json.minisig`), 'utf8');
  return { json, minisig };
};

describe('making a headquarters', () => {
  it('yields keys that only their owner may read, and a card for the offices', async () => {
    const { dataDir, card } = await sampleHeadquarters();
    for (const name of ['bundle.agekey', 'sealed.agekey', 'signing.key']) {
      expect((await stat(path.join(dataDir, 'keys', name))).mode & 0o777, name).toBe(0o600);
    }
    expect((await stat(path.join(dataDir, 'keys'))).mode & 0o777).toBe(0o700);
    expect(JSON.parse(await readFile(path.join(dataDir, 'headquarters.json'), 'utf8'))).toEqual(card);
    expect(card.sealed_recipient).not.toBe(card.bundle_recipients[0]);
    if (!hasTool('age-keygen')) return;
    const publicOf = (name: string): string =>
      execFileSync('age-keygen', ['-y', path.join(dataDir, 'keys', name)], { encoding: 'utf8' }).trim();
    expect(publicOf('bundle.agekey')).toBe(card.bundle_recipients[0]);
    expect(publicOf('sealed.agekey')).toBe(card.sealed_recipient);
  });

  it('never replaces a key: a second start is refused, an interrupted one goes on', async () => {
    const { dataDir, card } = await sampleHeadquarters();
    const before = await everything(dataDir);
    const again = await initHeadquarters(dataDir, { name: '另一个', now });
    expect(again).toMatchObject({ error: { code: 'hq/already-there' } });
    expect(await everything(dataDir)).toEqual(before);
    await unlink(path.join(dataDir, 'headquarters.json'));
    expect(expectOk(await initHeadquarters(dataDir, { name: card.name, now }))).toEqual(card);
    expect(await everything(dataDir)).toEqual(before);
  });

  it('is refused without a usable name or on a damaged key', async () => {
    const dataDir = path.join(await tempFolder(), 'hq');
    expect(await initHeadquarters(dataDir, { name: '', now })).toMatchObject({
      error: { code: 'hq/bad-name' },
    });
    await mkdir(path.join(dataDir, 'keys'), { recursive: true });
    await writeFile(path.join(dataDir, 'keys', 'bundle.agekey'), 'AGE-SECRET-KEY-1');
    expect(await initHeadquarters(dataDir, { name: 'x', now })).toMatchObject({
      error: { code: 'hq/damaged' },
    });
  });
});

describe('enrolling an office', () => {
  it('happens once, takes over a new name, and never another key', async () => {
    const { dataDir, office } = await sampleHeadquarters();
    const before = await everything(dataDir);
    expect(expectOk(await enrolOffice(dataDir, office.card)).state).toBe('already-there');
    const otherKey = await enrolOffice(dataDir, sampleOffice().card);
    expect(otherKey).toMatchObject({ error: { code: 'hq/other-key', detail: 'PHX-0371' } });
    expect(await everything(dataDir)).toEqual(before);
    const renamed = { ...office.card, name: '样本新区居委会' };
    expect(expectOk(await enrolOffice(dataDir, renamed)).state).toBe('updated');
    expect(expectOk(await enrolOffice(dataDir, sampleOffice('PHX-0002').card)).state).toBe('enrolled');
    for (const bad of [undefined, {}, { ...office.card, signing_key: 'RWx' }]) {
      expect(await enrolOffice(dataDir, bad)).toMatchObject({ error: { code: 'hq/bad-card' } });
    }
    expect(await enrolOffice(path.join(dataDir, 'x'), office.card)).toMatchObject({
      error: { code: 'hq/not-there' },
    });
  });
});

describe('importing bundles', () => {
  it('keeps them, unpacks them, and answers with a receipt the office believes', async () => {
    const hq = await sampleHeadquarters();
    const bundle = await nextBundle(hq, undefined, 1);
    const { state, receipt } = expectOk(await importBundle(bundle.path, hq.dataDir, { now }));
    expect(state).toBe('accepted');
    const { json, minisig } = await receiptFiles(hq.dataDir, bundle.bundleId);
    const expected = { bundleId: bundle.bundleId, sha256: bundle.sha256 };
    expect(expectOk(await importReceipt(json, minisig, hq.card, expected))).toEqual(receipt);
    expect(receipt).toMatchObject({
      verdict: 'accepted',
      received_at: '2026-11-02T09:00:00+08:00',
      office: 'PHX-0371',
      counts: bundle.counts,
    });
    const kept = path.join(hq.dataDir, 'bundles', 'PHX-0371', path.basename(bundle.path));
    expect((await readFile(kept)).equals(await readFile(bundle.path))).toBe(true);
    const staged = path.join(hq.dataDir, 'staged', 'PHX-0371', bundle.bundleId);
    const index = JSON.parse(await readFile(path.join(staged, 'index.json'), 'utf8')) as {
      files: Record<string, { staged: string }>;
    };
    const cases = await readFile(path.join(staged, index.files['data/cases.ndjson']!.staged), 'utf8');
    expect(cases.trimEnd().split('\n')).toHaveLength(1);
    expect(await readdir(hq.dataDir)).not.toContain('tmp');
    expect(await readdir(hq.dataDir)).not.toContain('lock');
    if (!hasTool('minisign')) return;
    const args = ['-V', '-P', hq.card.signing_key, '-m', `${bundle.bundleId}.receipt.json`];
    expect(
      execFileSync('minisign', args, { cwd: path.join(hq.dataDir, 'receipts'), encoding: 'utf8' }),
    ).toContain('verified');
  });

  it('follows an office month by month, also through months without cases', async () => {
    const hq = await sampleHeadquarters();
    for (const bundle of await history(hq, 5)) {
      expect(codeOf(await importBundle(bundle.path, hq.dataDir, { now }))).toBe('accepted');
    }
  });

  it('changes nothing the second time and gives the same receipt, even if that was lost', async () => {
    const hq = await sampleHeadquarters();
    const [first, second] = await history(hq, 2);
    const receipts = [];
    for (const { path: file } of [first!, second!])
      receipts.push(expectOk(await importBundle(file, hq.dataDir, { now })).receipt);
    const before = await everything(hq.dataDir);
    const later = { now: () => NOW + 86_400_000 };
    for (const [index, { path: file }] of [first!, second!].entries()) {
      const again = expectOk(await importBundle(file, hq.dataDir, later));
      expect(again).toMatchObject({ state: 'already-there', receipt: receipts[index]! });
    }
    expect(await everything(hq.dataDir)).toEqual(before);
    await unlink(path.join(hq.dataDir, 'receipts', `${first!.bundleId}.receipt.json.minisig`));
    expect(codeOf(await importBundle(first!.path, hq.dataDir, later))).toBe('already-there');
    expect(await everything(hq.dataDir)).toEqual(before);
  });

  it('refuses an office that is not enrolled, and says which, until it is', async () => {
    const hq = await sampleHeadquarters();
    const office = sampleOffice('PHX-0555', '范例社区');
    const bundle = await nextBundle({ ...hq, office }, undefined, 1);
    const before = await everything(hq.dataDir);
    const result = await importBundle(bundle.path, hq.dataDir, { now });
    expect(result).toMatchObject({
      error: {
        code: 'bundle/unknown-office',
        sender: { code: 'PHX-0555', name: '范例社区', authenticated: false },
      },
    });
    expect(await everything(hq.dataDir)).toEqual(before);
    expectOk(await enrolOffice(hq.dataDir, office.card, { now }));
    expect(codeOf(await importBundle(bundle.path, hq.dataDir, { now }))).toBe('accepted');
  });

  it('refuses what is damaged or for others, and signs nothing for a sender who is not proven', async () => {
    const hq = await sampleHeadquarters();
    const bundle = await nextBundle(hq, undefined, 1);
    const stranger = await agePair();
    const elsewhere = await nextBundle(hq, undefined, 1, { recipients: [stranger.recipient] });
    const impostor = await nextBundle({ ...hq, office: sampleOffice() }, undefined, 1);
    const damaged = path.join(hq.usb, 'damaged.age');
    await copyFile(bundle.path, damaged);
    const bytes = await readFile(damaged);
    bytes[bytes.length - 100]! ^= 1;
    await writeFile(damaged, bytes);
    const before = await everything(hq.dataDir);
    const verdicts: [string, string][] = [
      [path.join(hq.usb, 'nothing.age'), 'bundle/unreadable'],
      [damaged, 'bundle/broken-age'],
      [elsewhere.path, 'bundle/wrong-recipient'],
      [impostor.path, 'bundle/bad-signature'],
    ];
    for (const [file, code] of verdicts) {
      expect(codeOf(await importBundle(file, hq.dataDir, { now })), file).toBe(code);
      expect(await everything(hq.dataDir), code).toEqual(before);
    }
    const limits = { fileBytes: 10, inflatedBytes: 10, entries: 10, tagBytes: 10, lineBytes: 10, depth: 10 };
    expect(codeOf(await importBundle(bundle.path, hq.dataDir, { now, limits }))).toBe('bundle/too-large');
    expect(codeOf(await importBundle(bundle.path, hq.dataDir, { now }))).toBe('accepted');
  });

  it('answers a proven sender with a signed refusal, which a later acceptance replaces and never the reverse', async () => {
    const hq = await sampleHeadquarters();
    const month = await sampleMonth({ documents: [], attachments: [] }, { office: hq.office });
    const forSending = { ...month, headquarters: { identity: '', recipient: hq.card.bundle_recipients[0]! } };
    const bag = await looseBag(month);
    const good = path.join(hq.usb, 'good.age');
    await writeFile(good, await sealedBag(bag, forSending));
    editInfo(bag, 'Case-Count', '2');
    await reseal(bag, hq.office);
    const bad = path.join(hq.usb, 'bad.age');
    await writeFile(bad, await sealedBag(bag, forSending));
    const verdictOf = async () => {
      const { json } = await receiptFiles(hq.dataDir, month.input.bundleId);
      return JSON.parse(json.toString()) as {
        verdict: string;
        reasons: { code: string; sentence: string }[];
      };
    };

    const refused = await importBundle(bad, hq.dataDir, { now });
    expect(refused).toMatchObject({ error: { code: 'bundle/bad-bag-info', receipt: month.input.bundleId } });
    expect(await verdictOf()).toMatchObject({
      verdict: 'rejected',
      reasons: [{ code: 'bundle/bad-bag-info' }],
    });
    expect((await verdictOf()).reasons[0]!.sentence).toMatch(/未导入/);
    expect(codeOf(await importBundle(good, hq.dataDir, { now }))).toBe('accepted');
    expect(await verdictOf()).toMatchObject({ verdict: 'accepted' });
    expect(codeOf(await importBundle(bad, hq.dataDir, { now }))).toBe('bundle/bad-bag-info');
    expect(await verdictOf()).toMatchObject({ verdict: 'accepted' });
  });

  it('refuses gaps, forks and older histories, and accepts the right bundle after them', async () => {
    const hq = await sampleHeadquarters();
    const [first, second, third] = await history(hq, 3);
    const importing = async (bundle: NewBundle): Promise<string> =>
      codeOf(await importBundle(bundle.path, hq.dataDir, { now }));
    expect(await importing(second!)).toBe('bundle/gap');
    expect(await importing(first!)).toBe('accepted');
    expect(await importing(third!)).toBe('bundle/gap');
    expect(await importing(second!)).toBe('accepted');

    const otherPrevious = await nextBundle(hq, { ...second!, sha256: 'ab'.repeat(32) }, 3);
    const otherHistory = await nextBundle(hq, second, 3, {
      chainHead: { seq: second!.chainHead.seq, hash: 'cd'.repeat(32) },
    });
    const shorter = await nextBundle(hq, second, 3, { chainHead: { seq: 0, hash: '0'.repeat(64) } });
    const longer = await nextBundle(hq, second, 3, { chainHead: { seq: 99, hash: 'cd'.repeat(32) } });
    const emptyElsewhere = await nextBundle(
      hq,
      second,
      3,
      { chainHead: { seq: 99, hash: 'cd'.repeat(32) } },
      0,
    );
    const sibling = await nextBundle(hq, first, 2);
    const before = await everything(path.join(hq.dataDir, 'bundles'));
    expect(await importing(otherPrevious)).toBe('bundle/fork');
    expect(await importing(otherHistory)).toBe('bundle/fork');
    expect(await importing(shorter)).toBe('bundle/rollback');
    expect(await importing(longer)).toBe('bundle/gap');
    expect(await importing(emptyElsewhere)).toBe('bundle/gap');
    expect(await importing(sibling)).toBe('bundle/fork');
    expect(await importing(await nextBundle(hq, undefined, 1))).toBe('bundle/rollback');
    const sameId = await nextBundle(hq, second, 3, { bundleId: second!.bundleId });
    expect(await importing(sameId)).toBe('bundle/fork');
    expect(await everything(path.join(hq.dataDir, 'bundles'))).toEqual(before);
    expect(await importing(third!)).toBe('accepted');
  });

  it('is for one program at a time, and not held up by one that was killed', async () => {
    const hq = await sampleHeadquarters();
    const bundle = await nextBundle(hq, undefined, 1);
    const results = await Promise.all([1, 2].map(() => importBundle(bundle.path, hq.dataDir, { now })));
    expect(results.map(codeOf).sort()).toEqual(['accepted', 'hq/busy']);
    const dead = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' });
    await writeFile(path.join(hq.dataDir, 'lock'), dead);
    await mkdir(path.join(hq.dataDir, 'tmp'));
    await writeFile(path.join(hq.dataDir, 'tmp', 'incoming.age'), 'half');
    expect(codeOf(await importBundle(bundle.path, hq.dataDir, { now }))).toBe('already-there');
  });
});

describe('the state of a headquarters', () => {
  const withHistory = async () => {
    const hq = await sampleHeadquarters();
    const bundles = await history(hq, 3);
    for (const bundle of bundles) expectOk(await importBundle(bundle.path, hq.dataDir, { now }));
    return { hq, bundles, before: await everything(hq.dataDir) };
  };
  const later = { now: () => NOW + 86_400_000 };
  const withoutPrevious = (content: Record<string, string>): Record<string, string> =>
    Object.fromEntries(Object.entries(content).filter(([name]) => !name.endsWith('.bak')));

  it('is made again, byte for byte, from the kept bundles, cards and receipts', async () => {
    const { hq, before } = await withHistory();
    await rm(path.join(hq.dataDir, 'offices.json'));
    await rm(path.join(hq.dataDir, 'staged'), { recursive: true });
    expect(expectOk(await rebuild(hq.dataDir, later))).toEqual({ offices: 1, bundles: 3, problems: [] });
    expect(withoutPrevious(await everything(hq.dataDir))).toEqual(withoutPrevious(before));
  });

  it('is taken in again where a crash came after a bundle was kept', async () => {
    const { hq, bundles, before } = await withHistory();
    // What each step leaves if nothing after it happened: ledger of two bundles, with and without the rest.
    const ledger = JSON.parse(before['offices.json']!) as { offices: { bundles: unknown[] }[] };
    ledger.offices[0]!.bundles.pop();
    const last = bundles[2]!;
    for (const lost of ['nothing else', 'receipt', 'signature', 'staged']) {
      await writeFile(path.join(hq.dataDir, 'offices.json'), JSON.stringify(ledger));
      const receipt = path.join(hq.dataDir, 'receipts', `${last.bundleId}.receipt.json`);
      if (lost === 'receipt') await unlink(receipt);
      if (lost === 'receipt' || lost === 'signature') await unlink(`${receipt}.minisig`);
      if (lost === 'staged') await rm(path.join(hq.dataDir, 'staged'), { recursive: true });
      expect(codeOf(await importBundle(last.path, hq.dataDir, { now })), lost).toBe('already-there');
      const after = withoutPrevious(await everything(hq.dataDir));
      const expected = withoutPrevious(before);
      const stagedBefore = Object.keys(expected).filter(
        name => name.startsWith('staged') && !name.includes(last.bundleId),
      );
      if (lost === 'staged') for (const name of stagedBefore) Reflect.deleteProperty(expected, name);
      expect(after, lost).toEqual(expected);
    }
  });

  it('comes back from the generation before when the ledger is damaged', async () => {
    const { hq, bundles } = await withHistory();
    await writeFile(path.join(hq.dataDir, 'offices.json'), '{');
    const fourth = await nextBundle(hq, bundles[2], 4);
    expect(codeOf(await importBundle(fourth.path, hq.dataDir, { now }))).toBe('accepted');
    await writeFile(path.join(hq.dataDir, 'offices.json'), '{');
    await writeFile(path.join(hq.dataDir, 'offices.json.bak'), '{');
    expect(codeOf(await importBundle(fourth.path, hq.dataDir, { now }))).toBe('hq/damaged');
    expect(expectOk(await rebuild(hq.dataDir, later)).bundles).toBe(4);
    expect(codeOf(await importBundle(fourth.path, hq.dataDir, { now }))).toBe('already-there');
  });

  it('is rebuilt as far as the kept bundles are whole, and says where it stopped', async () => {
    const { hq, bundles } = await withHistory();
    const kept = path.join(hq.dataDir, 'bundles', 'PHX-0371', path.basename(bundles[1]!.path));
    await writeFile(kept, 'damaged');
    expect(expectOk(await rebuild(hq.dataDir, later))).toEqual({
      offices: 1,
      bundles: 1,
      problems: [{ file: kept, code: 'bundle/broken-age' }],
    });
    await copyFile(bundles[1]!.path, kept);
    expect(expectOk(await rebuild(hq.dataDir, later)).bundles).toBe(3);
  });

  it('needs its keys and says so', async () => {
    const { hq, bundles } = await withHistory();
    await writeFile(path.join(hq.dataDir, 'keys', 'bundle.agekey'), '');
    expect(codeOf(await importBundle(bundles[0]!.path, hq.dataDir))).toBe('hq/damaged');
    await rm(path.join(hq.dataDir, 'headquarters.json'));
    expect(codeOf(await importBundle(bundles[0]!.path, hq.dataDir))).toBe('hq/not-there');
  });
});

describe('importing many', () => {
  it('goes office by office in the order of the sequence, whatever the order given', async () => {
    const hq = await sampleHeadquarters();
    const other = { ...hq, office: sampleOffice('PHX-0100', '范例社区') };
    expectOk(await enrolOffice(hq.dataDir, other.office.card));
    const drive = await tempFolder();
    const files = [...(await history(hq, 3)), ...(await history(other, 2))].map(bundle => bundle.path);
    for (const file of files) await copyFile(file, path.join(drive, path.basename(file)));
    await writeFile(path.join(drive, 'notes.txt'), 'x');
    await writeFile(path.join(drive, 'other.age'), 'x');
    const results = await importMany([drive], hq.dataDir, { now });
    expect(results.map(({ file, result }) => [path.basename(file).slice(0, 21), codeOf(result)])).toEqual([
      ['PHX-0100_2026-10_0001', 'accepted'],
      ['PHX-0100_2026-11_0002', 'accepted'],
      ['PHX-0371_2026-10_0001', 'accepted'],
      ['PHX-0371_2026-11_0002', 'accepted'],
      ['PHX-0371_2026-12_0003', 'accepted'],
      ['other.age', 'bundle/broken-age'],
    ]);
  });

  it('sorts by number, not by text', () => {
    const names = ['A-1_2026-10_10000', 'A-1_2026-10_0002', 'x', 'A-0_2026-10_0009'].map(
      name => `${name}.bag.zip.age`,
    );
    expect(inSequence(names).map(name => name.slice(0, -12))).toEqual([
      'A-0_2026-10_0009',
      'A-1_2026-10_0002',
      'A-1_2026-10_10000',
      'x',
    ]);
  });
});

describe('copying a bundle in', () => {
  it('tells a medium that fails from a disk that is full', async () => {
    const folder = await tempFolder();
    await writeFile(path.join(folder, 'a'), 'content');
    await expect(copyIn(path.join(folder, 'x'), path.join(folder, 'b'), 100)).rejects.toBeInstanceOf(
      BundleFault,
    );
    await expect(copyIn(path.join(folder, 'a'), path.join(folder, 'x', 'b'), 100)).rejects.toMatchObject({
      code: 'ENOENT',
    });
    await expect(copyIn(path.join(folder, 'a'), path.join(folder, 'b'), 3)).rejects.toMatchObject({
      code: 'bundle/too-large',
    });
    await copyIn(path.join(folder, 'a'), path.join(folder, 'b'), 7);
    expect(await readFile(path.join(folder, 'b'), 'utf8')).toBe('content');
  });
});

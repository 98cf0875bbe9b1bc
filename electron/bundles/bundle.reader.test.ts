import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { tempFolder, tinyDisk } from '#electron/files/temp-folder.fixture.ts';
import { signMinisign } from '#electron/keys/minisign.ts';
import { canonicalJson } from '#shared/core/canonical-json.ts';
import { expectOk } from '#shared/core/result.ts';
import { agePair, sampleMonth, sampleOffice, type SampleMonth } from './bundle.fixture.ts';
import { DEFAULT_LIMITS, type BundleLimits } from './bundle.limits.ts';
import { readBundle } from './bundle.reader.ts';
import { writeBundle } from './bundle.writer.ts';
import {
  editInfo,
  entriesOf,
  gather,
  looseBag,
  reseal,
  sealed,
  sealedBag,
  TAG_FILES,
  type LooseBag,
} from './forged-bag.fixture.ts';
import { rawZip, type RawEntry } from './raw-zip.fixture.ts';

const all = async <T>(source: AsyncIterable<T>): Promise<T[]> => {
  const values: T[] = [];
  for await (const value of source) values.push(value);
  return values;
};

let month: SampleMonth;
beforeAll(async () => {
  month = await sampleMonth({ documents: [], attachments: [] }, { cases: 2 });
});

const reading = (stagingDir: string, of: SampleMonth = month, limits: Partial<BundleLimits> = {}) => ({
  identities: [of.headquarters.identity],
  findSigningKey: (code: string) => (code === of.office.card.code ? of.office.card.signing_key : undefined),
  stagingDir,
  limits: { ...DEFAULT_LIMITS, ...limits },
});

describe('reading a bundle', () => {
  it('gives back what was written', async () => {
    const folder = await tempFolder();
    const whole = await sampleMonth();
    const written = expectOk(await writeBundle(whole.input, { directory: folder }));
    const staging = path.join(folder, 'staging');
    const bundle = expectOk(await readBundle(written.path, reading(staging, whole)));
    expect(bundle).toMatchObject({ sha256: written.sha256, bytes: written.bytes, counts: written.counts });
    expect(bundle.chainBefore).toEqual(whole.input.chainHead);
    expect(bundle.chainAfter).toEqual(written.chainHead);
    expect(bundle.info).toMatchObject({ bundleId: whole.input.bundleId, period: '2026-10', previous: null });
    expect(bundle.office).toEqual(whole.office.card);
    expect(await all(bundle.cases())).toEqual(whole.input.cases);
    const events = await all(bundle.events());
    expect(events.map(({ journal, event }) => ({ journal, event }))).toEqual(whole.input.events);
    const documents = whole.input.documents as readonly {
      caseId: string;
      documentId: string;
      open: () => AsyncIterable<Uint8Array>;
    }[];
    for (const { caseId, documentId, open } of documents) {
      const staged = bundle.files.get(`data/documents/${caseId}/${documentId}.pdf`);
      const content = await readFile(path.join(bundle.folder, staged!.staged));
      expect(content.equals(await gather(open()))).toBe(true);
    }
    expect((await readdir(bundle.folder)).every(name => /^\d{6}\.bin$/.test(name))).toBe(true);
    await bundle.discard();
    expect(await readdir(staging)).toEqual([]);
  });

  it('gives back a month without cases, which still says where the chain stands', async () => {
    const folder = await tempFolder();
    const chainHead = { seq: 41, hash: 'cd'.repeat(32) };
    const empty = await sampleMonth({ chainHead }, { cases: 0 });
    const written = expectOk(await writeBundle(empty.input, { directory: folder }));
    const bundle = expectOk(await readBundle(written.path, reading(path.join(folder, 'staging'), empty)));
    expect(bundle.counts).toMatchObject({ cases: 0, events: 0 });
    expect(bundle).toMatchObject({ chainBefore: chainHead, chainAfter: chainHead });
    expect(await all(bundle.cases())).toEqual([]);
  });

  it('takes what other tools pack: folders, deflated or not, in any order', async () => {
    const folder = await tempFolder();
    const bag = await looseBag(month);
    const entries = entriesOf(bag)
      .reverse()
      .map(entry => ({ ...entry, packed: { method: 8, bytes: deflateRawSync(entry.data) } }));
    const folders = ['', 'data/'].map(name => ({
      name: `${bag.top}/${name}`,
      data: Buffer.alloc(0),
      mode: 0o40755,
    }));
    const file = path.join(folder, 'x.age');
    await writeFile(file, await sealed(rawZip([...folders, ...entries]), month));
    expectOk(await readBundle(file, reading(path.join(folder, 'staging'))));
  });
});

/** Reads bytes as a bundle, expects a refusal, and that nothing is left of it. */
async function refusal(bytes: Buffer, limits: Partial<BundleLimits> = {}, of: SampleMonth = month) {
  const folder = await tempFolder();
  const file = path.join(folder, 'x.age');
  await writeFile(file, bytes);
  const staging = path.join(folder, 'staging');
  const result = await readBundle(file, reading(staging, of, limits));
  if (result.ok) await result.value.discard();
  expect(await readdir(staging)).toEqual([]);
  return result.ok ? { code: 'accepted' } : result.error;
}

const refusedBag = async (change: (bag: LooseBag) => unknown, how: Parameters<typeof reseal>[2] = {}) => {
  const bag = await looseBag(month);
  await change(bag);
  await reseal(bag, month.office, how);
  return refusal(await sealedBag(bag, month));
};

const refusedEntries = async (change: (entries: RawEntry[], top: string) => RawEntry[]) => {
  const bag = await looseBag(month);
  return refusal(await sealed(rawZip(change(entriesOf(bag), bag.top)), month));
};

const junk = (name: string, more: Partial<RawEntry> = {}): RawEntry => ({
  name,
  data: Buffer.from('x'),
  ...more,
});

describe('a bundle is refused', () => {
  const lines = (bag: LooseBag, name: string): string[] =>
    bag.files.get(name)!.toString().trimEnd().split('\n');
  const setLines = (bag: LooseBag, name: string, text: readonly string[]): void => {
    bag.files.set(name, Buffer.from(text.map(line => `${line}\n`).join('')));
  };

  it('never, when only rebuilt as it was', async () => {
    expect((await refusedBag(() => undefined)).code).toBe('accepted');
    expect((await refusedEntries(entries => entries)).code).toBe('accepted');
  });

  it('when it cannot be read', async () => {
    const folder = await tempFolder();
    for (const name of ['not there', 'folder']) {
      await mkdir(path.join(folder, 'folder'), { recursive: true });
      const result = await readBundle(path.join(folder, name), reading(path.join(folder, 'staging')));
      expect(result, name).toMatchObject({ error: { code: 'bundle/unreadable' } });
    }
  });

  it('when it is encrypted to others, and no parser sees it', async () => {
    const stranger = { ...month, headquarters: await agePair() };
    const bytes = await sealed(Buffer.from('not even a ZIP'), stranger);
    expect((await refusal(bytes)).code).toBe('bundle/wrong-recipient');
  });

  it('when its encryption is damaged or cut short', async () => {
    const bytes = await sealedBag(await looseBag(month), month);
    for (const bad of [
      Buffer.alloc(0),
      Buffer.from('PK\x03\x04'),
      bytes.subarray(0, bytes.length - 1),
      bytes.subarray(0, 100),
      Buffer.concat([bytes, bytes]),
    ]) {
      expect((await refusal(bad)).code, `${bad.length} bytes`).toBe('bundle/broken-age');
    }
  });

  it('when the ZIP is damaged', async () => {
    const zip = rawZip(entriesOf(await looseBag(month)));
    const overlapping = await refusedEntries(entries => [
      ...entries,
      ...Array.from({ length: 9 }, (_, index) => ({ ...entries[3]!, name: `x/${index}`, sameBytesAs: 3 })),
    ]);
    const garbage = { method: 8, bytes: Buffer.from('no deflate stream') };
    const verdicts = [
      await refusal(await sealed(Buffer.alloc(0), month)),
      await refusal(await sealed(zip.subarray(0, zip.length - 30), month)),
      await refusal(await sealed(zip.subarray(20), month)),
      await refusedEntries(entries => entries.with(0, { ...entries[0]!, packed: garbage })),
      await refusedEntries(entries =>
        entries.with(0, { ...entries[0]!, packed: { method: 99, bytes: garbage.bytes } }),
      ),
      await refusedEntries(entries => entries.with(0, { ...entries[0]!, flags: 0x801 })),
    ];
    for (const [index, { code }] of verdicts.entries())
      expect(code, `no. ${index}`).toBe('bundle/broken-zip');
    expect(['bundle/broken-zip', 'bundle/unsafe-name']).toContain(overlapping.code);
  });

  it.each([
    '../x',
    'TOP/../../x',
    '/etc/passwd',
    'C:\\x',
    'TOP\\data\\x',
    'TOP/data/x\0.pdf',
    'TOP/data/NUL.txt',
    'TOP/data/x.',
    'TOP//x',
    'TOP/./x',
    'TOP/data/x:y',
  ])('when a file is called %j', async name => {
    const result = await refusedEntries((entries, top) => [...entries, junk(name.replace('TOP', top))]);
    expect(result.code).toBe('bundle/unsafe-name');
  });

  it('when a file is no plain file, or a name can be read in two ways', async () => {
    const unicodePath = Buffer.concat([Buffer.from([0x75, 0x70, 6, 0, 1, 0, 0, 0, 0]), Buffer.from('x')]);
    const bad: Partial<RawEntry>[] = [
      { mode: 0o120777 },
      { mode: 0o020644 },
      { localName: 'another' },
      { extra: unicodePath },
    ];
    for (const more of bad) {
      const result = await refusedEntries((entries, top) => [...entries, junk(`${top}/data/x`, more)]);
      expect(result.code, JSON.stringify(more)).toBe('bundle/unsafe-name');
    }
    for (const more of [{ name: Buffer.from([0x78, 0xff]) }, { name: 'data/登记', flags: 0 }]) {
      const result = await refusedEntries(entries => [...entries, { ...junk(''), ...more }]);
      expect(result.code, JSON.stringify(more)).toBe('bundle/unsafe-name');
    }
    const full = await refusedEntries((entries, top) => [...entries, junk(`${top}/data/x/`)]);
    expect(full.code).toBe('bundle/unsafe-name');
  });

  it.each([['bagit.txt'], ['BagIt.TXT'], ['data/cases.ndjson'], ['data/cases.ndjson/x'], ['data']])(
    'when there is a second %s',
    async name => {
      const result = await refusedEntries((entries, top) => [...entries, junk(`${top}/${name}`)]);
      expect(result.code).toBe('bundle/duplicate-name');
    },
  );

  it('when names differ in composition only', async () => {
    const result = await refusedBag(bag => {
      bag.files.set('data/\u00e9', Buffer.from('1'));
      bag.files.set('data/e\u0301', Buffer.from('2'));
    });
    expect(result.code).toBe('bundle/duplicate-name');
  });

  it('when it is no bag', async () => {
    for (const name of [
      ...TAG_FILES,
      'tagmanifest-sha256.txt',
      'tagmanifest-sha256.txt.minisig',
      'data/cases.ndjson',
    ]) {
      const result = await refusedEntries(entries =>
        entries.filter(entry => !String(entry.name).endsWith(`/${name}`)),
      );
      expect(result, name).toMatchObject({ code: 'bundle/not-a-bag', detail: name });
    }
    expect((await refusedEntries(entries => [...entries, junk('second/x')])).code).toBe('bundle/not-a-bag');
    expect((await refusedEntries(() => [])).code).toBe('bundle/not-a-bag');
    for (const text of [
      'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n',
      'BagIt-Version: 1.0\n',
      '',
    ]) {
      const result = await refusedBag(bag => bag.files.set('bagit.txt', Buffer.from(text)));
      expect(result.code, text).toBe('bundle/not-a-bag');
    }
    const manifest = await refusedBag(bag => bag.files.set('manifest-sha256.txt', Buffer.from('?\n')), {
      manifest: false,
    });
    expect(manifest.code).toBe('bundle/not-a-bag');
  });

  it('when its format is newer', async () => {
    const format = await refusedBag(bag => editInfo(bag, 'Case-Bundle-Format', '2.0'));
    expect(format.code).toBe('bundle/newer-format');
    const bagit = Buffer.from('BagIt-Version: 2.0\nSomething: else\n');
    expect((await refusedBag(bag => bag.files.set('bagit.txt', bagit))).code).toBe('bundle/newer-format');
  });

  it.each([
    ['Case-Count', '3'],
    ['Zero-Report', 'true'],
    ['Bag-Count', '2'],
    ['Bag-Group-Identifier', '2026-11'],
    ['External-Identifier', 'x'],
    ['Payload-Oxum', 'x'],
  ])('when bag-info.txt says %s: %s', async (label, value) => {
    const result = await refusedBag(bag => editInfo(bag, label, value), { oxum: label !== 'Payload-Oxum' });
    expect(result.code).toBe('bundle/bad-bag-info');
  });

  it('when its office is not enrolled, and says which one it is', async () => {
    const other = await sampleMonth(
      {},
      { office: sampleOffice('PHX-0999', '范例社区'), headquarters: month.headquarters },
    );
    const result = await refusal(await sealedBag(await looseBag(other), other));
    expect(result).toMatchObject({
      code: 'bundle/unknown-office',
      sender: { code: 'PHX-0999', name: '范例社区', authenticated: false },
    });
  });

  it('when it is not signed by the key its office is enrolled with', async () => {
    const impostor = await sampleMonth({}, { office: sampleOffice(), headquarters: month.headquarters });
    const result = await refusal(await sealedBag(await looseBag(impostor), impostor));
    expect(result).toMatchObject({ code: 'bundle/bad-signature', sender: { authenticated: false } });

    const bag = await looseBag(month);
    const tags = bag.files.get('tagmanifest-sha256.txt')!;
    bag.files.set('tagmanifest-sha256.txt', Buffer.concat([tags, Buffer.from('\n')]));
    expect((await refusal(await sealedBag(bag, month))).code).toBe('bundle/bad-signature');
    const old = await signMinisign(month.office.secret, Buffer.from('another'), 'x');
    bag.files.set('tagmanifest-sha256.txt', tags);
    bag.files.set('tagmanifest-sha256.txt.minisig', Buffer.from(old));
    expect((await refusal(await sealedBag(bag, month))).code).toBe('bundle/bad-signature');
  });

  it('when a file is in no manifest', async () => {
    const payload = await refusedBag(bag => bag.files.set('data/x', Buffer.from('x')), { manifest: false });
    expect(payload).toMatchObject({
      code: 'bundle/unlisted-file',
      detail: 'data/x',
      sender: { authenticated: true },
    });
    const tag = await refusedBag(bag => bag.files.set('fetch.txt', Buffer.from('x')));
    expect(tag).toMatchObject({ code: 'bundle/unlisted-file', detail: 'fetch.txt' });
    const listed = await refusedBag(bag => bag.files.set('notes.txt', Buffer.from('x')), {
      tags: [...TAG_FILES, 'notes.txt'],
    });
    expect(listed.code).toBe('accepted');
    for (const name of TAG_FILES) {
      const result = await refusedBag(() => undefined, {
        tags: TAG_FILES.filter(tagFile => tagFile !== name),
      });
      expect(result, name).toMatchObject({ code: 'bundle/unlisted-file', detail: name });
    }
  });

  it('when a file of a manifest is not there', async () => {
    const payload = await refusedBag(bag => bag.files.delete('data/README.txt'), { manifest: false });
    expect(payload).toMatchObject({ code: 'bundle/missing-file', detail: 'data/README.txt' });
    const tag = await refusedBag(() => undefined, { tags: [...TAG_FILES, 'notes.txt'] });
    expect(tag).toMatchObject({ code: 'bundle/missing-file', detail: 'notes.txt' });
  });

  it('when it holds more or less than announced, before that is unpacked', async () => {
    for (const oxum of ['1.7', '999999999.7', '5000.1']) {
      const result = await refusedBag(bag => editInfo(bag, 'Payload-Oxum', oxum), { oxum: false });
      expect(result.code, oxum).toBe('bundle/oxum-mismatch');
    }
  });

  it('when an entry inflates to more than it claims', async () => {
    const bag = await looseBag(month);
    const bomb = Buffer.alloc(50_000_000);
    bag.files.set('data/bomb', Buffer.alloc(1000));
    await reseal(bag, month.office);
    const entries = entriesOf(bag).map(entry =>
      String(entry.name).endsWith('/bomb')
        ? { ...entry, data: bomb, claimedBytes: 1000, packed: { method: 8, bytes: deflateRawSync(bomb) } }
        : entry,
    );
    const result = await refusal(await sealed(rawZip(entries), month));
    expect(['bundle/broken-zip', 'bundle/oxum-mismatch']).toContain(result.code);
  });

  it('when a checksum does not fit', async () => {
    const payload = await refusedBag(bag => bag.files.set('data/README.txt', Buffer.from('x')), {
      manifest: false,
    });
    expect(payload).toMatchObject({ code: 'bundle/hash-mismatch', detail: 'data/README.txt' });
    const bag = await looseBag(month);
    editInfo(bag, 'Case-Count', '7');
    expect(await refusal(await sealedBag(bag, month))).toMatchObject({
      code: 'bundle/hash-mismatch',
      detail: 'bag-info.txt',
    });
    const name = `data/attachments/${'0'.repeat(64)}.jpg`;
    const attachment = await refusedBag(loose => loose.files.set(name, Buffer.from('x')));
    expect(attachment).toMatchObject({ code: 'bundle/hash-mismatch', detail: name });
  });

  it('when a hard limit is passed, whatever is announced', async () => {
    const bytes = await sealedBag(await looseBag(month), month);
    for (const limits of [
      { fileBytes: bytes.length - 1 },
      { entries: 5 },
      { inflatedBytes: 4000 },
      { tagBytes: 200 },
      { lineBytes: 100 },
    ]) {
      expect((await refusal(bytes, limits)).code, JSON.stringify(limits)).toBe('bundle/too-large');
    }
    expect((await refusal(bytes, { fileBytes: bytes.length })).code).toBe('accepted');
  });

  it.each<[string, string, (line: string) => string]>([
    ['is no JSON', 'data/cases.ndjson', () => '{'],
    ['is empty', 'data/cases.ndjson', () => ''],
    ['is not in UTF-8', 'data/cases.ndjson', line => line.replace('楼', '\uFFFD')],
    ['is no case', 'data/cases.ndjson', () => '{"id":"x"}'],
    [
      'has a dangerous key',
      'data/cases.ndjson',
      line => line.replace('"fields":{', '"fields":{"__proto__":{},'),
    ],
    ['is nested without end', 'data/cases.ndjson', () => '['.repeat(100_000) + ']'.repeat(100_000)],
    ['is no event', 'data/events.ndjson', () => '{"seq":1}'],
  ])('when a line %s', async (what, name, change) => {
    const result = await refusedBag(bag => {
      const [first = '', ...rest] = lines(bag, name);
      setLines(bag, name, [change(first), ...rest]);
      if (what !== 'is not in UTF-8') return;
      const bytes = bag.files.get(name)!;
      const at = bytes.indexOf('\uFFFD');
      bag.files.set(
        name,
        Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff]), bytes.subarray(at + 3)]),
      );
    });
    expect(result).toMatchObject({ code: 'bundle/bad-content', detail: `${name}, line 1` });
  });

  it('when a case is there twice, or the card is of another office', async () => {
    const twice = await refusedBag(bag => {
      const [first = ''] = lines(bag, 'data/cases.ndjson');
      setLines(bag, 'data/cases.ndjson', [first, first]);
    });
    expect(twice.code).toBe('bundle/bad-content');
    for (const card of [sampleOffice().card, { ...month.office.card, code: 'PHX-0999' }, {}]) {
      const result = await refusedBag(bag =>
        bag.files.set('data/office.json', Buffer.from(canonicalJson(card))),
      );
      expect(result.code).toBe('bundle/bad-content');
    }
  });

  it('when the chain of events is broken', async () => {
    const name = 'data/events.ndjson';
    const changes: ((events: string[]) => string[])[] = [
      events => events.toSpliced(2, 1),
      events => events.slice(0, -1),
      events => events.slice(0, 0),
      events => [...events.slice(0, 2), events[3]!, events[2]!, ...events.slice(4)],
      events => events.with(1, events[1]!.replace('step taken', 'step token')),
      events => events.with(0, events[0]!.replace(/"prev":"0/, '"prev":"1')),
    ];
    for (const [index, change] of changes.entries()) {
      const result = await refusedBag(bag => setLines(bag, name, change(lines(bag, name))));
      // Without any events, bag-info.txt alone speaks of the chain, and the office's last head decides.
      expect(result.code, `no. ${index}`).toBe(index === 2 ? 'accepted' : 'bundle/broken-chain');
    }
  });

  it('when this machine has no room for it, which is not called a fault of the bundle', async ctx => {
    const stagingDir = await tinyDisk(64 * 1024);
    if (stagingDir === undefined) return ctx.skip('this user may not mount a small disk');
    const whole = await sampleMonth();
    const folder = await tempFolder();
    const written = expectOk(await writeBundle(whole.input, { directory: folder }));
    const result = await readBundle(written.path, reading(stagingDir, whole));
    expect(result).toMatchObject({ error: { code: 'bundle/staging-failed', cause: { code: 'ENOSPC' } } });
    expect(await readdir(stagingDir)).toEqual([]);
  });
});

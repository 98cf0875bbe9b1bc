import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { BUNDLE_SENTENCES } from '#shared/bundle/bundle.refusals.ts';
import { sampleMonth, sampleOffice, type SampleMonth } from './bundle.fixture.ts';
import { readBundle } from './bundle.reader.ts';
import { entriesOf, looseBag, reseal, sealed, sealedBag, type LooseBag } from './forged-bag.fixture.ts';
import { rawZip, type RawEntry } from './raw-zip.fixture.ts';

/** Mutated bundles in all; `PHOENIX_FUZZ_RUNS=10000` for a long night. */
const RUNS = Number(process.env['PHOENIX_FUZZ_RUNS'] ?? 400);
const GROUPS = 4;
const SEED = fc.readConfigureGlobal().seed ?? 0;
vi.setConfig({ testTimeout: 30_000 + RUNS * 100 });
const parameters = { numRuns: Math.ceil(RUNS / GROUPS) };

/** Where in the bytes, as a share of their length, so that shrinking keeps its meaning. */
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

const mutation = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('flip' as const), at: place, bit: fc.nat(7) }) },
  fc.record({ kind: fc.constant('cut' as const), at: place }),
  fc.record({ kind: fc.constant('drop' as const), at: place, length: fc.integer({ min: 1, max: 2000 }) }),
  fc.record({ kind: fc.constant('double' as const), at: place, length: fc.integer({ min: 1, max: 2000 }) }),
  fc.record({
    kind: fc.constant('overwrite' as const),
    at: place,
    bytes: fc.uint8Array({ minLength: 1, maxLength: 64 }),
  }),
);
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutate(original: Buffer, mutations: readonly Mutation[]): Buffer {
  let bytes = Buffer.from(original);
  for (const each of mutations) {
    const at = Math.floor(each.at * bytes.length);
    const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
    switch (each.kind) {
      case 'flip':
        if (bytes.length > 0) bytes[at]! ^= 1 << each.bit;
        break;
      case 'cut':
        bytes = Buffer.from(before);
        break;
      case 'drop':
        bytes = Buffer.concat([before, after.subarray(each.length)]);
        break;
      case 'double':
        bytes = Buffer.concat([before, after.subarray(0, each.length), after]);
        break;
      case 'overwrite':
        bytes = Buffer.concat([before, each.bytes, after.subarray(each.bytes.length)]);
    }
  }
  return bytes;
}

const someMutations = fc.array(mutation, { minLength: 1, maxLength: 3 });

describe(`a mutated bundle (seed ${SEED}, ${RUNS} runs)`, () => {
  let month: SampleMonth;
  let bag: LooseBag;
  let folder: string;
  beforeAll(async () => {
    month = await sampleMonth({ documents: [], attachments: [] }, { cases: 2 });
    bag = await looseBag(month);
  });

  /** The code of the refusal, or the payload of a bundle that was accepted; nothing else may happen. */
  async function judge(bytes: Buffer): Promise<string | Map<string, string>> {
    const file = path.join(folder, 'x.age');
    const stagingDir = path.join(folder, 'staging');
    await writeFile(file, bytes);
    const result = await readBundle(file, {
      identities: [month.headquarters.identity],
      findSigningKey: () => month.office.card.signing_key,
      stagingDir,
    });
    if (!result.ok) {
      expect(Object.keys(BUNDLE_SENTENCES)).toContain(result.error.code);
      expect(result.error.code).not.toBe('bundle/staging-failed');
      expect(await readdir(stagingDir)).toEqual([]);
      return result.error.code;
    }
    const content = new Map<string, string>();
    for (const [name, { staged }] of result.value.files) {
      content.set(name, (await readFile(path.join(result.value.folder, staged))).toString('latin1'));
    }
    await result.value.discard();
    return content;
  }

  const payload = (): Map<string, string> =>
    new Map(
      [...bag.files]
        .filter(([name]) => name.startsWith('data/'))
        .map(([name, bytes]) => [name, bytes.toString('latin1')]),
    );

  it('is refused before anything in it is parsed, when the .age file itself was altered', async () => {
    folder = await tempFolder();
    const whole = await sealedBag(bag, month);
    await fc.assert(
      fc.asyncProperty(someMutations, async mutations => {
        const bytes = mutate(whole, mutations);
        fc.pre(!bytes.equals(whole));
        expect(['bundle/broken-age', 'bundle/wrong-recipient']).toContain(await judge(bytes));
      }),
      parameters,
    );
  });

  it('is refused or has the very same content, when the ZIP was altered by someone with the key', async () => {
    folder = await tempFolder();
    const whole = rawZip(entriesOf(bag));
    await fc.assert(
      fc.asyncProperty(someMutations, async mutations => {
        const verdict = await judge(await sealed(mutate(whole, mutations), month));
        if (typeof verdict !== 'string') expect(verdict).toEqual(payload());
      }),
      parameters,
    );
  });

  it('is refused, when entries are added, doubled, renamed, emptied or swollen', async () => {
    folder = await tempFolder();
    const bomb = deflateRawSync(Buffer.alloc(5_000_000));
    const top = bag.top;
    const hostileName = fc.oneof(
      fc.constantFrom(
        '../../etc/passwd',
        '/etc/passwd',
        'C:\\x',
        `${top}/../x`,
        `${top}/data/../../../x`,
        '',
        '.',
        '..',
      ),
      fc.constantFrom(...bag.files.keys()).map(name => `${top}/${name}`),
      fc.constantFrom(...bag.files.keys()).map(name => `${top}/${name.toUpperCase()}`),
      fc.string({ unit: 'binary' }).map(name => `${top}/data/${name}`),
      fc.string({ unit: 'binary' }),
    );
    const anyEntry = fc.nat(bag.files.size - 1);
    const change = fc.oneof(
      fc.record({
        kind: fc.constant('add' as const),
        name: hostileName,
        content: fc.string(),
        symlink: fc.boolean(),
      }),
      fc.record({ kind: fc.constant('rename' as const), index: anyEntry, name: hostileName }),
      fc.record({ kind: fc.constant('remove' as const), index: anyEntry }),
      fc.record({ kind: fc.constant('swap' as const), index: anyEntry, other: anyEntry }),
      fc.record({ kind: fc.constant('bomb' as const), index: anyEntry, honest: fc.boolean() }),
      fc.record({ kind: fc.constant('claim' as const), index: anyEntry, claimedBytes: fc.nat(0xffff_fffe) }),
      fc.record({ kind: fc.constant('share' as const), index: anyEntry, other: anyEntry }),
    );
    type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;
    const apply = (entries: RawEntry[], each: Change): RawEntry[] => {
      const entry = entries['index' in each ? each.index : 0]!;
      switch (each.kind) {
        case 'add':
          return [
            ...entries,
            { name: each.name, data: Buffer.from(each.content), mode: each.symlink ? 0o120777 : 0o100644 },
          ];
        case 'rename':
          return entries.with(each.index, { ...entry, name: each.name });
        case 'remove':
          return entries.toSpliced(each.index, 1);
        case 'swap':
          return entries
            .with(each.index, { ...entry, data: entries[each.other]!.data })
            .with(each.other, { ...entries[each.other]!, data: entry.data });
        case 'bomb': {
          const claimedBytes = each.honest ? 5_000_000 : entry.data.length;
          return entries.with(each.index, { ...entry, claimedBytes, packed: { method: 8, bytes: bomb } });
        }
        case 'claim':
          return entries.with(each.index, { ...entry, claimedBytes: each.claimedBytes });
        case 'share':
          return entries.with(each.index, { ...entry, sameBytesAs: each.other });
      }
    };
    await fc.assert(
      fc.asyncProperty(change, async each => {
        const verdict = await judge(await sealed(rawZip(apply(entriesOf(bag), each)), month));
        // A change that changes nothing: swapped with itself, or the size claimed that it has.
        if (typeof verdict !== 'string') expect(verdict).toEqual(payload());
        if (typeof verdict !== 'string')
          expect(['swap', 'claim', 'rename', 'add', 'share']).toContain(each.kind);
      }),
      parameters,
    );
  });

  it('is refused or well-formed, when its own office signs nonsense', async () => {
    folder = await tempFolder();
    const names = [...bag.files.keys()].filter(name => name !== 'tagmanifest-sha256.txt.minisig');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        someMutations,
        fc.boolean(),
        async (name, mutations, ownKey) => {
          const forged: LooseBag = { top: bag.top, files: new Map(bag.files) };
          forged.files.set(name, mutate(bag.files.get(name)!, mutations));
          const office = ownKey ? month.office : sampleOffice();
          const isManifest = name === 'manifest-sha256.txt';
          await reseal(forged, office, { manifest: !isManifest, oxum: name.startsWith('data/') });
          const verdict = await judge(await sealedBag(forged, month));
          if (!ownKey) expect(typeof verdict).toBe('string');
        },
      ),
      parameters,
    );
  });
});

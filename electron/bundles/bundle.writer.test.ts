import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFile, mkdir, readdir, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { failingFiles, type DiskCall } from '#electron/files/failing-files.fixture.ts';
import { tempFolder, tinyDisk } from '#electron/files/temp-folder.fixture.ts';
import { realFiles } from '#electron/files/file-port.ts';
import { CHAIN_START } from '#shared/bundle/event-chain.ts';
import type { CaseLine } from '#shared/bundle/case-line.schema.ts';
import { expectOk } from '#shared/core/result.ts';
import { identityFile, sealText } from './age.identity.ts';
import { copyBundle, verifyWritten } from './bundle.copies.ts';
import { agePair, sampleAttachment, sampleMonth } from './bundle.fixture.ts';
import type { BundleAttachment, BundleDocument, BundleInput, BundleTarget } from './bundle.input.ts';
import { writeBundle } from './bundle.writer.ts';
import { packZip } from './zip.pack.ts';
import { makeBag } from './bag.members.ts';
import { hasTool } from './tools.fixture.ts';

const NAME = 'PHX-0371_2026-10_0001.bag.zip.age';
const BAG = 'PHX-0371_2026-10_0001';
const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const sh = (folder: string, script: string): string =>
  execFileSync('sh', ['-euc', script], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** Opens a bundle with the tools alone and returns the folder of its bag. */
async function openByHand(folder: string, identity: string, file = NAME): Promise<string> {
  await writeFile(path.join(folder, 'hq.key'), identityFile(identity, '', ''));
  sh(folder, `age -d -i hq.key ${file} > X.zip && unzip -q -o X.zip`);
  return path.join(folder, file.slice(0, file.indexOf('.')));
}

const toolsThere = ['age', 'unzip', 'sha256sum', 'minisign'].every(hasTool);

describe.skipIf(!toolsThere)('a bundle in the hands of the tools', () => {
  it('passes every check a person can make without this program', async () => {
    const folder = await tempFolder();
    const { input, office, headquarters } = await sampleMonth();
    const written = expectOk(await writeBundle(input, { directory: folder }));
    await writeFile(path.join(folder, 'hq.key'), identityFile(headquarters.identity, '', ''));
    const report = sh(
      folder,
      `sha256sum -c ${NAME}.sha256
       age -d -i hq.key ${NAME} > X.zip && unzip -tq X.zip && unzip -q X.zip && cd ${BAG}
       sha256sum -c manifest-sha256.txt && sha256sum -c tagmanifest-sha256.txt
       minisign -V -P ${office.card.signing_key} -m tagmanifest-sha256.txt`,
    );
    expect(report).toContain(`${NAME}: OK`);
    expect(report).toContain('data/events.ndjson: OK');
    expect(report).toContain('bag-info.txt: OK');
    expect(report).toContain('Signature and comment signature verified');
    expect(written).toMatchObject({
      state: 'written',
      path: path.join(folder, NAME),
      sha256: sha256Of(await readFile(path.join(folder, NAME))),
      counts: { cases: 3, events: 9, documents: 3, attachments: 1, files: 10 },
      chainHead: { seq: 9 },
    });
  });

  it('names every attachment after what is in it', async () => {
    const folder = await tempFolder();
    const attachments = [
      sampleAttachment(Buffer.from('photo')),
      sampleAttachment(Buffer.from('sound'), 'webm'),
    ];
    const { input, headquarters } = await sampleMonth({ attachments });
    expectOk(await writeBundle(input, { directory: folder }));
    const bag = await openByHand(folder, headquarters.identity);
    const lines = sh(bag, 'cd data/attachments && sha256sum *').trim().split('\n');
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      const [hash, name = ''] = line.split(/\s+/);
      expect(name).toMatch(new RegExp(`^${hash}\\.(jpg|webm)$`));
    }
  });

  it('holds what went into it, and says so in bag-info.txt', async () => {
    const folder = await tempFolder();
    const { input, headquarters } = await sampleMonth({
      sequence: 4,
      previous: { id: (await sampleMonth()).input.bundleId, sha256: 'ab'.repeat(32) },
    });
    const { counts } = expectOk(await writeBundle(input, { directory: folder }));
    const bag = await openByHand(folder, headquarters.identity, 'PHX-0371_2026-10_0004.bag.zip.age');
    const read = (name: string): Promise<string> => readFile(path.join(bag, name), 'utf8');
    expect(await read('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    expect((await read('bag-info.txt')).split('\n')).toEqual(
      expect.arrayContaining([
        'Source-Organization: 样本社区居委会',
        `External-Identifier: ${input.bundleId}`,
        'Internal-Sender-Identifier: PHX-0371',
        'Bagging-Date: 2026-11-01',
        `Payload-Oxum: ${counts.bytes}.${counts.files}`,
        'Bag-Group-Identifier: 2026-10',
        'Bag-Count: 4',
        `Previous-Bundle: ${input.previous?.id ?? ''} ${'ab'.repeat(32)}`,
        'Case-Count: 3',
        'Zero-Report: false',
      ]),
    );
    const cases = (await read('data/cases.ndjson')).trimEnd().split('\n');
    expect(cases.map(line => JSON.parse(line) as unknown)).toEqual(input.cases);
    const documents = input.documents as readonly { caseId: string; documentId: string; bytes: number }[];
    for (const { caseId, documentId, bytes } of documents) {
      expect((await readFile(path.join(bag, 'data/documents', caseId, `${documentId}.pdf`))).length).toBe(
        bytes,
      );
    }
    expect(await read('data/README.txt')).toContain('minisign -V -P RW');
    expect(JSON.parse(await read('data/office.json'))).toEqual(input.office);
    expect(JSON.parse(await read('data/reports/statistics.json'))).toEqual({ cases: 3 });
  });

  it('opens for every headquarters key', async () => {
    const folder = await tempFolder();
    const [first, second] = [await agePair(), await agePair()];
    const { input } = await sampleMonth({ recipients: [first.recipient, second.recipient] });
    expectOk(await writeBundle(input, { directory: folder }));
    for (const { identity } of [first, second]) {
      const bag = await openByHand(folder, identity);
      expect(sh(bag, 'sha256sum -c --quiet manifest-sha256.txt')).toBe('');
    }
  });

  it('is made for a month without cases too', async () => {
    const folder = await tempFolder();
    const { input, headquarters } = await sampleMonth({}, { cases: 0 });
    const written = expectOk(await writeBundle(input, { directory: folder }));
    expect(written.chainHead).toEqual(CHAIN_START);
    const bag = await openByHand(folder, headquarters.identity);
    sh(bag, 'sha256sum -c manifest-sha256.txt');
    expect(await readFile(path.join(bag, 'bag-info.txt'), 'utf8')).toMatch(
      /Case-Count: 0\nZero-Report: true\n/,
    );
    expect(await readFile(path.join(bag, 'data/cases.ndjson'), 'utf8')).toBe('');
    expect(await readFile(path.join(bag, 'data/events.ndjson'), 'utf8')).toBe('');
  });

  it('has sealed fields in clear nowhere', async () => {
    const folder = await tempFolder();
    const sealedKey = await agePair();
    const name = '范例举报人甲';
    const sealed = { sealed: await sealText(sealedKey.recipient, name), code: '举报人001' };
    const { input, headquarters } = await sampleMonth({}, { cases: 1 });
    const [line] = input.cases as readonly CaseLine[];
    const cases = [{ ...line!, fields: { reporter: sealed } }];
    expectOk(await writeBundle({ ...input, cases }, { directory: folder }));
    const bag = await openByHand(folder, headquarters.identity);
    expect(sh(folder, `grep -rl ${name} . X.zip || true`)).toBe('');
    const [text] = (await readFile(path.join(bag, 'data/cases.ndjson'), 'utf8')).split('\n');
    const { fields } = JSON.parse(text!) as { fields: { reporter: { sealed: string; code: string } } };
    expect(fields.reporter.code).toBe('举报人001');
    await writeFile(path.join(folder, 'sealed.key'), identityFile(sealedKey.identity, '', ''));
    await writeFile(path.join(folder, 'sealed.age'), fields.reporter.sealed);
    expect(sh(folder, 'age -d -i sealed.key sealed.age')).toBe(name);
    expect(() => sh(folder, 'age -d -i hq.key sealed.age')).toThrow('no identity matched');
  });
});

describe('the ZIP inside', () => {
  it('is the same, byte for byte, for the same month in every order and time zone', async () => {
    const scans = [1, 2, 3].map(fill => sampleAttachment(Buffer.alloc(1000, fill)));
    const { input } = await sampleMonth({ attachments: scans });
    const turned: BundleInput = {
      ...input,
      documents: [...(input.documents as readonly BundleDocument[])].reverse(),
      attachments: [...scans].reverse(),
      reports: Object.fromEntries(Object.entries(input.reports).reverse()),
    };
    const zone = process.env['TZ'];
    const hashes = new Set<string>();
    try {
      for (const [tz, month] of [
        ['Asia/Shanghai', input],
        ['America/New_York', turned],
        ['UTC', input],
      ] as const) {
        process.env['TZ'] = tz;
        const hash = createHash('sha256');
        for await (const piece of packZip(makeBag(month).members, input.madeAt)) hash.update(piece);
        hashes.add(hash.digest('hex'));
      }
    } finally {
      process.env['TZ'] = zone;
    }
    expect(hashes.size).toBe(1);
  });

  it('ends at once and closes what is open when nobody reads on', async () => {
    const { input } = await sampleMonth();
    let closed = 0;
    const endless = {
      ...sampleAttachment(Buffer.from('x')),
      bytes: Infinity,
      open: async function* (): AsyncGenerator<Uint8Array> {
        try {
          for (;;) yield await Promise.resolve(Buffer.alloc(65_536));
        } finally {
          closed += 1;
        }
      },
    };
    const attachments = [endless];
    let pieces = 0;
    for await (const piece of packZip(makeBag({ ...input, attachments }).members, input.madeAt)) {
      pieces += piece.length;
      if (pieces > 2_000_000) break;
    }
    expect(closed).toBe(1);
  });
});

describe('writing', () => {
  const left = async (folder: string): Promise<string[]> => (await readdir(folder)).sort();

  it('leaves the bundle and its checksum, and tells how far it is', async () => {
    const folder = await tempFolder();
    const seen: string[] = [];
    let last = 0;
    let rest = 0;
    const { input } = await sampleMonth();
    const written = expectOk(
      await writeBundle(input, {
        directory: folder,
        onProgress: ({ phase, bytes, total }) => {
          seen.push(phase);
          last = bytes;
          rest = total - bytes;
        },
      }),
    );
    expect(await left(folder)).toEqual([NAME, `${NAME}.sha256`]);
    expect(await readFile(path.join(folder, `${NAME}.sha256`), 'utf8')).toBe(`${written.sha256}  ${NAME}\n`);
    expect([...new Set(seen)]).toEqual(['writing', 'reading-back']);
    expect([last, rest]).toEqual([written.bytes, 0]);
  });

  it('knows from the beginning how much it will be at least', async () => {
    const attachments = [1, 2, 3].map(fill => sampleAttachment(Buffer.alloc(1_500_000, fill)));
    const { input } = await sampleMonth({ attachments });
    const totals: number[] = [];
    const onProgress: BundleTarget['onProgress'] = ({ phase, bytes, total }) => {
      expect(total).toBeGreaterThanOrEqual(bytes);
      if (phase === 'writing') totals.push(total);
    };
    const { bytes } = expectOk(await writeBundle(input, { directory: await tempFolder(), onProgress }));
    expect(totals[0]).toBeGreaterThan(4_500_000);
    expect(totals.at(-1)).toBe(bytes);
  });

  it('is refused before anything is written without a key to encrypt to', async () => {
    const folder = await tempFolder();
    const { input, headquarters } = await sampleMonth();
    const write = (recipients: readonly string[]) =>
      writeBundle({ ...input, recipients }, { directory: folder });
    expect(await write([])).toMatchObject({ error: { code: 'bundle/no-recipient' } });
    const bad = headquarters.recipient.slice(0, -1);
    expect(await write([headquarters.recipient, bad])).toMatchObject({
      error: { code: 'bundle/bad-recipient' },
    });
    expect(await left(folder)).toEqual([]);
  });

  it('does not touch a bundle of the same name unless told to, and then keeps no old checksum', async () => {
    const folder = await tempFolder();
    const { input } = await sampleMonth();
    await writeFile(path.join(folder, NAME), 'old');
    await writeFile(path.join(folder, `${NAME}.sha256`), 'old');
    expect(await writeBundle(input, { directory: folder })).toMatchObject({
      error: { code: 'bundle/exists' },
    });
    expect(await readFile(path.join(folder, NAME), 'utf8')).toBe('old');
    const noRename = failingFiles((call, file) =>
      call === 'rename' && file.endsWith('.age') ? { errno: 'EIO' } : undefined,
    );
    expect((await writeBundle(input, { directory: folder, replace: true, files: noRename })).ok).toBe(false);
    expect(await left(folder)).not.toContain(`${NAME}.sha256`);
    expectOk(await writeBundle(input, { directory: folder, replace: true }));
    expectOk(await verifyWritten(path.join(folder, NAME)));
  });

  it('takes the place of a part left behind by a crash', async () => {
    const folder = await tempFolder();
    const { input } = await sampleMonth();
    await writeFile(path.join(folder, `${NAME}.part`), 'half');
    expectOk(await writeBundle(input, { directory: folder }));
    expect(await left(folder)).toEqual([NAME, `${NAME}.sha256`]);
  });

  it.each<[DiskCall, string, string]>([
    ['open', 'EACCES', 'bundle/target-refused'],
    ['open', 'EROFS', 'bundle/target-refused'],
    ['write', 'ENOSPC', 'bundle/disk-full'],
    ['write', 'EFBIG', 'bundle/target-limit'],
    ['write', 'ENODEV', 'bundle/target-gone'],
    ['write', 'EIO', 'bundle/target-gone'],
    ['sync', 'EIO', 'bundle/target-gone'],
    ['rename', 'EIO', 'bundle/target-gone'],
  ])('that fails in %s with %s leaves nothing behind', async (call, errno, code) => {
    const { input } = await sampleMonth();
    const hit: string[] = [];
    for (const at of ['.part', '.age', '.sha256.part', '.sha256']) {
      const folder = await tempFolder();
      const files = failingFiles((made, file) => {
        if (made !== call || !file.endsWith(at)) return undefined;
        hit.push(at);
        return { errno, bytesFirst: 100 };
      });
      const result = await writeBundle(input, { directory: folder, files });
      if (!hit.includes(at)) continue;
      expect(result, at).toMatchObject({ ok: false, error: { code, cause: { code: errno } } });
      expect(await left(folder), at).toEqual([]);
    }
    expect(hit.length).toBeGreaterThan(1);
  });

  // A system tells once that it could not put down what it took; every sync after that succeeds.
  it.each([1, 2])('whose sync number %i fails, and none after it, leaves nothing behind', async nth => {
    const folder = await tempFolder();
    const { input } = await sampleMonth({
      attachments: [sampleAttachment(Buffer.alloc(34 * 1024 * 1024, 7))],
    });
    let syncs = 0;
    const files = failingFiles(call => (call === 'sync' && ++syncs === nth ? { errno: 'EIO' } : undefined));
    expect(await writeBundle(input, { directory: folder, files })).toMatchObject({
      error: { code: 'bundle/target-gone', cause: { code: 'EIO' } },
    });
    expect(await left(folder)).toEqual([]);
  });

  it('to a folder that is not there is refused', async () => {
    const { input } = await sampleMonth();
    const directory = path.join(await tempFolder(), 'not there');
    expect(await writeBundle(input, { directory })).toMatchObject({ error: { code: 'bundle/target-gone' } });
  });

  it('to a disk that is really full leaves nothing behind', async ctx => {
    const directory = await tinyDisk(128 * 1024);
    if (directory === undefined) return ctx.skip('this user may not mount a small disk');
    const small = await sampleMonth({ documents: [], attachments: [] }, { cases: 1 });
    const announced = { ...small.input, attachments: [sampleAttachment(Buffer.alloc(400_000))] };
    expect(await writeBundle(announced, { directory })).toMatchObject({
      error: { code: 'bundle/disk-full' },
    });
    const unannounced = async function* (): AsyncGenerator<BundleAttachment> {
      yield* await Promise.resolve(announced.attachments);
    };
    const result = await writeBundle({ ...small.input, attachments: unannounced() }, { directory });
    expect(result).toMatchObject({ error: { code: 'bundle/disk-full', cause: { code: 'ENOSPC' } } });
    expect(await left(directory)).toEqual([]);
    expectOk(await writeBundle(small.input, { directory }));
  });

  it('that is cancelled leaves nothing behind, whenever that is', async () => {
    const { input } = await sampleMonth({
      attachments: [sampleAttachment(Buffer.alloc(3_000_000)), sampleAttachment(Buffer.alloc(3_000_000, 1))],
    });
    for (const phase of ['writing', 'reading-back']) {
      for (const after of [1, 2_000_000]) {
        const folder = await tempFolder();
        const stop = new AbortController();
        const result = await writeBundle(input, {
          directory: folder,
          signal: stop.signal,
          onProgress: progress => {
            if (progress.phase === phase && progress.bytes >= after) stop.abort();
          },
        });
        expect(result).toMatchObject({ error: { code: 'bundle/cancelled' } });
        expect(await left(folder)).toEqual([]);
      }
    }
  });

  it('is refused when a paper is not what was recorded, or cannot be read', async () => {
    const folder = await tempFolder();
    const { input } = await sampleMonth();
    const [document] = input.documents as readonly BundleDocument[];
    const scan = sampleAttachment(Buffer.from('scan'));
    const gone = (): AsyncIterable<Uint8Array> => {
      throw Object.assign(new Error('gone'), { code: 'ENOENT', syscall: 'open' });
    };
    const cases: [Partial<BundleInput>, string][] = [
      [{ documents: [{ ...document!, bytes: document!.bytes - 1 }] }, 'bundle/source-changed'],
      [{ documents: [{ ...document!, bytes: document!.bytes + 1 }] }, 'bundle/source-changed'],
      [
        { attachments: [{ ...scan, open: sampleAttachment(Buffer.from('scam')).open }] },
        'bundle/source-changed',
      ],
      [{ attachments: [{ ...scan, open: gone }] }, 'bundle/source-unreadable'],
    ];
    for (const [changes, code] of cases) {
      const result = await writeBundle({ ...input, ...changes }, { directory: folder });
      expect(result, code).toMatchObject({ error: { code } });
      expect(await left(folder), code).toEqual([]);
    }
  });

  it('throws what is a bug or the key being locked, and leaves nothing behind', async () => {
    const folder = await tempFolder();
    const { input } = await sampleMonth();
    const papers = input.documents as readonly BundleDocument[];
    const bugs: [Partial<BundleInput>, string][] = [
      [{ sign: () => Promise.reject(new Error('locked')) }, 'locked'],
      [{ cases: [{} as CaseLine] }, 'id'],
      [{ reports: { '../x.pdf': Buffer.from('x') } }, 'not a name of a report'],
      [{ attachments: [sampleAttachment(Buffer.from('x'), '../x')] }, 'short extension'],
      [{ documents: [...papers, papers[0]!] }, 'no such file can be in a bag'],
    ];
    for (const [changes, message] of bugs) {
      await expect(writeBundle({ ...input, ...changes }, { directory: folder })).rejects.toThrow(message);
      expect(await left(folder), message).toEqual([]);
    }
  });

  it('notices when the medium gives back something else', async () => {
    const folder = await tempFolder();
    const { input } = await sampleMonth();
    const lying: BundleTarget['files'] = {
      ...realFiles,
      rename: async (from, to) => {
        await appendFile(from, 'x');
        await realFiles.rename(from, to);
      },
    };
    const result = await writeBundle(input, { directory: folder, files: lying });
    expect(result).toMatchObject({ error: { code: 'bundle/verify-failed' } });
    expect(await left(folder)).toEqual([]);
  });
});

describe('a bundle that was written', () => {
  const write = async () => {
    const folder = await tempFolder();
    const {
      sha256,
      bytes,
      path: file,
    } = expectOk(await writeBundle((await sampleMonth()).input, { directory: folder }));
    return { folder, file, sha256, sealed: { path: file, sha256, bytes } };
  };

  it('is verified again after its medium was inserted again', async () => {
    const { file, sha256 } = await write();
    expect(expectOk(await verifyWritten(file, { expectedSha256: sha256 }))).toMatchObject({
      state: 'verified',
      sha256,
    });
    const verdict = async (): Promise<string> => {
      const result = await verifyWritten(file, { expectedSha256: sha256 });
      return result.ok ? 'verified' : result.error.code;
    };
    await unlink(`${file}.sha256`);
    expect(await verdict()).toBe('bundle/verify-failed');
    await writeFile(`${file}.sha256`, `${sha256}  other.age\n`);
    expect(await verdict()).toBe('bundle/verify-failed');
    await writeFile(`${file}.sha256`, `${sha256}  ${NAME}\n`);
    expect(await verdict()).toBe('verified');
    await appendFile(file, 'x');
    expect(await verdict()).toBe('bundle/verify-failed');
    await writeFile(`${file}.sha256`, `${sha256Of(await readFile(file))}  ${NAME}\n`);
    expect(await verdict()).toBe('bundle/verify-failed');
    await rm(file);
    expect(await verdict()).toBe('bundle/target-gone');
  });

  it('is copied byte for byte, or not at all', async () => {
    const { file, sha256, sealed } = await write();
    const directory = path.join(await tempFolder(), 'usb');
    await mkdir(directory);
    const copy = expectOk(await copyBundle(sealed, { directory }));
    expect(copy).toMatchObject({ state: 'written', sha256, path: path.join(directory, NAME) });
    expectOk(await verifyWritten(copy.path, { expectedSha256: sha256 }));
    await rm(`${copy.path}.sha256`);
    const phases = new Set<string>();
    const onProgress: BundleTarget['onProgress'] = ({ phase }) => phases.add(phase);
    const again = { directory, replace: true, onProgress };
    expect(expectOk(await copyBundle(sealed, again))).toEqual(copy);
    // It lay there whole: read back, and not written again.
    expect([...phases]).toEqual(['reading-back']);
    expectOk(await verifyWritten(copy.path, { expectedSha256: sha256 }));
    await writeFile(copy.path, (await readFile(copy.path)).fill(0, 0, 1));
    expectOk(await copyBundle(sealed, again));
    expect(phases).toContain('writing');
    expectOk(await verifyWritten(copy.path, { expectedSha256: sha256 }));

    const other = path.join(await tempFolder());
    await appendFile(file, 'x');
    const changed = await copyBundle(sealed, { directory: other });
    expect(changed).toMatchObject({ error: { code: 'bundle/source-changed' } });
    await rm(file);
    const gone = await copyBundle(sealed, { directory: other });
    expect(gone).toMatchObject({ error: { code: 'bundle/source-unreadable' } });
    expect(await readdir(other)).toEqual([]);
  });
});

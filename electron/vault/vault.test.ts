import { createHash, hkdfSync } from 'node:crypto';
import * as disk from 'node:fs/promises';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import { failingFiles } from '#electron/files/failing-files.fixture.ts';
import { tempFolder, tinyDisk } from '#electron/files/temp-folder.fixture.ts';
import { vaultAt } from './vault.ts';
import { VaultFault, type StoredFile, type Vault } from './vault.types.ts';

const MIB = 1024 * 1024;
const keysOf = (secret: string) => ({
  subkey: (label: string) => Buffer.from(hkdfSync('sha256', secret, '', label, 32)),
});
const KEYS = keysOf('made up for tests');
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const patterned = (length: number, seed = 1): Buffer =>
  Buffer.from(Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 12) * 7 + seed) & 255));

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    await Promise.resolve();
    yield bytes.subarray(at, at + size);
  }
}

async function filesOf(vault: Vault): Promise<readonly StoredFile[]> {
  const found: StoredFile[] = [];
  for await (const file of vault.storedFiles()) found.push(file);
  return found;
}

/** What came out before the stream ended or failed. */
async function drain(stream: Readable): Promise<{ bytes: Buffer; fault: unknown }> {
  const parts: Buffer[] = [];
  try {
    for await (const part of stream) parts.push(part as Buffer);
    return { bytes: Buffer.concat(parts), fault: undefined };
  } catch (fault) {
    return { bytes: Buffer.concat(parts), fault };
  }
}

const newVault = async (): Promise<{ dir: string; vault: Vault }> => {
  const dir = path.join(await tempFolder(), 'vault');
  return { dir, vault: vaultAt(dir, KEYS) };
};

describe('a vault', () => {
  it.each([0, 1, 1000, MIB - 1, MIB, MIB + 1, 3 * MIB, 3 * MIB + 17])(
    'gives back %i bytes, put at once or in pieces',
    async length => {
      const { vault } = await newVault();
      const content = patterned(length);
      const put = expectOk(await vault.put(pieces(content, 300_001)));
      expect(put).toEqual({ sha256: sha256(content), bytes: length, added: true });
      expect(expectOk(await vault.put(content))).toEqual({ ...put, added: false });
      expect(expectOk(await vault.put(pieces(content, 65_536)))).toEqual({ ...put, added: false });
      const { bytes, fault } = await drain(expectOk(await vault.get(put.sha256)));
      expect(fault).toBeUndefined();
      expect(bytes.equals(content)).toBe(true);
      expect(expectOk(await vault.getBytes(put.sha256)).equals(content)).toBe(true);
      expect(expectOk(await vault.verify(put.sha256))).toEqual({ bytes: length });
      expect(await vault.has(put.sha256)).toBe(true);
      expect(expectOk(await vault.stats()).files).toBe(1);
    },
  );

  it('gives back any content in any pieces', async () => {
    const { vault } = await newVault();
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 5000 }),
        fc.integer({ min: 1, max: 700 }),
        async (content, size) => {
          const { sha256: hash } = expectOk(await vault.put(pieces(content, size)));
          expect(hash).toBe(sha256(content));
          expect(expectOk(await vault.getBytes(hash)).equals(content)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
    expect(expectOk(await vault.verifyAll())).toMatchObject({ damaged: [], cancelled: false });
  });

  it('shows neither content nor its hash, and the same content differs in two vaults', async () => {
    const { dir, vault } = await newVault();
    const content = Buffer.from('canary 金丝雀 '.repeat(50));
    const { sha256: hash } = expectOk(await vault.put(content));
    const other = vaultAt(path.join(await tempFolder(), 'vault'), keysOf('another'));
    expectOk(await other.put(content));
    const [mine] = await filesOf(vault);
    const [theirs] = await filesOf(other);
    expect(mine!.name).not.toBe(hash);
    expect(mine!.name).not.toBe(theirs!.name);
    const stored = await readFile(mine!.path);
    expect(stored.includes('canary')).toBe(false);
    expect(stored.includes(Buffer.from(hash, 'hex'))).toBe(false);
    expect(await vaultAt(dir, keysOf('another')).get(hash)).toMatchObject({
      error: { code: 'vault/missing' },
    });
  });

  it('says what is missing', async () => {
    const { vault } = await newVault();
    const hash = sha256(Buffer.from('never put'));
    expect(await vault.has(hash)).toBe(false);
    for (const asked of [vault.get(hash), vault.getBytes(hash), vault.verify(hash)]) {
      expect(await asked).toMatchObject({ error: { code: 'vault/missing' } });
    }
    expect(expectOk(await vault.stats())).toEqual({ files: 0, bytes: 0 });
  });

  it('takes no more than the limit, and keeps nothing of what was too large or broke off', async () => {
    const { dir, vault } = await newVault();
    const content = patterned(2 * MIB);
    const limit = 2 * MIB - 1;
    for (const source of [content, pieces(content, 100_000)]) {
      expect(await vault.put(source, { limit })).toEqual({
        ok: false,
        error: { code: 'vault/too-large', limit },
      });
    }
    const pulled = (async function* () {
      yield* pieces(content, 500_000);
      throw Object.assign(new Error('stick pulled out'), { code: 'EIO', syscall: 'read' });
    })();
    expect(await vault.put(pulled)).toMatchObject({
      error: { code: 'vault/source-failed', cause: { code: 'EIO' } },
    });
    expect(await readdir(path.join(dir, 'tmp'))).toEqual([]);
    expect(expectOk(await vault.stats()).files).toBe(0);
  });

  it('closes its file when a reader turns away, before the first byte or after it', async () => {
    const { dir, vault } = await newVault();
    const { sha256: hash } = expectOk(await vault.put(patterned(3 * MIB)));
    const handles: disk.FileHandle[] = [];
    const open: typeof disk.open = async (...args) => {
      const handle = await disk.open(...args);
      handles.push(handle);
      return handle;
    };
    const watched = vaultAt(dir, KEYS, { ...disk, open });
    const unread = expectOk(await watched.get(hash));
    unread.destroy();
    const begun = expectOk(await watched.get(hash));
    await begun[Symbol.asyncIterator]().next();
    begun.destroy();
    await expect.poll(() => handles.map(({ fd }) => fd)).toEqual([-1, -1]);
  });

  it('throws when it is used after closing', async () => {
    const { vault } = await newVault();
    vault.close();
    await expect(vault.put(Buffer.from('late'))).rejects.toThrow('after closing');
    await expect(vault.get('0'.repeat(64))).rejects.toThrow('after closing');
  });
});

describe('damage to the vault', () => {
  const content = patterned(2 * MIB + 5000);
  const wholeChunks = (bytes: Buffer): boolean => content.subarray(0, bytes.length).equals(bytes);

  async function stored(): Promise<{ vault: Vault; hash: string; file: StoredFile; good: Buffer }> {
    const { vault } = await newVault();
    const { sha256: hash } = expectOk(await vault.put(content));
    const [file] = await filesOf(vault);
    return { vault, hash, file: file!, good: await readFile(file!.path) };
  }

  async function expectDamaged(vault: Vault, hash: string): Promise<number> {
    expect(await vault.verify(hash)).toEqual({ ok: false, error: { code: 'vault/damaged' } });
    const got = await vault.get(hash);
    if (!got.ok) {
      expect(got.error).toEqual({ code: 'vault/damaged' });
      return 0;
    }
    const { bytes, fault } = await drain(got.value);
    expect(fault).toBeInstanceOf(VaultFault);
    expect(fault).toMatchObject({ error: { code: 'vault/damaged' } });
    expect(wholeChunks(bytes)).toBe(true);
    return bytes.length;
  }

  it('of any single bit is noticed before a wrong byte is given out', async () => {
    const { vault, hash, file, good } = await stored();
    const places = [
      ...Array(96).keys(),
      96,
      5000,
      96 + MIB,
      96 + MIB + 16,
      good.length - 17,
      good.length - 1,
    ];
    for (const at of places) {
      const bad = Buffer.from(good);
      bad[at] = bad[at]! ^ (1 << (at % 8));
      await writeFile(file.path, bad);
      const before = await expectDamaged(vault, hash);
      expect(before).toBe(at < 96 ? 0 : Math.floor((at - 96) / (MIB + 16)) * MIB);
    }
  });

  it('by cutting, lengthening, exchanging or dropping chunks is noticed before the first byte or at the place', async () => {
    const { vault, hash, file, good } = await stored();
    const chunk = (index: number): Buffer =>
      good.subarray(96 + index * (MIB + 16), 96 + (index + 1) * (MIB + 16));
    const head = good.subarray(0, 96);
    const changed = {
      empty: Buffer.alloc(0),
      'header only': head,
      'one byte short': good.subarray(0, -1),
      'last chunk gone': good.subarray(0, 96 + 2 * (MIB + 16)),
      'one byte more': Buffer.concat([good, Buffer.alloc(1)]),
      'chunks exchanged': Buffer.concat([head, chunk(1), chunk(0), chunk(2)]),
      'chunk repeated': Buffer.concat([head, chunk(0), chunk(0), chunk(2)]),
      'middle chunk gone': Buffer.concat([head, chunk(0), chunk(2)]),
    };
    for (const [name, bytes] of Object.entries(changed)) {
      await writeFile(file.path, bytes);
      const before = await expectDamaged(vault, hash);
      expect(before, name).toBe(name === 'chunk repeated' ? MIB : 0);
    }
  });

  it('by exchanging two sound files is noticed before the first byte', async () => {
    const { vault, hash, file } = await stored();
    const { sha256: otherHash } = expectOk(await vault.put(patterned(content.length, 9)));
    const other = (await filesOf(vault)).find(({ name }) => name !== file.name)!;
    await rename(file.path, `${file.path}.x`);
    await rename(other.path, file.path);
    await rename(`${file.path}.x`, other.path);
    for (const swapped of [hash, otherHash]) {
      expect(await vault.get(swapped)).toEqual({ ok: false, error: { code: 'vault/damaged' } });
    }
    const check = expectOk(await vault.verifyAll());
    expect([...check.damaged].sort()).toEqual([file.name, other.name].sort());
  });

  it('is mended by putting the same content again', async () => {
    const { vault, hash, file, good } = await stored();
    for (const source of [content, pieces(content, 77_777)]) {
      await writeFile(file.path, good.subarray(0, 1000));
      expect(expectOk(await vault.put(source))).toMatchObject({ sha256: hash, added: true });
      expectOk(await vault.verify(hash));
    }
  });
});

describe('a disk that fails under the vault', () => {
  it.each([
    ['write', 'ENOSPC', 'storage/disk-full'],
    ['sync', 'EIO', 'storage/gone'],
    ['rename', 'EROFS', 'storage/read-only'],
    ['open', 'EACCES', 'storage/denied'],
  ] as const)('at %s keeps nothing half written', async (failing, errno, code) => {
    const { dir, vault } = await newVault();
    const before = expectOk(await vault.put(patterned(10)));
    const files = failingFiles((call, file) =>
      call === failing && (call === 'rename' || file.includes(`${path.sep}tmp${path.sep}`))
        ? { errno }
        : undefined,
    );
    const failed = await vaultAt(dir, KEYS, files).put(patterned(MIB * 2));
    expect(failed).toMatchObject({ error: { code } });
    expect(await readdir(path.join(dir, 'tmp'))).toEqual([]);
    expect(expectOk(await vault.stats()).files).toBe(1);
    expectOk(await vault.verify(before.sha256));
  });

  it('because it is really full takes more when there is space again', async ctx => {
    const small = await tinyDisk(4 * MIB);
    if (!small) return ctx.skip('this user may not mount a small disk');
    const vault = vaultAt(path.join(small, 'vault'), KEYS);
    const ballast = path.join(small, 'ballast');
    await writeFile(ballast, Buffer.alloc(2 * MIB));
    const first = expectOk(await vault.put(patterned(MIB)));
    expect(await vault.put(patterned(2 * MIB))).toMatchObject({ error: { code: 'storage/disk-full' } });
    expectOk(await vault.verify(first.sha256));
    await rm(ballast);
    expectOk(await vault.put(patterned(2 * MIB)));
  });

  it('and a crash leave only unfinished files, which are cleared at start', async () => {
    const { dir, vault } = await newVault();
    expectOk(await vault.clearUnfinished());
    const { sha256: hash } = expectOk(await vault.put(patterned(10)));
    await mkdir(path.join(dir, 'tmp'), { recursive: true });
    await writeFile(path.join(dir, 'tmp', 'half'), 'half written');
    expectOk(await vault.clearUnfinished());
    expect(await readdir(path.join(dir, 'tmp'))).toEqual([]);
    expectOk(await vault.verify(hash));
  });

  it('cannot be surveyed silently: an unreadable file is a fault, not a missing one', async () => {
    const { dir, vault } = await newVault();
    expectOk(await vault.put(patterned(10)));
    const files = failingFiles((call, file) =>
      call === 'open' && /[0-9a-f]{64}$/.test(file) ? { errno: 'EACCES' } : undefined,
    );
    expect(await vaultAt(dir, KEYS, files).verifyAll()).toMatchObject({ error: { code: 'storage/denied' } });
  });

  it('lets a survey be stopped', async () => {
    const { vault } = await newVault();
    for (const length of [10, 20, 30]) expectOk(await vault.put(patterned(length)));
    const stop = new AbortController();
    const seen: number[] = [];
    const check = await vault.verifyAll({
      signal: stop.signal,
      onProgress: ({ files }) => {
        seen.push(files);
        stop.abort();
      },
    });
    expect(expectOk(check)).toMatchObject({ files: 1, cancelled: true });
    expect(seen).toEqual([1]);
  });
});

import { execFileSync } from 'node:child_process';
import { open, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { expectOk } from '#shared/core/result.ts';
import {
  identityFile,
  isRecipient,
  newAgeIdentity,
  openSealed,
  parseIdentityFile,
  recipientOf,
  sealText,
} from './age.identity.ts';
import { decryptAge, encryptAge, hasNativeCipher } from './age.stream.ts';
import { hasTool } from './tools.fixture.ts';

const CHUNK = 64 * 1024;
/** Sealed at once by the thread. */
const BLOCK = 16 * CHUNK;
const sizes = [
  ...[0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 20 * CHUNK + 17],
  ...[BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 3 * BLOCK + CHUNK],
];
const bytesOf = (size: number): Buffer => Buffer.alloc(size, 'phoenix');

async function* pieces(bytes: Uint8Array, size = 50_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function gather(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

async function decryptFile(file: string, identities: readonly string[], native?: boolean): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    return await gather(decryptAge({ handle, size }, identities, undefined, native));
  } finally {
    await handle.close();
  }
}

describe('age files', () => {
  let identity: string;
  let recipient: string;
  let otherIdentity: string;
  beforeAll(async () => {
    identity = await newAgeIdentity();
    recipient = await recipientOf(identity);
    otherIdentity = await newAgeIdentity();
  });

  for (const native of hasNativeCipher ? [true, false] : [false]) {
    describe(native ? 'by the cipher of Node' : 'by JavaScript alone', () => {
      it.each(sizes)('come back from %i bytes', async size => {
        const file = path.join(await tempFolder(), 'x.age');
        const plain = bytesOf(size);
        await writeFile(file, await gather(encryptAge(pieces(plain), [recipient], native)));
        expect((await decryptFile(file, [identity], native)).equals(plain)).toBe(true);
        expect(
          (await decryptFile(file, [otherIdentity, identity], !native && hasNativeCipher)).equals(plain),
        ).toBe(true);
      });

      it('open for each of several recipients and nobody else', async () => {
        const file = path.join(await tempFolder(), 'x.age');
        const recipients = [recipient, await recipientOf(otherIdentity)];
        await writeFile(file, await gather(encryptAge(pieces(bytesOf(99)), recipients, native)));
        expect(await decryptFile(file, [identity], native)).toEqual(bytesOf(99));
        expect(await decryptFile(file, [otherIdentity], native)).toEqual(bytesOf(99));
        await expect(decryptFile(file, [await newAgeIdentity()], native)).rejects.toMatchObject({
          code: 'bundle/wrong-recipient',
        });
      });

      it('are refused when cut at any place or with any bit altered', async () => {
        const file = path.join(await tempFolder(), 'x.age');
        const whole = await gather(encryptAge(pieces(bytesOf(2 * CHUNK + 5)), [recipient], native));
        const refused = async (bytes: Buffer): Promise<void> => {
          await writeFile(file, bytes);
          await expect(decryptFile(file, [identity], native)).rejects.toMatchObject({ name: 'BundleFault' });
        };
        const places = [
          0,
          10,
          whole.length - 1,
          whole.length - 5 - 16,
          whole.length - 5 - 32,
          whole.length - CHUNK,
        ];
        for (const place of places) await refused(whole.subarray(0, place));
        await refused(Buffer.concat([whole, Buffer.alloc(1)]));
        await fc.assert(
          fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
            const altered = Buffer.from(whole);
            altered[at]! ^= 1 << bit;
            await refused(altered);
          }),
          { numRuns: 60 },
        );
      });

      it.skipIf(!hasTool('age'))('are opened by the age tool, and its files open here', async () => {
        const folder = await tempFolder();
        const at = (name: string): string => path.join(folder, name);
        await writeFile(at('key'), identityFile(identity, recipient, '2026-11-01T00:00:00+08:00'));
        for (const size of sizes) {
          await writeFile(
            at('ours.age'),
            await gather(encryptAge(pieces(bytesOf(size)), [recipient], native)),
          );
          const opened = execFileSync('age', ['-d', '-i', 'key', 'ours.age'], {
            cwd: folder,
            maxBuffer: 2 ** 24,
          });
          expect(opened.equals(bytesOf(size))).toBe(true);
          execFileSync('age', ['-r', recipient, '-o', 'theirs.age'], { cwd: folder, input: bytesOf(size) });
          expect((await decryptFile(at('theirs.age'), [identity], native)).equals(bytesOf(size))).toBe(true);
        }
      });
    });
  }

  it('are told from other files, however large, by their first 64 KiB', async () => {
    const file = path.join(await tempFolder(), 'x.age');
    await writeFile(file, Buffer.alloc(200_000, 'age-encryption.org/v1'));
    await expect(decryptFile(file, [identity])).rejects.toMatchObject({ code: 'bundle/broken-age' });
    const forged = `age-encryption.org/v1\n-> X25519 AAAA\nAAAA\n--- ${'A'.repeat(43)}\n`;
    await writeFile(file, forged + 'x'.repeat(100));
    await expect(decryptFile(file, [identity])).rejects.toMatchObject({ code: 'bundle/broken-age' });
  });

  it('hand every byte of the file to whoever wants its checksum', async () => {
    const file = path.join(await tempFolder(), 'x.age');
    const whole = await gather(encryptAge(pieces(bytesOf(5 * CHUNK)), [recipient]));
    await writeFile(file, whole);
    for (const native of new Set([hasNativeCipher, false])) {
      const handle = await open(file);
      const seen: Buffer[] = [];
      await gather(
        decryptAge(
          { handle, size: whole.length },
          [identity],
          bytes => seen.push(Buffer.from(bytes)),
          native,
        ),
      );
      await handle.close();
      expect(Buffer.concat(seen).equals(whole)).toBe(true);
    }
  });
});

describe('identities', () => {
  it('come back from their file, which age-keygen reads too', async () => {
    const identity = await newAgeIdentity();
    const recipient = await recipientOf(identity);
    const file = path.join(await tempFolder(), 'key');
    await writeFile(file, identityFile(identity, recipient, '2026-11-01T00:00:00+08:00'));
    expect(parseIdentityFile(await readFile(file, 'utf8'))).toEqual([identity]);
    if (hasTool('age-keygen'))
      expect(execFileSync('age-keygen', ['-y', file], { encoding: 'utf8' }).trim()).toBe(recipient);
    for (const bad of ['', '# nothing\n', `${identity}x\n`, `${recipient}\n`]) {
      expect(parseIdentityFile(bad), bad).toBeUndefined();
    }
  });

  it('have recipients whose checksum is looked at', async () => {
    const recipient = await recipientOf(await newAgeIdentity());
    expect(isRecipient(recipient)).toBe(true);
    const last = recipient.endsWith('q') ? 'p' : 'q';
    for (const bad of [recipient.slice(0, -1) + last, recipient.slice(1), '', 'age1pq1xyz']) {
      expect(isRecipient(bad), bad).toBe(false);
    }
  });
});

describe('sealed fields', () => {
  it('open for their key alone, armoured or in base64', async () => {
    const identity = await newAgeIdentity();
    const sealed = await sealText(await recipientOf(identity), '范例人');
    expect(sealed).not.toContain('范例');
    expect(expectOk(await openSealed(identity, sealed))).toBe('范例人');
    expect(expectOk(await openSealed(identity, { sealed, code: '举报人001' }))).toBe('范例人');
    const base64 = sealed.split('\n').slice(1, -2).join('');
    expect(expectOk(await openSealed(identity, base64))).toBe('范例人');
    const other = await openSealed(await newAgeIdentity(), sealed);
    expect(other).toEqual({ ok: false, error: 'sealed/wrong-key' });
    for (const bad of ['', 'not base64', sealed.slice(0, -60), base64.slice(0, -8)]) {
      expect(await openSealed(identity, bad)).toEqual({ ok: false, error: 'sealed/broken' });
    }
  });

  it.skipIf(!hasTool('age'))('are opened by the age tool', async () => {
    const identity = await newAgeIdentity();
    const recipient = await recipientOf(identity);
    const folder = await tempFolder();
    await writeFile(path.join(folder, 'key'), identityFile(identity, recipient, ''));
    const input = await sealText(recipient, '样本 13800000000');
    expect(execFileSync('age', ['-d', '-i', 'key'], { cwd: folder, input, encoding: 'utf8' })).toBe(
      '样本 13800000000',
    );
  });
});

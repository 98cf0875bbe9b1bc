import { execFileSync } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import {
  keyIdText,
  newMinisignKey,
  parsePublicKey,
  parseSecretKeyFile,
  publicKeyFile,
  publicKeyOf,
  publicKeyText,
  secretKeyFile,
  signMinisign,
  verifyMinisign,
} from './minisign.ts';

const hasTool = ((): boolean => {
  try {
    execFileSync('minisign', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

const secret = newMinisignKey();
const key = publicKeyOf(secret);
const file = Buffer.from('月度案卷包 2026-10');

const flipBase64 = (line: string, at: number): string => {
  const bytes = Buffer.from(line, 'base64');
  bytes[at]! ^= 1;
  return bytes.toString('base64');
};

describe('minisign keys', () => {
  it('come back from the texts they are written as', () => {
    expect(expectOk(parsePublicKey(publicKeyText(key)))).toEqual(key);
    expect(expectOk(parsePublicKey(publicKeyFile(key)))).toEqual(key);
    expect(expectOk(parseSecretKeyFile(secretKeyFile(secret)))).toEqual(secret);
  });

  it('are refused when the text is anything else', () => {
    const text = publicKeyText(key);
    for (const bad of ['', 'RW', text.slice(1), `${text}A`, `X${text.slice(1)}`, secretKeyFile(secret)]) {
      expect(parsePublicKey(bad), bad).toEqual({ ok: false, error: 'minisign/malformed-key' });
    }
    const lines = secretKeyFile(secret).split('\n');
    for (const at of [0, 2, 70, 100]) {
      const bad = `${lines[0]!}\n${flipBase64(lines[1]!, at)}\n`;
      expect(parseSecretKeyFile(bad), `byte ${at}`).toEqual({ ok: false, error: 'minisign/malformed-key' });
    }
  });
});

describe('minisign signatures', () => {
  it('verify for the bytes signed and yield their trusted comment', async () => {
    const signature = await signMinisign(secret, file, 'timestamp:1790000000\tfile:样本');
    expect(expectOk(await verifyMinisign(key, file, signature))).toEqual({
      trustedComment: 'timestamp:1790000000\tfile:样本',
    });
    const crlf = signature.replaceAll('\n', '\r\n');
    expect((await verifyMinisign(key, file, crlf)).ok).toBe(true);
  });

  it('are the same for a stream as for its bytes', async () => {
    const chunks = async function* (): AsyncGenerator<Uint8Array> {
      for (const byte of file) yield Promise.resolve(Buffer.from([byte]));
    };
    await expect(signMinisign(secret, chunks(), 'x')).resolves.toBe(await signMinisign(secret, file, 'x'));
  });

  it('do not verify when a single bit of file, comment or signature differs', async () => {
    const signature = await signMinisign(secret, file, 'comment');
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.nat(7), async (at, bit) => {
        const other = Buffer.from(file);
        other[at]! ^= 1 << bit;
        expect(await verifyMinisign(key, other, signature)).toEqual({
          ok: false,
          error: 'minisign/bad-signature',
        });
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(Buffer.byteLength(signature) - 1), fc.nat(7), async (at, bit) => {
        const bytes = Buffer.from(signature);
        bytes[at]! ^= 1 << bit;
        const untrusted = at < signature.indexOf('\n');
        expect((await verifyMinisign(key, file, bytes.toString('latin1'))).ok && !untrusted).toBe(false);
      }),
    );
  });

  it('name the reason for which they are refused', async () => {
    const signature = await signMinisign(secret, file, 'comment');
    const lines = signature.split('\n');
    const withLine = (index: number, line: string): string => lines.with(index, line).join('\n');
    const refusalOf = async (text: string) => {
      const result = await verifyMinisign(key, file, text);
      return result.ok ? 'accepted' : result.error;
    };
    const legacy = Buffer.from(lines[1]!, 'base64');
    legacy.write('Ed');
    expect(await refusalOf(withLine(1, legacy.toString('base64')))).toBe('minisign/malformed-signature');
    expect(await refusalOf(withLine(1, flipBase64(lines[1]!, 3)))).toBe('minisign/other-key');
    expect(await refusalOf(withLine(1, flipBase64(lines[1]!, 20)))).toBe('minisign/bad-signature');
    expect(await refusalOf(withLine(2, 'trusted comment: another'))).toBe('minisign/bad-signature');
    expect(await refusalOf(withLine(3, flipBase64(lines[3]!, 20)))).toBe('minisign/bad-signature');
    expect(await refusalOf('')).toBe('minisign/malformed-signature');
    expect(await refusalOf(await signMinisign(newMinisignKey(), file, 'x'))).toBe('minisign/other-key');
    const sameIdOtherKey = { ...newMinisignKey(), keyId: secret.keyId };
    expect(await refusalOf(await signMinisign(sameIdOtherKey, file, 'x'))).toBe('minisign/bad-signature');
  });

  it('cannot be made with a trusted comment the tool would not read back', async () => {
    await expect(signMinisign(secret, file, 'two\nlines')).rejects.toThrow('one line');
    await expect(signMinisign(secret, file, 'x'.repeat(8192))).rejects.toThrow('8192');
  });
});

describe.skipIf(!hasTool)('the minisign tool', () => {
  let folder: string;
  const at = (name: string): string => path.join(folder, name);
  const minisign = (...args: string[]): string =>
    execFileSync('minisign', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'minisign-'));
    writeFileSync(at('file'), file);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('accepts a signature made here, by key line and by key file', async () => {
    writeFileSync(
      at('file.minisig'),
      await signMinisign(secret, createReadStream(at('file')), 'period:2026-10'),
    );
    writeFileSync(at('key.pub'), publicKeyFile(key));
    expect(minisign('-V', '-P', publicKeyText(key), '-m', 'file')).toContain(
      'Trusted comment: period:2026-10',
    );
    expect(minisign('-V', '-p', 'key.pub', '-m', 'file')).toContain(
      'Signature and comment signature verified',
    );
  });

  it('refuses a file altered after it was signed here', async () => {
    writeFileSync(at('file.minisig'), await signMinisign(secret, file, 'x'));
    writeFileSync(at('file'), 'another');
    expect(() => minisign('-V', '-P', publicKeyText(key), '-m', 'file')).toThrow(/verification failed/);
  });

  it('makes keys and signatures that are read here', async () => {
    minisign('-G', '-W', '-p', 'tool.pub', '-s', 'tool.key');
    minisign('-S', '-s', 'tool.key', '-m', 'file', '-t', '月度案卷包');
    const toolKey = expectOk(parsePublicKey(readFileSync(at('tool.pub'), 'utf8')));
    const toolSecret = expectOk(parseSecretKeyFile(readFileSync(at('tool.key'), 'utf8')));
    expect(publicKeyOf(toolSecret)).toEqual(toolKey);
    // The tool leaves out zeros at the beginning of the number.
    const named = /public key ([0-9A-F]+)$/m.exec(readFileSync(at('tool.pub'), 'utf8'))?.[1] ?? '';
    expect(named.padStart(16, '0')).toBe(keyIdText(toolKey.keyId));
    const signature = readFileSync(at('file.minisig'), 'utf8');
    expect(expectOk(await verifyMinisign(toolKey, file, signature)).trustedComment).toBe('月度案卷包');
    expect(Buffer.from(secretKeyFile(toolSecret).split('\n')[1]!, 'base64')).toEqual(
      Buffer.from(readFileSync(at('tool.key'), 'utf8').split('\n')[1]!, 'base64'),
    );
  });

  it('signs with a secret key file written here', async () => {
    writeFileSync(at('own.key'), secretKeyFile(secret), { mode: 0o600 });
    minisign('-S', '-s', 'own.key', '-m', 'file', '-t', 'by the tool');
    const signature = readFileSync(at('file.minisig'), 'utf8');
    expect(expectOk(await verifyMinisign(key, file, signature)).trustedComment).toBe('by the tool');
  });
});

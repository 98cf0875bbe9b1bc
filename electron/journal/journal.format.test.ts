import { createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { expect, it } from 'vitest';
import { newPersonId } from '#shared/core/ids.ts';
import { expectOk } from '#shared/core/result.ts';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { unlockedKeys } from '#electron/keys/unlocked-keys.ts';
import { createJournal } from './journal.open.ts';

/** Written from README.md alone and sharing no line with the program, so that the page stays true. */
function readByThePage(file: Buffer, dataKey: Buffer): { payloads: string[]; lastHash: string } {
  const sha = (...parts: (Buffer | string)[]): Buffer =>
    parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
  const key = Buffer.from(hkdfSync('sha256', dataKey, '', 'phoenix-desk/1/data/journal', 32));
  const id = file.subarray(12, 28);
  expect(file.subarray(0, 8).toString('hex')).toBe('50444a0d0a1a0a00');
  expect(file.readUInt32LE(8)).toBe(1);
  expect(file.readUInt32LE(60)).toBe(crc32(file.subarray(0, 60)));
  const keyCheck = createHmac('sha256', key).update('phoenix-desk/journal/1/key-check\0').update(id).digest();
  expect(file.subarray(36, 52)).toEqual(keyCheck.subarray(0, 16));
  let last = sha('phoenix-desk/journal/1/header\0', file.subarray(0, 64));
  let lengthBefore = 0;
  const payloads: string[] = [];
  for (let at = 64; at < file.length; at += lengthBefore) {
    const record = file.subarray(at, at + 64 + file.readUInt32LE(at));
    const box = record.subarray(64);
    expect(record.readUInt32LE(4)).toBe(lengthBefore);
    expect(record.readBigUInt64LE(8)).toBe(BigInt(payloads.length + 1));
    expect(record.subarray(16, 48)).toEqual(last);
    expect(record.readUInt32LE(60)).toBe(crc32(record.subarray(0, 60)));
    const decipher = createDecipheriv('aes-256-gcm', key, record.subarray(48, 60));
    decipher.setAAD(
      Buffer.concat([Buffer.from('phoenix-desk/journal/1/seal\0'), id, record.subarray(8, 48)]),
    );
    decipher.setAuthTag(box.subarray(-16));
    payloads.push(decipher.update(box.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8'));
    last = sha('phoenix-desk/journal/1/record\0', record.subarray(8, 60), box);
    lengthBefore = record.length;
  }
  return { payloads, lastHash: last.toString('hex') };
}

it('the page that describes the format is enough to read a journal', async () => {
  const dir = await tempFolder();
  const dataKey = Buffer.alloc(32, 5);
  const personId = newPersonId({ nowMs: Date.now, randomBytes: count => Buffer.alloc(count) });
  const keys = unlockedKeys(
    { keyringId: '00', personId, name: '试填' },
    { data: Buffer.from(dataKey), sealed: undefined },
  );
  const journal = expectOk(await createJournal(dir, keys));
  const payloads = ['甲', '', 'third'];
  for (const payload of payloads) expectOk(await journal.append(Buffer.from(payload)));
  const { hash } = journal.head();
  await journal.close();
  const read = readByThePage(await readFile(path.join(dir, 'journal.pdj')), dataKey);
  expect(read).toEqual({ payloads, lastHash: hash });
});

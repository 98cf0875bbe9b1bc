import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sealedScratch } from './sealed-scratch.ts';
import { tempFolder } from './temp-folder.fixture.ts';

async function gather(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}

describe('a sealed scratch file', () => {
  it('gives back any range of what was written, and nothing of it stands on the disk', async () => {
    const folder = await tempFolder();
    const scratch = await sealedScratch(folder);
    const plain = Buffer.concat([Buffer.from('李样本'.repeat(1000)), randomBytes(600_001)]);
    for (let at = 0; at < plain.length; at += 70_001) await scratch.write(plain.subarray(at, at + 70_001));
    expect(scratch.size()).toBe(plain.length);
    const [name = ''] = await readdir(folder);
    const onDisk = await readFile(path.join(folder, name));
    expect(onDisk).toHaveLength(plain.length);
    expect(onDisk.includes('样本')).toBe(false);
    for (const [start, end] of [
      ...[
        [0, plain.length],
        [0, 1],
        [15, 17],
        [16, 16],
        [plain.length - 5, plain.length],
        [262_143, 524_290],
      ],
    ] as const)
      expect((await gather(scratch.read(start, end))).equals(plain.subarray(start, end))).toBe(true);
    await scratch.close();
    expect(await readdir(folder)).toEqual([]);
  });
});

import { execFileSync } from 'node:child_process';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Instant } from '#shared/core/instant.ts';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { DEFAULT_LIMITS } from './bundle.limits.ts';
import { hasTool } from './tools.fixture.ts';
import { openZip } from './zip.open.ts';
import { packZip, type ZipMember } from './zip.pack.ts';

const AT = '2026-11-01T10:20:30+08:00' as Instant;
const ZEROS = Buffer.alloc(64 * 1024 * 1024);

async function* members(...all: readonly ZipMember[]): AsyncGenerator<ZipMember> {
  for (const member of all) yield await Promise.resolve(member);
}

async function* pieces(...all: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const piece of all) yield await Promise.resolve(piece);
}

const small = (name: string, text: string, deflate = false): ZipMember => ({
  path: `top/${name}`,
  deflate,
  open: () => pieces(Buffer.from(text)),
});

/** The zeros are left out of the file, as a hole: only what stands between them takes room. */
async function writeWithHoles(handle: FileHandle, zip: AsyncIterable<Uint8Array>): Promise<void> {
  let at = 0;
  for await (const piece of zip) {
    if (piece !== ZEROS) await handle.write(piece, 0, piece.length, at);
    at += piece.length;
  }
  await handle.truncate(at);
}

async function zipOf(...all: readonly ZipMember[]): Promise<string> {
  const file = path.join(await tempFolder(), 'x.zip');
  const handle = await open(file, 'wx');
  try {
    await writeWithHoles(handle, packZip(members(...all), AT));
  } finally {
    await handle.close();
  }
  return file;
}

const run = (tool: string, ...args: string[]): string => execFileSync(tool, args, { encoding: 'utf8' });

describe.skipIf(!hasTool('unzip'))('a ZIP of this program', () => {
  it('is tested and opened by unzip: stored, deflated, empty, and with names in Chinese', async () => {
    const text = '楼道灯坏了三天。'.repeat(500);
    const all = [small('a.txt', text), small('甲/乙.txt', text, true), small('空.txt', '', true)];
    const file = await zipOf(...all, small('none.bin', ''));
    expect(run('unzip', '-t', file)).toContain('No errors detected');
    for (const name of ['a.txt', '甲/乙.txt']) expect(run('unzip', '-p', file, `top/${name}`)).toBe(text);
    expect(run('unzip', '-l', file)).toMatch(/2026-11-01 10:20\s+top\/a\.txt/);
  });

  it('has no file at all where there is none to pack', async () => {
    const zip = await openZip(await zipOf(), DEFAULT_LIMITS);
    expect(zip.entries).toEqual([]);
    zip.close();
  });

  // Windows writes the hole out.
  it.skipIf(process.platform === 'win32')(
    'holds files of more than 4 GiB, and others behind them',
    async () => {
      const bytes = 65 * ZEROS.length;
      const large: ZipMember = {
        path: 'top/large.bin',
        deflate: false,
        bytes,
        open: () => pieces(...Array.from({ length: 65 }, () => ZEROS)),
      };
      const file = await zipOf(small('before.txt', 'before'), large, small('behind.txt', 'behind', true));
      expect(run('unzip', '-l', file)).toMatch(new RegExp(`${bytes}\\s.*top/large\\.bin`));
      expect(run('unzip', '-p', file, 'top/behind.txt')).toBe('behind');
      const zip = await openZip(file, DEFAULT_LIMITS);
      expect(zip.entries.map(({ claimedBytes }) => claimedBytes)).toEqual([6, bytes, 6]);
      zip.close();
    },
    60_000,
  );

  it('throws what a source throws, also while it is deflated', async () => {
    for (const deflate of [false, true]) {
      const failing: ZipMember = {
        path: 'top/x',
        deflate,
        open: async function* () {
          yield await Promise.resolve(Buffer.from('x'));
          throw new Error('the source is gone');
        },
      };
      await expect(zipOf(failing)).rejects.toThrow('the source is gone');
    }
  });
});

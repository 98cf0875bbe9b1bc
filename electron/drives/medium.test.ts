import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectOk, type Result } from '#shared/core/result.ts';
import { copyBundle, verifyWritten, type SealedFile } from '../bundles/bundle.copies.ts';
import { tempFolder } from '../files/temp-folder.fixture.ts';
import { linuxDrives } from './linux.drives.ts';
import { loopDrive, type LoopDrive } from './loop-drive.fixture.ts';
import { roomFor } from './room.ts';

const MEGABYTE = 1024 * 1024;
const NAME = 'PHX-0371_2026-10_0001.bag.zip.age';

function expectErr<E>(result: Result<unknown, E>): E {
  if (result.ok) throw new Error('a refusal was expected');
  return result.error;
}

async function sealed(bytes: number): Promise<SealedFile> {
  const content = Buffer.alloc(bytes, 7);
  const source = path.join(await tempFolder(), NAME);
  await writeFile(source, content);
  return { path: source, bytes, sha256: createHash('sha256').update(content).digest('hex') };
}

/** Skips, with the reason, where no file system can be mounted. */
async function drive(skip: (why: string) => never, bytes = 4 * MEGABYTE): Promise<LoopDrive> {
  return (await loopDrive(bytes)) ?? skip('needs root, loop devices and mkfs.ext4');
}

describe('a file system mounted where sticks are', () => {
  it('is offered by its name and with its space', async ({ skip }) => {
    const stick = await drive(skip);
    const found = (await linuxDrives.list()).find(({ path: at }) => at === stick.path);
    expect(found).toMatchObject({ kind: 'removable', label: '样本盘', filesystem: 'ext4' });
    expect(found?.free).toBeGreaterThan(MEGABYTE);
    expect(found?.free).toBeLessThanOrEqual(found?.total ?? 0);
  });

  it('takes a bundle, and gives it back the same', async ({ skip }) => {
    const stick = await drive(skip);
    const sealedFile = await sealed(MEGABYTE);
    expectOk(await roomFor(stick.path, { name: NAME, bytes: MEGABYTE }));
    const copied = expectOk(await copyBundle(sealedFile, { directory: stick.path }));
    expectOk(await verifyWritten(copied.path, { expectedSha256: sealedFile.sha256 }));
  });

  it('of one megabyte is said to be too small before anything is written', async ({ skip }) => {
    const stick = await drive(skip, MEGABYTE);
    const before = await readdir(stick.path);
    expect(expectErr(await roomFor(stick.path, { name: NAME, bytes: MEGABYTE }))).toMatchObject({
      code: 'bundles/drive-small',
      needed: '2 MB',
      free: '0 MB',
    });
    expect(await readdir(stick.path)).toEqual(before);
  });

  it('that fills up meanwhile is said to be full, and nothing is left on it', async ({ skip }) => {
    const stick = await drive(skip, MEGABYTE);
    const before = await readdir(stick.path);
    const sealedFile = await sealed(2 * MEGABYTE);
    const refused = expectErr(await copyBundle(sealedFile, { directory: stick.path }));
    expect(refused.code).toBe('bundle/disk-full');
    expect(await readdir(stick.path)).toEqual(before);
  });

  it('that has become read-only is said to refuse', async ({ skip }) => {
    const stick = await drive(skip);
    stick.remountReadOnly();
    const sealedFile = await sealed(1024);
    const refused = expectErr(await copyBundle(sealedFile, { directory: stick.path }));
    expect(refused.code).toBe('bundle/target-refused');
  });

  it('that breaks off is said to be gone, and the same bundle goes onto the next', async ({ skip }) => {
    const stick = await drive(skip, 16 * MEGABYTE);
    const next = await drive(skip, 16 * MEGABYTE);
    const sealedFile = await sealed(6 * MEGABYTE);
    let broken: Promise<void> | undefined;
    const refused = expectErr(
      await copyBundle(sealedFile, {
        directory: stick.path,
        onProgress: () => {
          broken ??= stick.breakOff();
        },
      }),
    );
    await broken;
    expect(refused.code).toBe('bundle/target-gone');
    const copied = expectOk(await copyBundle(sealedFile, { directory: next.path }));
    expect(
      createHash('sha256')
        .update(await readFile(copied.path))
        .digest('hex'),
    ).toBe(sealedFile.sha256);
  });
});

describe('room on a drive', () => {
  it('is looked at with what file systems keep for themselves, and what an attempt left is counted as free', async ({
    skip,
  }) => {
    const stick = await drive(skip);
    const [found] = (await linuxDrives.list()).filter(({ path: at }) => at === stick.path);
    const free = found?.free ?? 0;
    expectOk(await roomFor(stick.path, { name: NAME, bytes: Math.floor(free / 1.1) - 1 }));
    expectErr(await roomFor(stick.path, { name: NAME, bytes: Math.floor(free / 1.05) }));
    // The same bundle is there already: nothing has to be written.
    await writeFile(path.join(stick.path, 'same.age'), Buffer.alloc(2 * MEGABYTE));
    expectOk(await roomFor(stick.path, { name: 'same.age', bytes: 2 * MEGABYTE }));
    await rm(path.join(stick.path, 'same.age'));
    await writeFile(path.join(stick.path, `${NAME}.part`), Buffer.alloc(MEGABYTE));
    expectErr(await roomFor(stick.path, { name: 'other.age', bytes: Math.floor(free / 1.1) - 1 }));
    expectOk(await roomFor(stick.path, { name: NAME, bytes: Math.floor(free / 1.1) - 4096 }));
  });

  it('ends at 4 GB on FAT32, but not on exFAT', async () => {
    const folder = await tempFolder();
    const at = (bytes: number, filesystem: string) => roomFor(folder, { name: NAME, bytes, filesystem });
    for (const fat of ['vfat', 'FAT32', 'msdos'])
      expect(expectErr(await at(2 ** 32, fat)).code).toBe('bundle/target-limit');
    for (const [bytes, filesystem] of [
      [2 ** 32 - 1, 'vfat'],
      [2 ** 32, 'exfat'],
    ] as const) {
      const room = await at(bytes, filesystem);
      expect(room.ok ? undefined : room.error.code).not.toBe('bundle/target-limit');
    }
  });
});

import { open } from 'node:fs/promises';
import path from 'node:path';
import { PassingHash } from '#electron/files/hash-thread.ts';
import type { BagInfo } from '#shared/bundle/bag-info.ts';
import { ahead, gathered } from './byte-chunks.ts';
import { BundleFault } from './bundle.fault.ts';
import { checkOxum, type BagFiles } from './bag.tags.ts';
import type { StagedFile } from './staged.bundle.ts';

const BLOCK = 256 * 1024;

/** Unpacks the payload under names of our own, counting and hashing what is really inflated. */
export async function stagePayload(
  bag: BagFiles,
  manifest: ReadonlyMap<string, string>,
  info: BagInfo,
  folder: string,
): Promise<ReadonlyMap<string, StagedFile>> {
  const staged = new Map<string, StagedFile>();
  let total = 0;
  for (const [name, expected] of manifest) {
    const room = info.payload.bytes - total;
    const file = `${String(staged.size + 1).padStart(6, '0')}.bin`;
    const { sha256, bytes } = await stageFile(bag, name, path.join(folder, file), room);
    if (sha256 !== expected || sha256 !== hashInName(name, sha256))
      throw new BundleFault('bundle/hash-mismatch', name);
    total += bytes;
    staged.set(name, { staged: file, sha256, bytes });
  }
  checkOxum(info, { files: staged.size, bytes: total });
  return staged;
}

/** Attachments are named by what they hold. */
function hashInName(name: string, otherwise: string): string {
  const attachment = /^data\/attachments\/([^/]*)\.[^/.]*$/.exec(name);
  return name.startsWith('data/attachments/') ? (attachment?.[1] ?? '') : otherwise;
}

async function stageFile(
  bag: BagFiles,
  name: string,
  file: string,
  room: number,
): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const entry = bag.files.get(name);
  if (entry === undefined) throw new BundleFault('bundle/missing-file', name);
  const hash = new PassingHash();
  let bytes = 0;
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const block of ahead(gathered(await entry.open(), BLOCK))) {
      bytes += block.length;
      if (bytes > room) throw new BundleFault('bundle/oxum-mismatch', `${name} is longer than announced`);
      await hash.update(block);
      await handle.writeFile(block);
    }
    return { sha256: await hash.digest(), bytes };
  } finally {
    hash.drop();
    await handle.close();
  }
}

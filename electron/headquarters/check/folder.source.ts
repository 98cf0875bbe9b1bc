import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { BagFault } from '#shared/bagit/bag.rules.ts';
import type { BagFile, BagSource } from './bag.source.ts';

interface Found {
  readonly files: BagFile[];
  readonly faults: BagFault[];
}

/** Links are not followed: they may lead out of the bag (RFC 8493, 5.1). */
async function walk(folder: string, prefix: string, found: Found): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    const inside = `${prefix}${entry.name}`;
    if (entry.isDirectory()) await walk(file, `${inside}/`, found);
    else if (!entry.isFile()) found.faults.push({ rule: 'file/no-plain-file', file: inside });
    else {
      const { size } = await stat(file);
      found.files.push({
        path: inside,
        bytes: size,
        open: () => Promise.resolve(createReadStream(file) as AsyncIterable<Uint8Array>),
      });
    }
  }
}

export async function folderSource(folder: string): Promise<BagSource> {
  const found: Found = { files: [], faults: [] };
  await walk(folder, '', found);
  const data = await stat(path.join(folder, 'data')).catch(() => undefined);
  return {
    name: path.basename(path.resolve(folder)),
    hasPayloadFolder: data?.isDirectory() === true,
    ...found,
    close: () => undefined,
  };
}

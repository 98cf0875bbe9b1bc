import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { BundleInput } from '#electron/bundles/bundle.input.ts';
import { ahead, fileChunks } from '#electron/bundles/byte-chunks.ts';
import { sampleMonth, type SampleOffice } from '#electron/bundles/bundle.fixture.ts';
import type { Sizes } from './row.ts';

const FILE_BYTES = 2 * 1024 * 1024;
const BLOCK = 256 * 1024;

/** In memory that is used again, as a reader of the program does. */
async function* readBlocks(file: string): AsyncGenerator<Uint8Array> {
  const handle = await fs.promises.open(file);
  try {
    yield* ahead(fileChunks(handle, { start: 0, end: FILE_BYTES, size: BLOCK }));
  } finally {
    await handle.close();
  }
}

export type Month = { readonly input: BundleInput; readonly attachments: string };

/** A month with as many scans as fill the size asked for, of random bytes, as photographs nearly are. */
export async function benchMonth(
  folder: string,
  { bundleMebibytes, bundleCases }: Sizes,
  office: SampleOffice,
  recipients: readonly string[],
): Promise<Month> {
  const attachments = path.join(folder, 'attachments');
  fs.mkdirSync(attachments);
  const files = Array.from({ length: (bundleMebibytes * 1024 * 1024) / FILE_BYTES }, () => {
    const content = randomBytes(FILE_BYTES);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const file = path.join(attachments, `${sha256}.jpg`);
    fs.writeFileSync(file, content);
    return {
      sha256,
      ext: 'jpg',
      bytes: FILE_BYTES,
      open: () => readBlocks(file),
    };
  });
  const { input } = await sampleMonth(
    { recipients, attachments: files, documents: [] },
    { office, cases: bundleCases },
  );
  return { input, attachments };
}

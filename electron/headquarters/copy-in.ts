import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { isSystemError } from '#electron/files/storage-error.ts';
import { writeAll } from '#electron/files/write-all.ts';
import { BundleFault } from '#electron/bundles/bundle.fault.ts';
import { fileChunks } from '#electron/bundles/byte-chunks.ts';

const BLOCK = 1024 * 1024;

const atSource = async <T>(action: () => Promise<T>): Promise<T> => {
  try {
    return await action();
  } catch (cause) {
    throw isSystemError(cause) ? new BundleFault('bundle/unreadable', '', cause) : cause;
  }
};

/**
 * Copies a bundle from the medium it came on, in one pass, onto this machine's disk for good, and hashes it.
 * Everything after looks at the copy: a medium can be pulled out, or give another answer the second time.
 */
export async function copyIn(source: string, copy: string, maxBytes: number): Promise<string> {
  const from = await atSource(() => open(source, 'r'));
  try {
    const { size } = await atSource(() => from.stat());
    if (size > maxBytes) throw new BundleFault('bundle/too-large', `${size} bytes`);
    const to = await open(copy, 'wx', 0o600);
    try {
      const hash = createHash('sha256');
      const blocks = fileChunks(from, { start: 0, end: size, size: BLOCK });
      for (let at = 0; ;) {
        const block = await atSource(() => blocks.next());
        if (block.done === true) break;
        await writeAll(to, block.value, at);
        hash.update(block.value);
        at += block.value.length;
      }
      await to.sync();
      return hash.digest('hex');
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

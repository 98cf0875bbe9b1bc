import { rmSync } from 'node:fs';
import { mkdtemp, open, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseIdentityFile } from '#electron/bundles/age.identity.ts';
import { decryptAge } from '#electron/bundles/age.stream.ts';
import { BundleFault } from '#electron/bundles/bundle.fault.ts';
import type { BundleLimits } from '#electron/bundles/bundle.limits.ts';
import { openZip } from '#electron/bundles/zip.open.ts';
import type { BagSource } from './bag.source.ts';
import { folderSource } from './folder.source.ts';
import { zipSource } from './zip.source.ts';

export interface OpenedBag {
  readonly source: BagSource;
  readonly kind: 'folder' | 'zip' | 'age';
  /** What format 1 finds wrong with the ZIP itself. */
  readonly zipFault?: BundleFault;
  readonly close: () => Promise<void>;
}

async function zipFaultOf(file: string, limits: BundleLimits): Promise<BundleFault | undefined> {
  try {
    (await openZip(file, limits)).close();
    return undefined;
  } catch (cause) {
    if (cause instanceof BundleFault) return cause;
    throw cause;
  }
}

async function openZipBag(file: string, limits: BundleLimits): Promise<Omit<OpenedBag, 'kind'>> {
  const source = await zipSource(file, limits);
  const zipFault = await zipFaultOf(file, limits);
  const close = (): Promise<void> => {
    source.close();
    return Promise.resolve();
  };
  return { source, close, ...(zipFault === undefined ? {} : { zipFault }) };
}

async function decryptTo(zipFile: string, file: string, identities: readonly string[]): Promise<void> {
  const source = await open(file, 'r');
  try {
    const target = await open(zipFile, 'wx', 0o600);
    try {
      const { size } = await source.stat();
      const plain = decryptAge({ handle: source, size }, identities, () => undefined);
      for await (const block of plain) await target.writeFile(block);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

const STOPS = { SIGINT: 130, SIGTERM: 143 } as const;

/** Takes the folder away also where somebody stops the command; the answer takes that provision back. */
function removedWhenStopped(folder: string): () => void {
  const stops = Object.entries(STOPS).map(([signal, code]) => {
    const stop = (): void => {
      rmSync(folder, { recursive: true, force: true });
      process.exit(code);
    };
    process.once(signal, stop);
    return () => process.off(signal, stop);
  });
  return () => stops.forEach(takeBack => takeBack());
}

/** The decrypted ZIP lies in a folder only this account may read, until the bag is closed. */
async function openAgeBag(
  file: string,
  identities: readonly string[],
  limits: BundleLimits,
): Promise<OpenedBag> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bag-'));
  const provided = removedWhenStopped(folder);
  const remove = async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true });
    provided();
  };
  try {
    const zipFile = path.join(folder, path.basename(file).replace(/\.age$/, ''));
    await decryptTo(zipFile, file, identities);
    const bag = await openZipBag(zipFile, limits);
    const close = async (): Promise<void> => {
      await bag.close();
      await remove();
    };
    return { ...bag, kind: 'age', close };
  } catch (cause) {
    await remove();
    throw cause;
  }
}

/** Reads the identities in a key file of age; undefined where there is none in it. */
export const readIdentities = async (keyFile: string): Promise<readonly string[] | undefined> =>
  parseIdentityFile(await readFile(keyFile, 'utf8'));

const isAge = async (file: string): Promise<boolean> => {
  const handle = await open(file, 'r');
  try {
    const { buffer } = await handle.read(Buffer.alloc(22), 0, 22, 0);
    return buffer.toString('latin1') === 'age-encryption.org/v1\n';
  } finally {
    await handle.close();
  }
};

/** Opens a bag folder, a ZIP or an age file, told by what is in it; `close` must be called. */
export async function openBag(
  target: string,
  identities: readonly string[] | undefined,
  limits: BundleLimits,
): Promise<OpenedBag | 'key-wanted'> {
  if ((await stat(target)).isDirectory())
    return { source: await folderSource(target), kind: 'folder', close: () => Promise.resolve() };
  if (!(await isAge(target))) return { ...(await openZipBag(target, limits)), kind: 'zip' };
  return identities === undefined ? 'key-wanted' : openAgeBag(target, identities, limits);
}

import path from 'node:path';
import type { Result } from '#shared/core/result.ts';
import { realFiles } from '#electron/files/file-port.ts';
import { isSystemError } from '#electron/files/storage-error.ts';
import { BundleFault } from './bundle.fault.ts';
import type { BundleTarget, BundleWriteRefusal, WrittenBundle } from './bundle.input.ts';
import { CHECKSUM_SUFFIX, hashFile, onMedium, putOnMedium, refusing, writeChecksum } from './medium.file.ts';

/** A bundle found unchanged on its medium after that was inserted again. */
export interface VerifiedBundle {
  readonly state: 'verified';
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

type VerifyOptions = Pick<BundleTarget, 'files' | 'signal' | 'onProgress'> & {
  /** What was written, as remembered here; the checksum on the medium could have changed with the file. */
  readonly expectedSha256?: string;
};

/** Reads a bundle again in full. Counts as proof only once the medium was taken out, or the cache answers. */
export function verifyWritten(
  file: string,
  options: VerifyOptions = {},
): Promise<Result<VerifiedBundle, BundleWriteRefusal>> {
  return refusing(async () => {
    const { sha256, bytes } = await hashFile(file, options);
    const { files = realFiles, expectedSha256 = sha256 } = options;
    const noted = await readChecksum(file, files);
    if (noted !== sha256 || expectedSha256 !== sha256) {
      throw new BundleFault('bundle/verify-failed', path.basename(file));
    }
    return { state: 'verified', path: file, sha256, bytes };
  });
}

async function readChecksum(
  file: string,
  files: Pick<typeof realFiles, 'readFile'>,
): Promise<string | undefined> {
  try {
    const text = await files.readFile(file + CHECKSUM_SUFFIX, 'utf8');
    const [sha256, name] = text.trimEnd().split('  ');
    return name === path.basename(file) ? sha256 : undefined;
  } catch (cause) {
    // The bundle could just be read; a checksum that cannot is as good as none.
    if (isSystemError(cause)) return undefined;
    throw cause;
  }
}

/** A sealed bundle, as remembered by whoever sealed it. */
export interface SealedFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * Copies a bundle, byte for byte, from the office's own store to a medium, as carefully as it was written. One
 * that got there before a crash is read back, and not written again.
 */
export function copyBundle(
  { path: source, sha256, bytes }: SealedFile,
  target: BundleTarget,
): Promise<Result<WrittenBundle, BundleWriteRefusal>> {
  return refusing(
    async () =>
      (await findCopy(path.join(target.directory, path.basename(source)), { sha256, bytes }, target)) ??
      putOnMedium(path.basename(source), readBundleFile(source), target, { sha256, bytes }),
  );
}

async function findCopy(
  file: string,
  { sha256, bytes }: Omit<SealedFile, 'path'>,
  target: BundleTarget,
): Promise<WrittenBundle | undefined> {
  const { files = realFiles } = target;
  try {
    if ((await files.stat(file)).size !== bytes) return undefined;
    if ((await hashFile(file, target)).sha256 !== sha256) return undefined;
  } catch (cause) {
    // What cannot be read is written anew.
    if (isSystemError(cause) || (cause instanceof BundleFault && cause.code !== 'bundle/cancelled'))
      return undefined;
    throw cause;
  }
  await onMedium(() => writeChecksum(file, sha256, files));
  return { state: 'written', path: file, sha256, bytes };
}

async function* readBundleFile(source: string): AsyncGenerator<Uint8Array> {
  try {
    const handle = await realFiles.open(source, 'r');
    yield* handle.createReadStream({ highWaterMark: 256 * 1024 }) as AsyncIterable<Uint8Array>;
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    throw new BundleFault('bundle/source-unreadable', path.basename(source), cause);
  }
}

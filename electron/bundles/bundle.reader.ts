import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { BagInfo } from '#shared/bundle/bag-info.ts';
import type { BundleReadCode } from '#shared/bundle/bundle.refusals.ts';
import { CaseLine } from '#shared/bundle/case-line.schema.ts';
import { EventLine } from '#shared/bundle/event-line.schema.ts';
import type { OfficeCode } from '#shared/core/ids.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { PassingHash } from '#electron/files/hash-thread.ts';
import { isSystemError } from '#electron/files/storage-error.ts';
import { decryptAge } from './age.stream.ts';
import { countCases, followChain, readLines, readOffice } from './bag.content.ts';
import { bagFiles, checkTags, checkTop, readBagInfo, readManifest, readSmall } from './bag.tags.ts';
import { BundleFault } from './bundle.fault.ts';
import { DEFAULT_LIMITS, type BundleLimits } from './bundle.limits.ts';
import { ahead, gathered } from './byte-chunks.ts';
import { stagePayload } from './payload.stage.ts';
import type { BundleReadRefusal, BundleSender, StagedBundle } from './staged.bundle.ts';
import { openZip } from './zip.open.ts';

const BLOCK = 1024 * 1024;

export interface BundleReading {
  /** age identities, `AGE-SECRET-KEY-1…`. */
  readonly identities: readonly string[];
  /** The minisign public key an office is enrolled with; undefined where it is not enrolled. */
  readonly findSigningKey: (office: OfficeCode) => string | undefined;
  /** Where to unpack. Whatever is made in there is gone again when the bundle is refused. */
  readonly stagingDir: string;
  readonly limits?: BundleLimits;
}

interface Progress {
  sender?: BundleSender;
}

/** Wraps what the disk of this machine refuses, so that it is not taken for a fault of the bundle. */
async function staging<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    throw isSystemError(cause) ? new BundleFault('bundle/staging-failed', '', cause) : cause;
  }
}

/** What the medium the bundle came on refuses. */
async function reading<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    throw isSystemError(cause) ? new BundleFault('bundle/unreadable', '', cause) : cause;
  }
}

function decryptTo(zipFile: string, file: string, identities: readonly string[], limits: BundleLimits) {
  return reading(async () => {
    const source = await open(file, 'r');
    const hash = new PassingHash();
    try {
      const { size } = await source.stat();
      if (size > limits.fileBytes) throw new BundleFault('bundle/too-large', `${size} bytes`);
      const plain = decryptAge({ handle: source, size }, identities, bytes => hash.update(bytes));
      await writeZip(zipFile, plain);
      return { sha256: await hash.digest(), bytes: size };
    } finally {
      hash.drop();
      await source.close();
    }
  });
}

async function writeZip(zipFile: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const target = await staging(() => open(zipFile, 'wx', 0o600));
  try {
    for await (const block of ahead(gathered(content, BLOCK))) await staging(() => target.writeFile(block));
  } finally {
    await target.close();
  }
}

const senderOf = (info: BagInfo, authenticated: boolean): BundleSender => ({
  code: info.officeCode,
  name: info.officeName,
  bundleId: info.bundleId,
  period: info.period,
  sequence: info.sequence,
  authenticated,
});

async function unpack(
  zipFile: string,
  folder: string,
  { findSigningKey }: BundleReading,
  limits: BundleLimits,
  progress: Progress,
): Promise<Omit<StagedBundle, 'sha256' | 'bytes' | 'discard'>> {
  const zip = await openZip(zipFile, limits);
  try {
    const bag = bagFiles(zip);
    const info = await readBagInfo(bag, limits);
    progress.sender = senderOf(info, false);
    checkTop(bag, info);
    const signingKey = findSigningKey(info.officeCode);
    if (signingKey === undefined) throw new BundleFault('bundle/unknown-office', info.officeCode);
    await checkTags(bag, signingKey, limits);
    progress.sender = senderOf(info, true);
    const manifest = await readManifest(bag, info, limits);
    const office = readOffice(await readSmall(bag, 'data/office.json', limits), info, signingKey, limits);
    const files = await stagePayload(bag, manifest, info, folder);
    const staged = { folder, files };
    const cases = () => readLines<CaseLine>(CaseLine, 'data/cases.ndjson', staged, limits);
    const events = () => readLines<EventLine>(EventLine, 'data/events.ndjson', staged, limits);
    const caseCount = await countCases(cases(), info);
    const chain = await followChain(events(), info);
    const below = (prefix: string): number =>
      [...files.keys()].filter(name => name.startsWith(prefix)).length;
    const counts = {
      cases: caseCount,
      events: chain.events,
      documents: below('data/documents/'),
      attachments: below('data/attachments/'),
      files: info.payload.files,
      bytes: info.payload.bytes,
    };
    return {
      ...staged,
      info,
      office,
      counts,
      chainBefore: chain.before,
      chainAfter: chain.after,
      cases,
      events,
    };
  } finally {
    zip.close();
  }
}

function refusalOf(cause: unknown, { sender }: Progress): BundleReadRefusal {
  // What the system says outside the source file is about this machine's own disk.
  const fault = isSystemError(cause) ? new BundleFault('bundle/staging-failed', '', cause) : cause;
  if (!(fault instanceof BundleFault)) throw fault;
  return {
    code: fault.code as BundleReadCode,
    ...(fault.detail === '' ? {} : { detail: fault.detail }),
    ...(sender === undefined ? {} : { sender }),
    ...(fault.cause === undefined ? {} : { cause: fault.cause }),
  };
}

/**
 * Opens a bundle and checks all it can show by itself. The order matters: decryption before any parser, the
 * office's signature before anything is unpacked, the announced size before it is inflated. A refused bundle
 * leaves nothing behind.
 */
export async function readBundle(
  file: string,
  options: BundleReading,
): Promise<Result<StagedBundle, BundleReadRefusal>> {
  const { limits = DEFAULT_LIMITS, stagingDir, identities } = options;
  const progress: Progress = {};
  let folder: string | undefined;
  try {
    await mkdir(stagingDir, { recursive: true });
    const made = (folder = await mkdtemp(path.join(stagingDir, 'bundle-')));
    const zipFile = path.join(made, 'bundle.zip');
    const source = await decryptTo(zipFile, file, identities, limits);
    const bundle = await unpack(zipFile, made, options, limits, progress);
    await rm(zipFile);
    return ok({ ...source, ...bundle, discard: () => rm(made, { recursive: true, force: true }) });
  } catch (cause) {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    return err(refusalOf(cause, progress));
  }
}

import { createHash } from 'node:crypto';
import { formatManifest, type ManifestEntry } from '#shared/bundle/manifest.ts';
import { isSafePath } from '#shared/bundle/safe-name.rules.ts';
import { isSystemError } from '#electron/files/storage-error.ts';
import { PassingHash } from '#electron/files/hash-thread.ts';
import { BundleFault } from './bundle.fault.ts';
import type { BundleSource, Many } from './bundle.input.ts';
import type { ZipMember } from './zip.pack.ts';

const BAGIT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

export const sha256Of = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

export async function* bytesOf(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(typeof content === 'string' ? Buffer.from(content) : content);
}

/** One file below `data/`, in the order in which it is packed. */
export interface PayloadFile {
  readonly file: string;
  readonly open: () => AsyncIterable<Uint8Array>;
  readonly deflate: boolean;
  /** Where they are known beforehand; another content makes the bag fail. */
  readonly bytes?: number;
  readonly sha256?: string;
}

export interface Payload {
  readonly bytes: number;
  readonly files: number;
}

export interface BagPlan {
  /** The one folder at the top. */
  readonly top: string;
  readonly payload: AsyncIterable<PayloadFile>;
  /** Written last, when it is known what there is. */
  readonly bagInfo: (payload: Payload) => string;
  readonly sign: (bytes: Uint8Array, trustedComment: string) => Promise<string>;
  readonly comment: string;
}

export interface PackedBag {
  readonly members: AsyncIterable<ZipMember>;
  /** What has gone into it so far. */
  readonly payload: () => Payload;
}

/**
 * The files of a bag (RFC 8493): the payload is hashed while it goes by, so what speaks about it comes last. Nothing
 * is held in memory but names and hashes.
 */
export function packBag({ top, payload: planned, bagInfo, sign, comment }: BagPlan): PackedBag {
  const manifest: ManifestEntry[] = [];
  const paths = new Set<string>();
  const counts = { bytes: 0, files: 0 };

  const tag = (file: string, content: string | Uint8Array): ZipMember => ({
    path: `${top}/${file}`,
    deflate: true,
    open: () => bytesOf(content),
  });

  function payload({ file, open, sha256: expected, ...how }: PayloadFile): ZipMember {
    const path = `data/${file}`;
    if (!isSafePath(path) || paths.has(path)) throw new Error(`no such file can be in a bag: ${path}`);
    paths.add(path);
    const metered = async function* (): AsyncGenerator<Uint8Array> {
      const hash = new PassingHash();
      let bytes = 0;
      let sha256: string;
      try {
        for await (const piece of open()) {
          bytes += piece.length;
          if (bytes > (how.bytes ?? Infinity)) throw new BundleFault('bundle/source-changed', path);
          await hash.update(piece);
          yield piece;
        }
        sha256 = await hash.digest();
      } finally {
        hash.drop();
      }
      if (bytes !== (how.bytes ?? bytes) || sha256 !== (expected ?? sha256)) {
        throw new BundleFault('bundle/source-changed', path);
      }
      manifest.push({ sha256, path });
      counts.files += 1;
      counts.bytes += bytes;
    };
    return { path: `${top}/${path}`, open: metered, ...how };
  }

  async function* tagFiles(): AsyncGenerator<ZipMember> {
    const files = [
      { path: 'bagit.txt', content: BAGIT },
      { path: 'bag-info.txt', content: bagInfo({ ...counts }) },
      { path: 'manifest-sha256.txt', content: formatManifest(manifest) },
    ];
    for (const { path, content } of files.slice(1)) yield tag(path, content);
    const tags = formatManifest(files.map(({ path, content }) => ({ path, sha256: sha256Of(content) })));
    yield tag('tagmanifest-sha256.txt', tags);
    yield tag('tagmanifest-sha256.txt.minisig', await sign(Buffer.from(tags), comment));
  }

  async function* members(): AsyncGenerator<ZipMember> {
    yield tag('bagit.txt', BAGIT);
    for await (const file of planned) yield payload(file);
    yield* tagFiles();
  }

  return { members: members(), payload: () => ({ ...counts }) };
}

/** By name where all are known beforehand, so that the same content gives the same ZIP; else as they come. */
export function sorted<T>(many: Many<T>, nameOf: (each: T) => string): Many<T> {
  if (!(Symbol.iterator in many)) return many;
  return [...many].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

export async function* readSource(
  source: Pick<BundleSource, 'open'>,
  name: string,
): AsyncGenerator<Uint8Array> {
  try {
    yield* source.open();
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    throw new BundleFault('bundle/source-unreadable', `data/${name}`, cause);
  }
}

import type { Readable } from 'node:stream';
import {
  fromRandomAccessReaderPromise,
  openPromise,
  type Entry,
  type RandomAccessReader,
  type ZipFile,
} from 'yauzl';
import { isSafePath, pathKey } from '#shared/bundle/safe-name.rules.ts';
import { isSystemError } from '#electron/files/storage-error.ts';
import { BundleFault } from './bundle.fault.ts';
import type { BundleLimits } from './bundle.limits.ts';

const ENCRYPTED = 0x1;
const UTF8_NAME = 0x800;
const STORED = 0;
const DEFLATED = 8;
/** Info-ZIP's second name for an entry: tools disagree on which of the two counts. */
const UNICODE_PATH_FIELD = 0x7075;
const FILE_TYPE = 0o170000;
const REGULAR_FILE = 0o100000;

/** One file of the ZIP; its name is safe and no other file's, its sizes are only what it claims. */
export interface ZipEntry {
  readonly path: string;
  readonly claimedBytes: number;
  readonly open: () => Promise<AsyncIterable<Uint8Array>>;
}

const asBrokenZip = (cause: unknown, detail: string): unknown =>
  cause instanceof BundleFault || isSystemError(cause)
    ? cause
    : new BundleFault('bundle/broken-zip', detail, cause);

function nameOf(entry: Entry): string {
  // decodeStrings is off: the name is its raw bytes, though the types say otherwise.
  const raw = entry.fileName as unknown as Buffer;
  const text = raw.toString('utf8');
  const plainAscii = raw.every(byte => byte < 0x80);
  const marked = (entry.generalPurposeBitFlag & UTF8_NAME) !== 0;
  const second = entry.extraFields.some(field => field.id === UNICODE_PATH_FIELD);
  if (second || (!plainAscii && !marked) || !Buffer.from(text).equals(raw)) {
    throw new BundleFault('bundle/unsafe-name', 'not in UTF-8');
  }
  return text;
}

function checkKind(entry: Entry, name: string): void {
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  const madeOnUnix = entry.versionMadeBy >>> 8 === 3;
  if (madeOnUnix && type !== 0 && type !== REGULAR_FILE) {
    throw new BundleFault('bundle/unsafe-name', `${name} is no plain file`);
  }
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) {
    throw new BundleFault('bundle/broken-zip', `${name} is encrypted again`);
  }
  if (![STORED, DEFLATED].includes(entry.compressionMethod)) {
    throw new BundleFault('bundle/broken-zip', `${name} is packed by method ${entry.compressionMethod}`);
  }
}

/** A ZIP has every name twice; programs that read front to back would see the other one. */
async function checkLocalName(zip: ZipFile, entry: Entry, name: string): Promise<void> {
  const local = await zip.readLocalFileHeaderPromise(entry);
  if (!local.fileName.equals(entry.fileName as unknown as Buffer)) {
    throw new BundleFault('bundle/unsafe-name', `${name} has two names`);
  }
}

function claimName(path: string, files: Set<string>, folders: Set<string>): void {
  const key = pathKey(path);
  if (files.has(key) || folders.has(key)) throw new BundleFault('bundle/duplicate-name', path);
  files.add(key);
  for (let slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) {
    const folder = key.slice(0, slash);
    if (files.has(folder)) throw new BundleFault('bundle/duplicate-name', path);
    folders.add(folder);
  }
}

async function openEntry(zip: ZipFile, entry: Entry, path: string): Promise<AsyncIterable<Uint8Array>> {
  let stream: Readable;
  try {
    stream = await zip.openReadStreamPromise(entry);
  } catch (cause) {
    throw asBrokenZip(cause, path);
  }
  return inflated(stream, path);
}

async function* inflated(stream: Readable, path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* stream as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw asBrokenZip(cause, path);
  }
}

/** An open ZIP whose directory was found sound. `close` must be called. */
export interface OpenZip {
  readonly entries: readonly ZipEntry[];
  readonly close: () => void;
}

/** A ZIP that lies in no file of its own. */
export interface ZipSource {
  readonly reader: RandomAccessReader;
  readonly size: number;
}

/** Reads and checks the directory of a ZIP; nothing is inflated yet. */
export async function openZip(source: string | ZipSource, limits: BundleLimits): Promise<OpenZip> {
  const options = { decodeStrings: false, validateEntrySizes: true, autoClose: false };
  const opening =
    typeof source === 'string'
      ? openPromise(source, options)
      : fromRandomAccessReaderPromise(source.reader, source.size, options);
  const zip = await opening.catch((cause: unknown) => {
    throw asBrokenZip(cause, 'directory');
  });
  // Streams report their own errors; this one is about the directory and reaches eachEntry as well.
  zip.on('error', () => undefined);
  try {
    return { entries: await readDirectory(zip, limits), close: () => zip.close() };
  } catch (cause) {
    zip.close();
    throw asBrokenZip(cause, 'directory');
  }
}

async function readDirectory(zip: ZipFile, limits: BundleLimits): Promise<readonly ZipEntry[]> {
  if (zip.entryCount > limits.entries) throw new BundleFault('bundle/too-large', `${zip.entryCount} files`);
  const entries: ZipEntry[] = [];
  const files = new Set<string>();
  const folders = new Set<string>();
  let packed = 0;
  let claimed = 0;
  for await (const entry of { [Symbol.asyncIterator]: () => zip.eachEntry() }) {
    const name = nameOf(entry);
    const isFolder = name.endsWith('/');
    const path = isFolder ? name.slice(0, -1) : name;
    if (!isSafePath(path)) throw new BundleFault('bundle/unsafe-name', JSON.stringify(name.slice(0, 200)));
    packed += entry.compressedSize;
    claimed += entry.uncompressedSize;
    // Entries that share their bytes are how a small ZIP claims a vast content.
    if (packed > zip.fileSize) throw new BundleFault('bundle/broken-zip', 'entries overlap');
    if (claimed > limits.inflatedBytes) throw new BundleFault('bundle/too-large', `${claimed} bytes`);
    if (isFolder) {
      if (entry.uncompressedSize > 0 || entry.compressedSize > 0)
        throw new BundleFault('bundle/unsafe-name', path);
      continue;
    }
    checkKind(entry, path);
    await checkLocalName(zip, entry, path);
    claimName(path, files, folders);
    entries.push({ path, claimedBytes: entry.uncompressedSize, open: () => openEntry(zip, entry, path) });
  }
  return entries;
}

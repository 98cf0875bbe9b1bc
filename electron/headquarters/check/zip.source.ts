import { openPromise, type Entry, type ZipFile } from 'yauzl';
import path from 'node:path';
import { leadsOutside } from '#shared/bagit/bag-path.rules.ts';
import type { BagFault } from '#shared/bagit/bag.rules.ts';
import { BundleFault } from '#electron/bundles/bundle.fault.ts';
import type { BundleLimits } from '#electron/bundles/bundle.limits.ts';
import type { BagFile, BagSource } from './bag.source.ts';

const UTF8_NAME = 0x800;
const FILE_TYPE = 0o170000;
const REGULAR_FILE = 0o100000;
/** What programs on Chinese Windows write; the last one decodes any bytes. */
const GUESSES = ['utf-8', 'gb18030', 'windows-1252'];

interface Named {
  readonly entry: Entry;
  readonly name: string;
}

function decoded(raw: Uint8Array): { readonly name: string; readonly label: string } {
  for (const label of GUESSES) {
    try {
      return { name: new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(raw), label };
    } catch {
      // Not this one.
    }
  }
  throw new Error('the last guess decodes any bytes');
}

function named(entry: Entry, faults: BagFault[]): Named {
  // decodeStrings is off: the name is its raw bytes, though the types say otherwise.
  const raw = entry.fileName as unknown as Buffer;
  const { name, label } = decoded(raw);
  const marked = (entry.generalPurposeBitFlag & UTF8_NAME) !== 0 || raw.every(byte => byte < 0x80);
  if (!marked || label !== 'utf-8') faults.push({ rule: 'zip/name', file: name, detail: label });
  return { entry, name: name.replaceAll('\\', '/') };
}

/** A ZIP of another maker may hold more than the bag; the bag is the folder with the declaration. */
function baseOf(names: readonly string[]): string {
  if (names.includes('bagit.txt')) return '';
  const declared = names.find(name => /^[^/]+\/bagit\.txt$/.test(name));
  const first = declared ?? names.find(name => name.includes('/'));
  return first === undefined ? '' : first.slice(0, first.indexOf('/') + 1);
}

const isLink = (entry: Entry): boolean => {
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  return entry.versionMadeBy >>> 8 === 3 && type !== 0 && type !== REGULAR_FILE;
};

function filesOf(zip: ZipFile, inside: readonly Named[], base: string, faults: BagFault[]): BagFile[] {
  const files = new Map<string, BagFile>();
  for (const { entry, name } of inside) {
    const file = name.slice(base.length);
    if (file === '' || file.endsWith('/')) continue;
    if (leadsOutside(file)) faults.push({ rule: 'zip/unsafe-name', file });
    else if (isLink(entry)) faults.push({ rule: 'file/no-plain-file', file });
    else if (files.has(file)) faults.push({ rule: 'zip/twice', file });
    else
      files.set(file, {
        path: file,
        bytes: entry.uncompressedSize,
        open: async () => (await zip.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>,
      });
  }
  return [...files.values()];
}

async function entriesOf(zip: ZipFile, limits: BundleLimits, faults: BagFault[]): Promise<readonly Named[]> {
  if (zip.entryCount > limits.entries) throw new BundleFault('bundle/too-large', `${zip.entryCount} files`);
  const entries: Named[] = [];
  let claimed = 0;
  for await (const entry of { [Symbol.asyncIterator]: () => zip.eachEntry() }) {
    claimed += entry.uncompressedSize;
    if (claimed > limits.inflatedBytes) throw new BundleFault('bundle/too-large', `${claimed} bytes`);
    entries.push(named(entry, faults));
  }
  return entries;
}

/** The bag in a ZIP of any maker. A file that is no ZIP is a `BundleFault`. */
export async function zipSource(file: string, limits: BundleLimits): Promise<BagSource> {
  const options = { decodeStrings: false, validateEntrySizes: true, autoClose: false };
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(file, options);
    // Streams report their own errors; this one is about the directory and reaches eachEntry as well.
    zip.on('error', () => undefined);
    const open = zip;
    const faults: BagFault[] = [];
    const entries = await entriesOf(open, limits, faults);
    const base = baseOf(entries.map(({ name }) => name));
    const inside = entries.filter(({ name }) => name.startsWith(base));
    if (base === '') faults.push({ rule: 'zip/no-top', file: path.basename(file) });
    for (const { name } of entries)
      if (!name.startsWith(base)) faults.push({ rule: 'zip/beside', file: name });
    return {
      name: base === '' ? path.basename(file) : base.slice(0, -1),
      hasPayloadFolder: inside.some(({ name }) => name.startsWith(`${base}data/`)),
      files: filesOf(open, inside, base, faults),
      faults,
      close: () => open.close(),
    };
  } catch (cause) {
    zip?.close();
    throw cause instanceof BundleFault ? cause : new BundleFault('bundle/broken-zip', 'directory', cause);
  }
}

import { openTags, readDirectory, TAG, type TagDirectory, type TagReader } from './exif.tags.ts';

/** A scan of many pages has a directory each. */
const MOST_DIRECTORIES = 5000;

const TOLD: ReadonlySet<number> = new Set([TAG.xmp, TAG.iptc, TAG.photoshop, TAG.exif, TAG.gps]);
const POINTERS: ReadonlySet<number> = new Set([TAG.exif, TAG.gps]);

/** Overwrites a directory and everything its entries point to. */
function blankDirectory(bytes: Uint8Array, directory: TagDirectory): void {
  for (const { valueAt, valueBytes } of directory.entries) bytes.fill(0, valueAt, valueAt + valueBytes);
  bytes.fill(0, directory.at, Math.min(bytes.length, directory.at + 2 + directory.entries.length * 12 + 4));
}

/** Takes entries out of a directory, in place: those behind move up, and the pointer to the next one with them. */
function dropEntries(bytes: Uint8Array, { view, little }: TagReader, directory: TagDirectory): void {
  const { at } = directory;
  const count = view.getUint16(at, little);
  const kept: Uint8Array[] = [];
  for (let index = 0; index < count; index++) {
    const entry = at + 2 + index * 12;
    if (!TOLD.has(view.getUint16(entry, little))) kept.push(bytes.slice(entry, entry + 12));
  }
  const end = at + 2 + count * 12;
  view.setUint16(at, kept.length, little);
  kept.forEach((entry, index) => bytes.set(entry, at + 2 + index * 12));
  const newEnd = at + 2 + kept.length * 12;
  bytes.fill(0, newEnd, Math.min(bytes.length, end + 4));
  if (newEnd + 4 <= bytes.length) view.setUint32(newEnd, directory.next, little);
}

/** The same pages without Exif, GPS, XMP and IPTC; their orientation is a tag of the page itself and stays. */
export function stripTiff(original: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const bytes = original.slice();
  const reader = openTags(bytes);
  if (!reader) return undefined;
  const seen = new Set<number>();
  for (let at = reader.first; at !== 0;) {
    const directory = readDirectory(reader, at);
    if (!directory || seen.has(at) || seen.size > MOST_DIRECTORIES) return undefined;
    seen.add(at);
    for (const entry of directory.entries.filter(({ tag }) => TOLD.has(tag))) {
      const pointed = POINTERS.has(entry.tag)
        ? readDirectory(reader, reader.view.getUint32(entry.valueAt, reader.little))
        : undefined;
      if (pointed) blankDirectory(bytes, pointed);
      else bytes.fill(0, entry.valueAt, entry.valueAt + entry.valueBytes);
    }
    dropEntries(bytes, reader, directory);
    at = directory.next;
  }
  return seen.size > 0 ? bytes : undefined;
}

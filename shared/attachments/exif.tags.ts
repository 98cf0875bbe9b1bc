import type { Instant } from '#shared/core/instant.ts';
import { Instant as InstantSchema } from '#shared/core/instant.ts';

/** One entry of a directory of TIFF 6.0, and where its value lies. */
export interface TagEntry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  /** Of the entry itself. */
  readonly at: number;
  /** Of its value, which may lie in the entry. */
  readonly valueAt: number;
  readonly valueBytes: number;
}

export interface TagDirectory {
  readonly at: number;
  readonly entries: readonly TagEntry[];
  readonly next: number;
}

export const TAG = {
  orientation: 0x0112,
  xmp: 0x02bc,
  iptc: 0x83bb,
  photoshop: 0x8649,
  exif: 0x8769,
  gps: 0x8825,
  originalTime: 0x9003,
} as const;

/** Bytes of a value of each type, from 1. */
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
const MOST_ENTRIES = 1000;

export interface TagReader {
  readonly view: DataView;
  readonly little: boolean;
  readonly first: number;
}

/** The head of a TIFF structure, which Exif is as well; undefined where it is none. */
export function openTags(bytes: Uint8Array): TagReader | undefined {
  if (bytes.length < 8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return undefined;
  const little = order === 0x4949;
  return view.getUint16(2, little) === 42 ? { view, little, first: view.getUint32(4, little) } : undefined;
}

/** A directory, or undefined where it does not lie in the file. Entries whose values lie outside are left out. */
export function readDirectory({ view, little }: TagReader, at: number): TagDirectory | undefined {
  if (at < 8 || at + 2 > view.byteLength) return undefined;
  const count = view.getUint16(at, little);
  const end = at + 2 + count * 12;
  if (count > MOST_ENTRIES || end > view.byteLength) return undefined;
  const entries = Array.from({ length: count }, (_, index): TagEntry => {
    const entry = at + 2 + index * 12;
    const type = view.getUint16(entry + 2, little);
    const number = view.getUint32(entry + 4, little);
    const valueBytes = (TYPE_BYTES[type] ?? 0) * number;
    const valueAt = valueBytes <= 4 ? entry + 8 : view.getUint32(entry + 8, little);
    return { tag: view.getUint16(entry, little), type, count: number, at: entry, valueAt, valueBytes };
  }).filter(({ valueAt, valueBytes }) => valueAt + valueBytes <= view.byteLength);
  return { at, entries, next: end + 4 <= view.byteLength ? view.getUint32(end, little) : 0 };
}

const SHORT = 3;

/** Which way up the camera was held, 1 to 8 (Exif 2.32, 4.6.4 A); undefined where it does not say. */
export function orientationOf(bytes: Uint8Array): number | undefined {
  const reader = openTags(bytes);
  const entry =
    reader && readDirectory(reader, reader.first)?.entries.find(({ tag }) => tag === TAG.orientation);
  if (!reader || entry?.type !== SHORT) return undefined;
  const value = reader.view.getUint16(entry.valueAt, reader.little);
  return value >= 1 && value <= 8 ? value : undefined;
}

/** When it was taken by the clock of the camera, which knows no zone and is taken to be set to Beijing time. */
export function takenAtOf(bytes: Uint8Array): Instant | undefined {
  const reader = openTags(bytes);
  const pointer = reader && readDirectory(reader, reader.first)?.entries.find(({ tag }) => tag === TAG.exif);
  if (!reader || !pointer) return undefined;
  const directory = readDirectory(reader, reader.view.getUint32(pointer.valueAt, reader.little));
  const entry = directory?.entries.find(({ tag }) => tag === TAG.originalTime);
  if (!entry) return undefined;
  const text = String.fromCharCode(...bytes.subarray(entry.valueAt, entry.valueAt + 19));
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(text);
  if (!parts) return undefined;
  const parsed = InstantSchema.safeParse(`${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}+08:00`);
  return parsed.success ? parsed.data : undefined;
}

/** Exif that says which way up a picture is, and nothing else. */
export function exifOfOrientation(orientation: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(26);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0x4949);
  view.setUint16(2, 42, true);
  view.setUint32(4, 8, true);
  view.setUint16(8, 1, true);
  view.setUint16(10, TAG.orientation, true);
  view.setUint16(12, SHORT, true);
  view.setUint32(14, 1, true);
  view.setUint16(18, orientation, true);
  return bytes;
}

import { type Instant, dateOf, timeOf } from '#shared/core/instant.ts';

// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, the numbers of sections are those of version 6.3.10.
const STORED = 0;
const DEFLATED = 8;
const MADE_ON_UNIX = (3 << 8) | 63;
const PLAIN_VERSION = 20;
const ZIP64_VERSION = 45;
/** Names in UTF-8; checksum and lengths after the content. */
const FLAGS = 0x800 | 0x8;
const REGULAR_FILE = 0o100644;
const ZIP64_FIELD = 0x0001;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;

export interface ZipStamp {
  readonly date: number;
  readonly time: number;
}

/** The civil time of Asia/Shanghai, to the minute, since a ZIP holds no zone (4.4.6). */
export function zipStamp(instant: Instant): ZipStamp {
  const [year = 0, month = 0, day = 0] = dateOf(instant).split('-').map(Number);
  const [hour = 0, minute = 0] = timeOf(instant).split(':').map(Number);
  return { date: ((year - 1980) << 9) | (month << 5) | day, time: (hour << 11) | (minute << 5) };
}

export interface ZipFileRecord {
  readonly name: Buffer;
  readonly deflate: boolean;
  readonly stamp: ZipStamp;
  /** Lengths of eight bytes, which has to be known before the content is. */
  readonly large: boolean;
}

export interface PackedFile extends ZipFileRecord {
  readonly crc: number;
  readonly bytes: number;
  readonly packed: number;
  readonly offset: number;
}

/** Numbers of a record one after the other, each with how many bytes it takes. */
function record(...fields: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 8) buffer.writeBigUInt64LE(BigInt(value), at);
    else buffer.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return buffer;
}

const methodOf = ({ deflate }: ZipFileRecord): number => (deflate ? DEFLATED : STORED);

/** 4.3.7 */
export function localHeader(file: ZipFileRecord): Buffer {
  const { name, stamp, large } = file;
  const extra = large ? record([2, ZIP64_FIELD], [2, 16], [8, 0], [8, 0]) : Buffer.alloc(0);
  const fixed = record(
    [4, 0x04034b50],
    [2, large ? ZIP64_VERSION : PLAIN_VERSION],
    [2, FLAGS],
    [2, methodOf(file)],
    [2, stamp.time],
    [2, stamp.date],
    [4, 0],
    [4, large ? FULL_32 : 0],
    [4, large ? FULL_32 : 0],
    [2, name.length],
    [2, extra.length],
  );
  return Buffer.concat([fixed, name, extra]);
}

/** 4.3.9 */
export function dataDescriptor({ crc, packed, bytes, large }: PackedFile): Buffer {
  const size = large ? 8 : 4;
  return record([4, 0x08074b50], [4, crc], [size, packed], [size, bytes]);
}

/** 4.3.12; only what does not fit its four bytes stands in the field of ZIP64 (4.5.3). */
export function centralRecord(file: PackedFile): Buffer {
  const { name, stamp, crc, bytes, packed, offset, large } = file;
  const far = offset >= FULL_32;
  const long = [...(large ? [bytes, packed] : []), ...(far ? [offset] : [])];
  const extra =
    long.length > 0
      ? record([2, ZIP64_FIELD], [2, long.length * 8], ...long.map(value => [8, value] as const))
      : Buffer.alloc(0);
  const fixed = record(
    [4, 0x02014b50],
    [2, MADE_ON_UNIX],
    [2, long.length > 0 ? ZIP64_VERSION : PLAIN_VERSION],
    [2, FLAGS],
    [2, methodOf(file)],
    [2, stamp.time],
    [2, stamp.date],
    [4, crc],
    [4, large ? FULL_32 : packed],
    [4, large ? FULL_32 : bytes],
    [2, name.length],
    [2, extra.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, REGULAR_FILE * 0x10000],
    [4, far ? FULL_32 : offset],
  );
  return Buffer.concat([fixed, name, extra]);
}

export interface ZipDirectory {
  readonly entries: number;
  readonly bytes: number;
  readonly offset: number;
}

/** 4.3.14 to 4.3.16 */
export function endOfZip({ entries, bytes, offset }: ZipDirectory): Buffer {
  const is64 = entries >= FULL_16 || bytes >= FULL_32 || offset >= FULL_32;
  const end = record(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, is64 ? FULL_16 : entries],
    [2, is64 ? FULL_16 : entries],
    [4, is64 ? FULL_32 : bytes],
    [4, is64 ? FULL_32 : offset],
    [2, 0],
  );
  if (!is64) return end;
  const end64 = record(
    [4, 0x06064b50],
    [8, 44],
    [2, MADE_ON_UNIX],
    [2, ZIP64_VERSION],
    [4, 0],
    [4, 0],
    [8, entries],
    [8, entries],
    [8, bytes],
    [8, offset],
  );
  const locator = record([4, 0x07064b50], [4, 0], [8, offset + bytes], [4, 1]);
  return Buffer.concat([end64, locator, end]);
}

/** From this length on a file needs lengths of eight bytes. */
export const LARGE_FILE = FULL_32;

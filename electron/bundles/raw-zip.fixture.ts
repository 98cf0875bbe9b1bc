import { crc32 } from 'node:zlib';

/** An entry of a ZIP made by hand, to say in it what no honest tool would. */
export interface RawEntry {
  readonly name: string | Buffer;
  readonly data: Buffer;
  /** Packed bytes with their method; stored as they are otherwise. */
  readonly packed?: { readonly method: number; readonly bytes: Buffer };
  readonly claimedBytes?: number;
  readonly flags?: number;
  readonly localName?: string;
  /** Unix mode, as `ls` knows it. */
  readonly mode?: number;
  readonly extra?: Buffer;
  /** Point to the bytes of the entry with this index instead of having its own. */
  readonly sameBytesAs?: number;
}

const UTF8 = 0x800;

interface Placed {
  readonly header: Buffer;
  readonly offset: number;
  readonly packedBytes: number;
}

function header(entry: RawEntry, name: Buffer, extra: Buffer): { fields: Buffer; packed: Buffer } {
  const method = entry.packed?.method ?? 0;
  const packed = entry.packed?.bytes ?? entry.data;
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(entry.flags ?? UTF8, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt32LE(0x5d620000, 6);
  fields.writeUInt32LE(crc32(entry.data), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(entry.claimedBytes ?? entry.data.length, 18);
  fields.writeUInt16LE(name.length, 22);
  fields.writeUInt16LE(extra.length, 24);
  return { fields, packed };
}

export function rawZip(entries: readonly RawEntry[]): Buffer {
  const parts: Buffer[] = [];
  const placed: Placed[] = [];
  let length = 0;
  const put = (...buffers: Buffer[]): void => {
    for (const buffer of buffers) {
      parts.push(buffer);
      length += buffer.length;
    }
  };
  for (const entry of entries) {
    const extra = entry.extra ?? Buffer.alloc(0);
    const name = Buffer.from(entry.name as string);
    const local = Buffer.from(entry.localName ?? (entry.name as string));
    const { fields, packed } = header(entry, name, extra);
    const offset = placed[entry.sameBytesAs ?? -1]?.offset ?? length;
    if (entry.sameBytesAs === undefined) {
      put(Buffer.from('PK\x03\x04'), header(entry, local, extra).fields, local, extra, packed);
    }
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    const madeOnUnix = Buffer.from([20, 3]);
    const central = [Buffer.from('PK\x01\x02'), madeOnUnix, fields, tail, name, extra];
    placed.push({ header: Buffer.concat(central), offset, packedBytes: packed.length });
  }
  const start = length;
  put(...placed.map(each => each.header));
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(placed.length, 8);
  end.writeUInt16LE(placed.length, 10);
  end.writeUInt32LE(length - start, 12);
  end.writeUInt32LE(start, 16);
  put(end);
  return Buffer.concat(parts);
}

import { brotliDecompressSync } from 'node:zlib';

/**
 * Reads characters and advances out of a WOFF2 file, nothing else (https://www.w3.org/TR/WOFF2/). `cmap`, `head`
 * and `hhea` are stored as they are; of a transformed `hmtx` the advances still come first.
 */
export interface FontFacts {
  /** Code point → advance in ems. */
  readonly advances: ReadonlyMap<number, number>;
}

/** Names of tables by their index in the directory; those after `post` are not read here. */
const KNOWN_TAGS = ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'OS/2', 'post'];
const GLYF = 10;
const LOCA = 11;

interface TableEntry {
  readonly tag: string;
  readonly length: number;
  readonly transformed: boolean;
}

class Cursor {
  offset: number;
  readonly #view: DataView;

  constructor(view: DataView, offset: number) {
    this.#view = view;
    this.offset = offset;
  }

  byte(): number {
    return this.#view.getUint8(this.offset++);
  }

  /** UIntBase128. */
  packed(): number {
    let value = 0;
    for (let i = 0; i < 5; i++) {
      const byte = this.byte();
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
    throw new Error('UIntBase128 of more than five bytes');
  }

  tag(): string {
    return String.fromCharCode(this.byte(), this.byte(), this.byte(), this.byte());
  }
}

function readEntry(cursor: Cursor): TableEntry {
  const flags = cursor.byte();
  const known = flags & 0x3f;
  const tag = known === 0x3f ? cursor.tag() : (KNOWN_TAGS[known] ?? `#${known}`);
  const version = flags >> 6;
  const plainVersion = known === GLYF || known === LOCA ? 3 : 0;
  const length = cursor.packed();
  const transformed = version !== plainVersion;
  return { tag, transformed, length: transformed ? cursor.packed() : length };
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function readTables(file: Uint8Array): ReadonlyMap<string, { view: DataView; transformed: boolean }> {
  const view = viewOf(file);
  if (view.getUint32(0) !== 0x774f4632) throw new Error('not a WOFF2 file');
  const count = view.getUint16(12);
  const compressed = view.getUint32(20);
  const cursor = new Cursor(view, 48);
  const entries = Array.from({ length: count }, () => readEntry(cursor));
  const data = brotliDecompressSync(file.subarray(cursor.offset, cursor.offset + compressed));
  const tables = new Map<string, { view: DataView; transformed: boolean }>();
  let start = 0;
  for (const { tag, length, transformed } of entries) {
    tables.set(tag, { view: viewOf(data.subarray(start, start + length)), transformed });
    start += length;
  }
  return tables;
}

function readFormat4(cmap: DataView, at: number, map: Map<number, number>): void {
  const segments = cmap.getUint16(at + 6) / 2;
  for (let i = 0; i < segments; i++) {
    const end = cmap.getUint16(at + 14 + i * 2);
    const start = cmap.getUint16(at + 16 + segments * 2 + i * 2);
    const delta = cmap.getUint16(at + 16 + segments * 4 + i * 2);
    const rangeAt = at + 16 + segments * 6 + i * 2;
    const range = cmap.getUint16(rangeAt);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const direct = range === 0 ? code : cmap.getUint16(rangeAt + range + (code - start) * 2);
      const glyph = direct === 0 ? 0 : (direct + delta) & 0xffff;
      if (glyph !== 0) map.set(code, glyph);
    }
  }
}

function readFormat12(cmap: DataView, at: number, map: Map<number, number>): void {
  const groups = cmap.getUint32(at + 12);
  for (let i = 0; i < groups; i++) {
    const group = at + 16 + i * 12;
    const first = cmap.getUint32(group);
    const last = cmap.getUint32(group + 4);
    const glyph = cmap.getUint32(group + 8);
    for (let code = first; code <= last; code++) map.set(code, glyph + code - first);
  }
}

function readCmap(cmap: DataView): ReadonlyMap<number, number> {
  const map = new Map<number, number>();
  for (let i = 0; i < cmap.getUint16(2); i++) {
    const at = cmap.getUint32(4 + i * 8 + 4);
    const format = cmap.getUint16(at);
    if (format === 4) readFormat4(cmap, at, map);
    if (format === 12) readFormat12(cmap, at, map);
  }
  return map;
}

export function readFontFacts(file: Uint8Array): FontFacts {
  const tables = readTables(file);
  const get = (tag: string) => {
    const table = tables.get(tag);
    if (!table) throw new Error(`the font has no table ${tag}`);
    return table;
  };
  const unitsPerEm = get('head').view.getUint16(18);
  const metrics = get('hhea').view.getUint16(34);
  const { view: hmtx, transformed } = get('hmtx');
  const advance = (glyph: number): number => {
    const index = Math.min(glyph, metrics - 1);
    return hmtx.getUint16(transformed ? 1 + index * 2 : index * 4) / unitsPerEm;
  };
  const advances = new Map<number, number>();
  for (const [code, glyph] of readCmap(get('cmap').view)) advances.set(code, advance(glyph));
  return { advances };
}

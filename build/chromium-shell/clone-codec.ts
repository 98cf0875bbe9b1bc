/**
 * Structured clone as bytes, for Node and for the page.
 *
 * Frame: u32 length of the JSON, the JSON `[segment lengths, value]`, then the segments one after another.
 * Plain values stand in the JSON as they are; everything else is an object with the key `$`.
 */

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const typedArrays = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
} as const;

/** Objects of other kinds (promises, nodes of the page, files …) cannot be cloned, as in Electron. */
const cloneable = new Set(['Object', 'Arguments', 'Generator']);

const errorNames = new Set([
  'EvalError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'TypeError',
  'URIError',
]);

const tagOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);

function refuse(): never {
  throw new Error('An object could not be cloned.');
}

function encodeNumber(value: number): Json {
  return Number.isFinite(value) && !Object.is(value, -0)
    ? value
    : { $: 'n', v: Object.is(value, -0) ? '-0' : String(value) };
}

class Encoder {
  readonly segments: Uint8Array[] = [];
  private readonly seen = new Map<object, number>();

  encode(value: unknown): Json {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value;
      case 'number':
        return encodeNumber(value);
      case 'undefined':
        return { $: 'u' };
      case 'bigint':
        return { $: 'i', v: String(value) };
      case 'object':
        return value === null ? null : this.object(value);
      default:
        return refuse();
    }
  }

  /** Objects are numbered in the order in which they are entered; the decoder counts the same way. */
  private object(value: object): Json {
    const known = this.seen.get(value);
    if (known !== undefined) return { $: '@', v: known };
    this.seen.set(value, this.seen.size);
    const tag = tagOf(value);
    if (Array.isArray(value)) return this.array(value);
    if (ArrayBuffer.isView(value)) {
      return {
        $: 't',
        n: tag,
        s: this.segment(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)),
      };
    }
    switch (tag) {
      case 'ArrayBuffer':
        return { $: 'b', s: this.segment(new Uint8Array(value as ArrayBuffer)) };
      case 'Date':
        return { $: 'd', v: this.encode((value as Date).getTime()) };
      case 'RegExp':
        return { $: 'r', v: (value as RegExp).source, f: (value as RegExp).flags };
      case 'Map':
        return {
          $: 'm',
          v: [...(value as Map<unknown, unknown>)].map(([k, v]) => [this.encode(k), this.encode(v)]),
        };
      case 'Set':
        return { $: 's', v: [...(value as Set<unknown>)].map(item => this.encode(item)) };
      case 'Error':
        return this.error(value as Error);
      default:
        return cloneable.has(tag) ? this.record(value) : refuse();
    }
  }

  private array(value: readonly unknown[]): Json {
    return Array.from({ length: value.length }, (_, at) =>
      at in value ? this.encode(value[at]) : { $: 'h' },
    );
  }

  private error(value: Error): Json {
    const name = errorNames.has(value.name) ? value.name : 'Error';
    return { $: 'e', n: name, m: value.message, s: value.stack ?? '' };
  }

  private record(value: object): Json {
    const record: Record<string, Json> = {};
    for (const key of Object.keys(value))
      put(record, key, this.encode((value as Record<string, unknown>)[key]));
    return '$' in record ? { $: 'o', v: record } : record;
  }

  private segment(bytes: Uint8Array): number {
    return this.segments.push(bytes) - 1;
  }
}

/** An assignment to `__proto__` would call its setter; any other key is assigned, which is far quicker. */
function put(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') target[key] = value;
  else Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

class Decoder {
  private readonly objects: object[] = [];
  private readonly cut: (segment: number) => ArrayBuffer;

  constructor(cut: (segment: number) => ArrayBuffer) {
    this.cut = cut;
  }

  decode(node: Json): unknown {
    if (node === null || typeof node !== 'object') return node;
    if (Array.isArray(node)) return this.array(node);
    return typeof node['$'] === 'string' ? this.special(node) : this.record(node);
  }

  private keep<T extends object>(object: T): T {
    this.objects.push(object);
    return object;
  }

  private array(node: Json[]): unknown[] {
    const array = this.keep(new Array<unknown>(node.length));
    node.forEach((item, at) => {
      if (!isHole(item)) array[at] = this.decode(item);
    });
    return array;
  }

  private record(node: Record<string, Json>): object {
    const record = this.keep<Record<string, unknown>>({});
    for (const key of Object.keys(node)) put(record, key, this.decode(node[key] as Json));
    return record;
  }

  private special(node: Record<string, Json>): unknown {
    const text = node['v'] as string;
    const items = node['v'] as Json[];
    const segment = node['s'] as number;
    switch (node['$']) {
      case 'u':
        return undefined;
      case 'n':
        return Number(text);
      case 'i':
        return BigInt(text);
      case '@':
        return this.objects[node['v'] as number];
      case 'o':
        return this.record(node['v'] as Record<string, Json>);
      case 'b':
        return this.keep(this.cut(segment));
      case 't':
        return this.keep(this.view(node['n'] as string, this.cut(segment)));
      case 'd':
        return this.keep(new Date(this.decode(node['v'] as Json) as number));
      case 'r':
        return this.keep(new RegExp(text, node['f'] as string));
      case 'e':
        return this.keep(this.error(node));
      case 'm': {
        const map = this.keep(new Map<unknown, unknown>());
        for (const [key, value] of items as [Json, Json][]) map.set(this.decode(key), this.decode(value));
        return map;
      }
      case 's': {
        const set = this.keep(new Set<unknown>());
        for (const item of items) set.add(this.decode(item));
        return set;
      }
      default:
        throw new Error('This is not a cloned value.');
    }
  }

  private view(name: string, buffer: ArrayBuffer): ArrayBufferView {
    return name === 'DataView'
      ? new DataView(buffer)
      : new typedArrays[name as keyof typeof typedArrays](buffer);
  }

  private error(node: Record<string, Json>): Error {
    const error = new Error(node['m'] as string);
    const hidden = { writable: true, configurable: true, enumerable: false };
    const name = node['n'] as string;
    if (name !== 'Error') Object.defineProperty(error, 'name', { value: name, ...hidden });
    Object.defineProperty(error, 'stack', { value: node['s'], ...hidden });
    return error;
  }
}

function isHole(node: Json): boolean {
  return node !== null && typeof node === 'object' && !Array.isArray(node) && node['$'] === 'h';
}

/** Throws the same sentence as Electron when a function, a symbol or a live object is inside. */
export function encodeClone(value: unknown): Uint8Array<ArrayBuffer> {
  const encoder = new Encoder();
  const root = encoder.encode(value);
  const lengths = encoder.segments.map(segment => segment.byteLength);
  const json = new TextEncoder().encode(JSON.stringify([lengths, root]));
  let at = 4 + json.byteLength;
  const frame = new Uint8Array(lengths.reduce((sum, length) => sum + length, at));
  new DataView(frame.buffer).setUint32(0, json.byteLength);
  frame.set(json, 4);
  for (const segment of encoder.segments) {
    frame.set(segment, at);
    at += segment.byteLength;
  }
  return frame;
}

export function decodeClone(frame: Uint8Array): unknown {
  const jsonLength = new DataView(frame.buffer, frame.byteOffset, frame.byteLength).getUint32(0);
  const [lengths, root] = JSON.parse(new TextDecoder().decode(frame.subarray(4, 4 + jsonLength))) as [
    number[],
    Json,
  ];
  const starts: number[] = [];
  let at = 4 + jsonLength;
  for (const length of lengths) {
    starts.push(at);
    at += length;
  }
  const cut = (segment: number): ArrayBuffer => {
    const start = frame.byteOffset + (starts[segment] ?? 0);
    return frame.buffer.slice(start, start + (lengths[segment] ?? 0)) as ArrayBuffer;
  };
  return new Decoder(cut).decode(root);
}

import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeClone, encodeClone } from './clone-codec.ts';

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withNullPrototype: false,
  withSparseArray: true,
  key: fc.oneof(fc.string(), fc.constantFrom('$', '__proto__', 'v', 'then')),
});

describe('the clone codec', () => {
  it('gives back what the structured clone of the platform gives back', () => {
    fc.assert(
      fc.property(anything, value => {
        const cloned = decodeClone(encodeClone(value));
        const expected: unknown = structuredClone(value);
        if (!isDeepStrictEqual(cloned, expected)) expect(cloned).toStrictEqual(expected);
      }),
    );
  });

  it('keeps cycles and objects that occur twice', () => {
    const child = { name: '样本' };
    const parent: Record<string, unknown> = { first: child, second: child, when: new Date(0), list: [child] };
    parent['self'] = parent;
    const cloned = decodeClone(encodeClone(parent)) as typeof parent;
    expect(cloned['self']).toBe(cloned);
    expect(cloned['first']).toBe(cloned['second']);
    expect((cloned['list'] as unknown[])[0]).toBe(cloned['first']);
  });

  it('counts references past every kind of object', () => {
    const last = {};
    const value = [
      new Map([[1, {}]]),
      new Set([[]]),
      /a/g,
      new Error('e'),
      new ArrayBuffer(1),
      { $: 1 },
      last,
      last,
    ];
    const cloned = decodeClone(encodeClone(value)) as unknown[];
    expect(cloned[7]).toBe(cloned[6]);
    expect(cloned[6]).toStrictEqual({});
  });

  it('copies a view alone, not the buffer around it', () => {
    const view = new Uint8Array([1, 2, 3, 4]).subarray(1, 3);
    const cloned = decodeClone(encodeClone(view)) as Uint8Array;
    expect([...cloned]).toStrictEqual([2, 3]);
    expect(cloned.buffer.byteLength).toBe(2);
  });

  it('reads a frame that lies in the middle of a larger buffer', () => {
    const frame = encodeClone({ bytes: new Uint8Array([7, 8]) });
    for (const larger of [new Uint8Array(frame.length + 9), Buffer.alloc(frame.length + 9)]) {
      larger.set(frame, 5);
      const cloned = decodeClone(larger.subarray(5, 5 + frame.length)) as { bytes: Uint8Array };
      expect(cloned).toStrictEqual({ bytes: new Uint8Array([7, 8]) });
      expect(cloned.bytes.buffer.byteLength).toBe(2);
    }
  });

  it('keeps name, message and stack of an error and drops the rest', () => {
    const error = Object.assign(new RangeError('zu groß'), { code: 'E_X' });
    const cloned = decodeClone(encodeClone(error)) as Error;
    expect(cloned).toBeInstanceOf(Error);
    expect([cloned.name, cloned.message, cloned.stack]).toStrictEqual(['RangeError', 'zu groß', error.stack]);
    expect('code' in cloned).toBe(false);
  });

  it('refuses functions, symbols and live objects in the words of Electron', () => {
    for (const value of [() => 1, Symbol('s'), { inside: () => 1 }, Promise.resolve(1), new WeakMap()]) {
      expect(() => encodeClone(value)).toThrow('An object could not be cloned.');
    }
  });
});

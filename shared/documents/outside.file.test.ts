import { describe, expect, it } from 'vitest';
import { outsideKind, picturePixels } from './outside.file.ts';

const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap(part => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  );

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const pngOf = (width: number, height: number): Uint8Array => {
  const head = new DataView(new ArrayBuffer(8));
  head.setUint32(0, width);
  head.setUint32(4, height);
  return bytes(PNG, [0, 0, 0, 13], 'IHDR', [...new Uint8Array(head.buffer)]);
};
const APP0 = [0xff, 0xe0, 0x00, 0x04, 0x4a, 0x46];
const frame = (height: number, width: number): number[] => [
  ...[0xff, 0xc2, 0x00, 0x0b, 0x08, height >> 8, height & 255, width >> 8, width & 255, 1],
];

describe('what kind of file somebody hands in', () => {
  it('is told by its first bytes, whatever it is called', () => {
    expect(outsideKind(bytes('%PDF-1.7\n'))).toBe('pdf');
    expect(outsideKind(bytes([0xff, 0xd8, 0xff, 0xe0]))).toBe('jpeg');
    expect(outsideKind(bytes(PNG))).toBe('png');
    for (const other of ['', '%PD', 'PK\u0003\u0004', '<html>', 'MZ', '{\\rtf1'])
      expect(outsideKind(bytes(other))).toBeUndefined();
  });

  it('is a PDF also with something before its head, as some scanners write, but not deep inside', () => {
    expect(outsideKind(bytes('\r\njunk', '%PDF-1.4'))).toBe('pdf');
    expect(outsideKind(bytes('x'.repeat(1100), '%PDF-1.4'))).toBeUndefined();
  });
});

describe('how large a picture will be when it is drawn', () => {
  it('stands in its head', () => {
    expect(picturePixels(pngOf(2480, 3508))).toBe(2480 * 3508);
    expect(picturePixels(pngOf(100_000, 100_000))).toBe(1e10);
    expect(picturePixels(bytes([0xff, 0xd8], APP0, [0xff], frame(3508, 2480)))).toBe(2480 * 3508);
  });

  it('is not known of one that breaks off before it says so', () => {
    expect(picturePixels(bytes(PNG, [0, 0]))).toBeUndefined();
    expect(picturePixels(bytes([0xff, 0xd8], APP0))).toBeUndefined();
    expect(picturePixels(bytes([0xff, 0xd8, 0xff]))).toBeUndefined();
  });
});

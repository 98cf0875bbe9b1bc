import { describe, expect, it } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import { readHandedIn, type DrawPicture } from './outside.reader.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const DRAWN = Uint8Array.from([0xff, 0xd8, 0xff]);
const draws: DrawPicture = () => Promise.resolve(DRAWN);
const never: DrawPicture = () => Promise.reject(new Error('this is not to be drawn'));

const pngOf = (width: number, height: number): Blob => {
  const head = new DataView(new ArrayBuffer(16));
  head.setUint32(8, width);
  head.setUint32(12, height);
  return new Blob([Uint8Array.from(PNG), head]);
};
const refused = async (file: Blob, draw = never): Promise<string> => {
  const read = await readHandedIn(file, draw);
  return read.ok ? 'taken' : read.error.code;
};

describe('a file that is handed in', () => {
  it('goes to the shell as it is when it is a PDF, and drawn anew when it is a picture', async () => {
    const pdf = new Blob(['%PDF-1.7 样本']);
    expect(expectOk(await readHandedIn(pdf, never))).toEqual(new Uint8Array(await pdf.arrayBuffer()));
    expect(expectOk(await readHandedIn(pngOf(2480, 3508), draws))).toBe(DRAWN);
  });

  it('is refused by its size or its first bytes, without anything being drawn', async () => {
    expect(await refused(new Blob([]))).toBe('papers/outside-empty');
    expect(await refused(new Blob([new Uint8Array(30_000_001)]))).toBe('papers/outside-too-large');
    expect(await refused(new Blob(['PK a Word file']))).toBe('papers/outside-kind');
    expect(await refused(pngOf(60_000, 60_000))).toBe('papers/outside-picture');
  });

  it('is refused where the picture cannot be drawn, or the file is gone meanwhile', async () => {
    expect(await refused(pngOf(10, 10), () => Promise.resolve(undefined))).toBe('papers/outside-picture');
    const gone = Object.assign(new Blob(['%PDF-1.7']), {
      arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
    });
    expect(await refused(gone)).toBe('papers/outside-not-read');
  });
});

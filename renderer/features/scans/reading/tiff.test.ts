import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawnPage } from '#shared/fixtures/drawn-page.ts';
import { madeTiff } from '#shared/fixtures/made-tiff.ts';
import { prepareReader, readCodes } from './read-codes.ts';
import { countTiffPages, drawTiffPage, isTiffPageTooLarge } from './tiff.reader.ts';

const CODE = 'PD1:NF-0271:01JZZZZZZZZZZZZZZZZZZZZZZZ:1:0A1B2C3D';
const page = drawnPage(CODE);
const bufferOf = (file: Uint8Array): ArrayBuffer => new Uint8Array(file).buffer;
const kept = (name: string): ArrayBuffer =>
  bufferOf(readFileSync(path.join(import.meta.dirname, 'tiff-fixtures', name)));

const hasLibtiff = (): boolean => {
  try {
    execFileSync('sh', ['-c', 'command -v tiffcp'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

async function codeOn(file: ArrayBuffer, at: number): Promise<readonly string[]> {
  const drawn = drawTiffPage(file, at);
  if (!drawn) return ['not drawn'];
  const { width, height, rgba } = drawn;
  return (await readCodes({ width, height, data: new Uint8ClampedArray(rgba.buffer) })).map(
    ({ text }) => text,
  );
}

beforeAll(() => {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  prepareReader(bufferOf(readFileSync(wasm)));
});

describe('a TIFF of libtiff that is kept with the tests', () => {
  it.each(['g4', 'lzw', 'jpeg'])('gives the code of both its pages, compressed by %s', async name => {
    const file = kept(`${name}.tif`);
    expect(countTiffPages(file)).toBe(2);
    expect(await codeOn(file, 1)).toEqual([CODE]);
    expect(await codeOn(file, 2)).toEqual([CODE]);
    expect(drawTiffPage(file, 3)).toBeNull();
  });
});

describe.skipIf(!hasLibtiff())('a TIFF made by tiffcp, which has to be installed', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'phoenix-tiff-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['g3', 1, ['-c', 'g3']],
    ['g3:2d', 1, ['-c', 'g3:2d']],
    ['g4', 1, ['-c', 'g4']],
    ['g4 with its bits turned round', 1, ['-c', 'g4', '-f', 'lsb2msb']],
    ['packbits', 1, ['-c', 'packbits']],
    ['lzw with differences', 8, ['-c', 'lzw:2']],
    ['lzw, big-endian, in strips', 8, ['-c', 'lzw', '-B', '-r', '100']],
    ['jpeg', 8, ['-c', 'jpeg', '-r', '64']],
    ['none', 8, ['-c', 'none']],
  ] as const)('is read: %s', async (_name, depth, args) => {
    const [from, to] = ['from.tif', 'to.tif'].map(name => path.join(folder, name));
    writeFileSync(from!, madeTiff(page, depth));
    execFileSync('tiffcp', [...args, from!, from!, to!]);
    const file = bufferOf(readFileSync(to!));
    expect(countTiffPages(file)).toBe(2);
    expect(await codeOn(file, 2)).toEqual([CODE]);
  });
});

describe('a TIFF that is damaged or hostile', () => {
  const sound = madeTiff({ width: 16, height: 16, grey: new Uint8Array(256).fill(200) }, 8);
  const changed = (at: number, value: number): ArrayBuffer => {
    const file = sound.slice();
    new DataView(file.buffer).setUint32(at, value, true);
    return file.buffer;
  };
  const ifd = new DataView(sound.buffer).getUint32(4, true);
  const valueOf = (nth: number): number => ifd + 2 + nth * 12 + 8;

  it('is read where it is neither', () => {
    expect(drawTiffPage(sound.buffer, 1)).toMatchObject({ width: 16, height: 16, stretch: 1 });
  });

  it.each([
    ['leads in a circle', changed(sound.length - 4, ifd)],
    ['is of the kind for huge files', changed(0, 0x002b4949)],
    ['ends before its pages', sound.slice(0, ifd + 5).buffer],
    ['is nothing', new ArrayBuffer(0)],
    ['is text', bufferOf(Buffer.from('II样本 no picture'))],
  ])('has no pages where it %s', (_what, file) => {
    expect(countTiffPages(file)).toBeNull();
    expect(drawTiffPage(file, 1)).toBeNull();
  });

  it.each([
    ['wider than any page', changed(valueOf(0), 1_000_000_000)],
    ['of no height', changed(valueOf(1), 0)],
    ['of a depth there is not', changed(valueOf(2), 31)],
    ['of a compression that swells', changed(valueOf(3), 8)],
    ['with a strip outside the file', changed(valueOf(5), 1_000_000)],
  ])('is not decoded: %s', (_what, file) => {
    expect(drawTiffPage(file, 1)).toBeNull();
  });

  it('is said to be too large where it is sound but for that', () => {
    expect(isTiffPageTooLarge(changed(valueOf(0), 1_000_000_000), 1)).toBe(true);
    for (const [file, page] of [
      [sound.buffer, 1],
      [sound.buffer, 2],
      [changed(valueOf(2), 31), 1],
      [new ArrayBuffer(0), 1],
    ] as const)
      expect(isTiffPageTooLarge(file, page)).toBe(false);
  });

  it('neither throws nor runs on, whatever bytes are wrong', () => {
    const g4 = new Uint8Array(kept('g4.tif'));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(g4.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        wrong => {
          const file = g4.slice();
          for (const [at, value] of wrong) file[at] = value;
          const drawn = drawTiffPage(file.buffer, 1);
          if (drawn) expect(drawn.rgba.length).toBe(drawn.width * drawn.height * 4);
        },
      ),
      { seed: 10, numRuns: 40 },
    );
  });
});

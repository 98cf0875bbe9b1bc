import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { newDocumentId } from '#shared/core/ids.ts';
import { pageCode } from '#shared/documents/html/qr.text.ts';
import { countingIds } from '#shared/fixtures/community.ts';
import { blurred, grainy, onTable, turned, type GreyRaster } from '#shared/fixtures/made-scan.ts';
import { drawnPage } from '#shared/fixtures/drawn-page.ts';
import { greyOf } from './grey-picture.ts';
import { isBlank, paperBounds, WHOLE } from './paper-bounds.ts';
import { prepareReader, readCodes, type FoundCode } from './read-codes.ts';
import { turnUpright } from './turn.ts';

const CODE = pageCode({ office: 'NF-0271', document: newDocumentId(countingIds()), hash: '0A1B2C3D' }, 2);
const page = drawnPage(CODE);
const worn = (raster: GreyRaster): GreyRaster => grainy(blurred(raster), 20);

function rgba({ width, height, grey }: GreyRaster) {
  const data = new Uint8ClampedArray(width * height * 4);
  grey.forEach((value, at) => data.fill(value, at * 4, at * 4 + 3).fill(255, at * 4 + 3, at * 4 + 4));
  return { width, height, data };
}

const read = (raster: GreyRaster): Promise<readonly FoundCode[]> => readCodes(rgba(raster));

beforeAll(async () => {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  prepareReader(new Uint8Array(await readFile(file)).buffer);
});

describe('the code of a scanned page', () => {
  it.each([
    ['as it was printed', page],
    ['grainy and out of focus', worn(page)],
    ['slanting by 3°', worn(turned(page, 3))],
    ['slanting by -2.5°', worn(turned(page, -2.5))],
    ['lying on its side', worn(turned(page, 90))],
    ['upside down', worn(turned(page, 180))],
    ['on its other side and slanting', worn(turned(page, 268))],
    ['on a dark table', worn(turned(onTable(page, 150, 40), 2, 40))],
  ])('is read %s', async (_name, raster) => {
    expect((await read(raster)).map(({ text }) => text)).toEqual([CODE]);
  });

  it('is not made up where there is none', async () => {
    expect(await read(grainy(drawnPage(null), 20))).toEqual([]);
  });
});

describe('a page turned by its code', () => {
  it.each([0.4, 2.5, -3, 90, 178, 267])('stands upright after %s°', async degrees => {
    const scan = turned(page, degrees);
    const [code] = await read(scan);
    const turn = turnUpright(code!.corners, scan.width, scan.height);
    // Below a degree a page is left as it lies.
    const left = degrees === 0.4 ? 0.4 : 0;
    const turnedBack = (((turn.angle * 180) / Math.PI + degrees - left + 540) % 360) - 180;
    expect(Math.abs(turnedBack)).toBeLessThan(0.8);
    const [again] = await read(turned(scan, (turn.angle * 180) / Math.PI));
    expect(again!.corners.topRight.x - again!.corners.topLeft.x).toBeGreaterThan(90);
    expect(Math.abs(again!.corners.topRight.y - again!.corners.topLeft.y)).toBeLessThan(3);
    expect(turn.height).toBeGreaterThan(turn.width);
  });
});

describe('the sheet on a picture', () => {
  const share = (border: number, size: number): number => border / (size + 2 * border);

  it('is cut out of a dark table, and not cut where there is none', () => {
    const photo = worn(onTable(page, 200, 60));
    const { left, top, right, bottom } = paperBounds(photo);
    expect(left).toBeCloseTo(share(200, page.width), 1);
    expect(top).toBeCloseTo(share(200, page.height), 1);
    expect(right).toBeCloseTo(1 - share(200, page.width), 1);
    expect(bottom).toBeCloseTo(1 - share(200, page.height), 1);
    expect(left).toBeLessThanOrEqual(share(200, page.width));
    expect(right).toBeGreaterThanOrEqual(1 - share(200, page.width));
    expect(paperBounds(worn(page))).toEqual(WHOLE);
    expect(paperBounds(worn(turned(page, 3)))).toEqual(WHOLE);
  });

  it('is not looked for where hardly anything is bright', () => {
    const dark = onTable({ width: 50, height: 50, grey: new Uint8Array(2500).fill(255) }, 400, 10);
    expect(paperBounds(dark)).toEqual(WHOLE);
  });
});

describe('the back of a page', () => {
  const back = drawnPage(null);

  it('is known as empty with its grain, dust and the shadow of the lid', () => {
    const shadow = back.grey.slice().fill(60, 0, back.width * 20);
    shadow.fill(0, back.width * 900 + 300, back.width * 900 + 310);
    expect(isBlank(worn(back))).toBe(true);
    expect(isBlank(worn({ ...back, grey: shadow }))).toBe(true);
  });

  it('is not empty with one signature on it, nor is a printed page', () => {
    const signed = back.grey.slice();
    for (let stroke = 0; stroke < 5; stroke++)
      for (let y = 0; y < 80; y++) {
        const at = (1500 + y) * back.width + 900 + stroke * 40 + (y % 20);
        signed.fill(30, at, at + 4);
      }
    expect(isBlank(worn({ ...back, grey: signed }))).toBe(false);
    expect(isBlank(worn(page))).toBe(false);
  });
});

describe('a picture in colour', () => {
  it('is grey where it is neither black nor white', () => {
    const { grey } = greyOf(
      new Uint8ClampedArray([255, 255, 255, 255, 0, 0, 0, 255, 128, 128, 128, 255]),
      3,
      1,
    );
    expect([...grey]).toEqual([255, 0, 128]);
  });
});

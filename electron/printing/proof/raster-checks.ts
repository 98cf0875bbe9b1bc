import { execFile } from 'node:child_process';
import { access, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { PNG } from 'pngjs';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { SHEETS } from '#shared/documents/paper.sheets.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import { barcodeReaderBinary } from './pdf-inspect.ts';

const run = promisify(execFile);

/** Poppler draws the pages: another engine than the one that made them. */
export async function hasPoppler(): Promise<boolean> {
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
    const found = await access(path.join(folder, 'pdftoppm')).then(
      () => true,
      () => false,
    );
    if (found) return true;
  }
  return false;
}

async function rasters(pdf: Uint8Array, dpi: number): Promise<readonly Buffer[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'paper-'));
  try {
    const file = path.join(folder, 'paper.pdf');
    await writeFile(file, pdf);
    await run('pdftoppm', ['-r', String(dpi), '-gray', '-png', file, path.join(folder, 'page')]);
    const names = (await readdir(folder)).filter(name => name.endsWith('.png'));
    names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    return await Promise.all(names.map(name => readFile(path.join(folder, name))));
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Raster {
  readonly width: number;
  readonly height: number;
  readonly dark: (x: number, y: number) => boolean;
}

function rasterOf(png: Buffer): Raster {
  const { width, height, data } = PNG.sync.read(png);
  return { width, height, dark: (x, y) => (data[(y * width + x) * 4] ?? 255) < 128 };
}

const DPI = 100;
const PX = DPI / 25.4;
/** A vertical run shorter than this is a letter, not a side of a frame. */
const LEAST_FRAME_MM = 8;

function inkFault(image: Raster, from: number, to: number): boolean {
  for (let y = 0; y < image.height; y++)
    for (let x = 0; x < image.width; x++) if ((x < from || x > to) && image.dark(x, y)) return true;
  return false;
}

interface Line {
  readonly top: number;
  readonly bottom: number;
}

/** The longest dark vertical run near `x` between two heights. */
function side(image: Raster, x: number, top: number, bottom: number): Line {
  let longest: Line = { top: 0, bottom: 0 };
  for (let column = Math.round(x - 0.8 * PX); column <= Math.round(x + 0.8 * PX); column++) {
    let start = top;
    for (let y = top; y <= bottom + 1; y++) {
      if (y <= bottom && image.dark(column, y)) continue;
      if (y - start > longest.bottom - longest.top) longest = { top: start, bottom: y };
      start = y + 1;
    }
  }
  return longest;
}

function closedAt(image: Raster, y: number, from: number, to: number): boolean {
  for (let row = y - 3; row <= y + 3; row++) {
    let count = 0;
    for (let x = from; x < to; x++) if (image.dark(x, row)) count++;
    if (count > 0.97 * (to - from)) return true;
  }
  return false;
}

/** At 100 dpi: nothing printed beside the type area, and every frame closed at its head and its foot. */
export async function frameFaults(pdf: Uint8Array, paper: Paper): Promise<readonly string[]> {
  const [width, height] = SHEETS[paper.sheet].size;
  const [top, right, bottom, left] = paper.margins;
  const from = Math.floor((left - 0.6) * PX);
  const to = Math.ceil((width - right + 0.6) * PX);
  const images = await rasters(pdf, DPI);
  return images.flatMap((png, index) => {
    const image = rasterOf(png);
    const open = [left, width - right].flatMap(edge => {
      const found = side(image, edge * PX, Math.floor((top - 2) * PX), Math.ceil((height - bottom + 2) * PX));
      if (found.bottom - found.top < LEAST_FRAME_MM * PX) return [];
      return [found.top, found.bottom].filter(y => !closedAt(image, y, from + 6, to - 6));
    });
    return [
      ...(inkFault(image, from, to) ? [`page ${index + 1}: ink beside the type area`] : []),
      ...open.map(y => `page ${index + 1}: frame open at ${Math.round(y / PX)} mm`),
    ];
  });
}

let reader: Promise<void> | undefined;

async function prepareReader(): Promise<void> {
  const wasmBinary = await barcodeReaderBinary();
  prepareZXingModule({ overrides: { wasmBinary } });
}

/** At 200 dpi, as a scan would be: the code of every page says what it must. */
export async function codeFaults(
  pdf: Uint8Array,
  expected: (page: number) => string,
): Promise<readonly string[]> {
  reader ??= prepareReader();
  await reader;
  const faults: string[] = [];
  for (const [index, png] of (await rasters(pdf, 200)).entries()) {
    const found = await readBarcodes(new Uint8Array(png), { formats: ['QRCode'], tryHarder: true });
    const text = found[0]?.text ?? 'nothing';
    if (text !== expected(index + 1)) faults.push(`page ${index + 1}: code says ${text}`);
  }
  return faults;
}

import { execFile } from 'node:child_process';
import { access, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { SHEETS } from '#shared/documents/paper.sheets.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import type { GreyRaster } from '#shared/fixtures/made-scan.ts';
import { barcodeReaderBinary } from './pdf-inspect.ts';

const run = promisify(execFile);

/** As a scan would have it. */
const DPI = 200;

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

const isDark = ({ width, grey }: GreyRaster, x: number, y: number): boolean =>
  (grey[y * width + x] ?? 255) < 128;

/** Portable grey map: `P5 width height 255`, each followed by one white space, then the pixels. */
function parseGreyMap(file: Buffer): GreyRaster {
  const head = /^P5\s(\d+)\s(\d+)\s255\s/.exec(file.toString('latin1', 0, 40));
  if (!head) throw new Error('not a portable grey map');
  return {
    width: Number(head[1]),
    height: Number(head[2]),
    grey: new Uint8Array(file.subarray(head[0].length)),
  };
}

/** The pages in grey, drawn by Poppler of which `drawing` are further options. */
export async function rasters(
  pdf: Uint8Array,
  dpi: number,
  drawing: readonly string[] = [],
): Promise<readonly GreyRaster[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'paper-'));
  try {
    const file = path.join(folder, 'paper.pdf');
    await writeFile(file, pdf);
    await run('pdftoppm', ['-r', String(dpi), ...drawing, '-gray', file, path.join(folder, 'page')]);
    const names = (await readdir(folder)).filter(name => name.endsWith('.pgm'));
    names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    return (await Promise.all(names.map(name => readFile(path.join(folder, name))))).map(parseGreyMap);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const PX = DPI / 25.4;
/** A vertical run shorter than this is a letter, not a side of a frame. */
const LEAST_FRAME_MM = 8;

function inkFault(image: GreyRaster, from: number, to: number): boolean {
  for (let y = 0; y < image.height; y++)
    for (let x = 0; x < image.width; x++) if ((x < from || x > to) && isDark(image, x, y)) return true;
  return false;
}

interface Line {
  readonly top: number;
  readonly bottom: number;
}

/** The longest dark vertical run near `x` between two heights. */
function side(image: GreyRaster, x: number, top: number, bottom: number): Line {
  let longest: Line = { top: 0, bottom: 0 };
  for (let column = Math.round(x - 0.8 * PX); column <= Math.round(x + 0.8 * PX); column++) {
    let start = top;
    for (let y = top; y <= bottom + 1; y++) {
      if (y <= bottom && isDark(image, column, y)) continue;
      if (y - start > longest.bottom - longest.top) longest = { top: start, bottom: y };
      start = y + 1;
    }
  }
  return longest;
}

function closedAt(image: GreyRaster, y: number, from: number, to: number): boolean {
  for (let row = y - 6; row <= y + 6; row++) {
    let count = 0;
    for (let x = from; x < to; x++) if (isDark(image, x, row)) count++;
    if (count > 0.97 * (to - from)) return true;
  }
  return false;
}

/** Nothing is printed beside the type area, and every frame is closed at its head and its foot. */
function frameFaults(image: GreyRaster, paper: Paper): readonly string[] {
  const [width, height] = SHEETS[paper.sheet].size;
  const [top, right, bottom, left] = paper.margins;
  const from = Math.floor((left - 0.6) * PX);
  const to = Math.ceil((width - right + 0.6) * PX);
  const open = [left, width - right].flatMap(edge => {
    const found = side(image, edge * PX, Math.floor((top - 2) * PX), Math.ceil((height - bottom + 2) * PX));
    if (found.bottom - found.top < LEAST_FRAME_MM * PX) return [];
    return [found.top, found.bottom].filter(y => !closedAt(image, y, from + 12, to - 12));
  });
  return [
    ...(inkFault(image, from, to) ? ['ink beside the type area'] : []),
    ...open.map(y => `frame open at ${Math.round(y / PX)} mm`),
  ];
}

let reader: Promise<void> | undefined;

async function prepareReader(): Promise<void> {
  const wasmBinary = await barcodeReaderBinary();
  prepareZXingModule({ overrides: { wasmBinary } });
}

/** The foot of a page as a grey map, which the barcode reader understands. */
function footOf(image: GreyRaster, marginMm: number): Uint8Array {
  const height = Math.round(marginMm * PX);
  const head = Buffer.from(`P5 ${image.width} ${height} 255\n`, 'latin1');
  return new Uint8Array(Buffer.concat([head, image.grey.subarray((image.height - height) * image.width)]));
}

/** The usual way to tell dark from light misses now and then a code the other one reads, so both are tried. */
const BINARIZERS = ['LocalAverage', 'GlobalHistogram'] as const;

async function codeFaults(image: GreyRaster, paper: Paper, expected: string): Promise<readonly string[]> {
  reader ??= prepareReader();
  await reader;
  const foot = footOf(image, paper.margins[2]);
  let text: string | undefined;
  for (const binarizer of BINARIZERS)
    text ??= (await readBarcodes(foot, { formats: ['QRCode'], tryHarder: true, binarizer }))[0]?.text;
  return text === expected ? [] : [`code says ${text ?? 'nothing'}`];
}

/** What is wrong with the picture of the pages; `code` is what that of a page must say. */
export async function pictureFaults(
  pdf: Uint8Array,
  paper: Paper,
  code: ((page: number) => string) | null,
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [index, image] of (await rasters(pdf, DPI)).entries()) {
    const found = [
      ...frameFaults(image, paper),
      ...(code ? await codeFaults(image, paper, code(index + 1)) : []),
    ];
    faults.push(...found.map(fault => `page ${index + 1}: ${fault}`));
  }
  return faults;
}

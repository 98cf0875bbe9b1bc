import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PNG } from 'pngjs';
import type { Paper } from '#shared/documents/paper.model.ts';
import type { GreyRaster } from '#shared/fixtures/made-scan.ts';
import { BLANK, EXTREME, NORMAL, registerForm } from './sample-form.ts';
import { fileContents, letter, mediationRecord, registerBook } from './sample-papers.ts';
import { serviceReceipt } from './sample-service.ts';

/** A sample paper, and which of its pages are kept as pictures. */
export interface GoldenPaper {
  readonly name: string;
  readonly paper: Paper;
  readonly pages: readonly number[];
}

export const GOLDEN_PAPERS: readonly GoldenPaper[] = [
  { name: 'register-form', paper: registerForm(NORMAL), pages: [1] },
  { name: 'blank-form', paper: registerForm(BLANK), pages: [1] },
  { name: 'form-with-annex', paper: registerForm(EXTREME), pages: [1, 2] },
  { name: 'letter', paper: letter(5), pages: [1, 2] },
  { name: 'record', paper: mediationRecord(12), pages: [1] },
  { name: 'service-receipt', paper: serviceReceipt(), pages: [1] },
  { name: 'register-book', paper: registerBook(6), pages: [1] },
  { name: 'file', paper: fileContents(8), pages: [1, 2, 3] },
];

/** A line of a form is 18 pixels high: enough to see what moved, and a page takes some 25 kB. */
export const GOLDEN_DPI = 72;

export const GOLDEN_FOLDER = path.resolve(import.meta.dirname, '../golden');

export const goldenFile = (name: string, page: number): string =>
  path.join(GOLDEN_FOLDER, `${name}-${page}.png`);

/** Sixteen shades do, and make the file a third as large. */
const STEP = 17;

export async function writeGolden(file: string, { width, height, grey }: GreyRaster): Promise<void> {
  const png = new PNG({ width, height });
  grey.forEach((value, at) => {
    const shade = Math.round(value / STEP) * STEP;
    png.data.set([shade, shade, shade, 255], at * 4);
  });
  await writeFile(file, PNG.sync.write(png, { colorType: 0, deflateLevel: 9, filterType: 0 }));
}

export async function readGolden(file: string): Promise<GreyRaster> {
  const { width, height, data } = PNG.sync.read(await readFile(file));
  return { width, height, grey: Uint8Array.from({ length: width * height }, (_, at) => data[at * 4] ?? 255) };
}

import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Enough to see the layout of an A4 page, some 330 pixels across. */
const DPI = 40;
/** The pages of a paper that are shown in small; the file has them all. */
const MOST = 8;

/** Pictures of the first pages of a PDF, in the order of the pages, beside it. */
export async function drawThumbnails(pdf: string): Promise<readonly string[]> {
  const folder = path.dirname(pdf);
  const stem = path.basename(pdf, '.pdf');
  await run('pdftoppm', ['-r', String(DPI), '-l', String(MOST), '-png', pdf, path.join(folder, stem)]);
  const names = (await readdir(folder)).filter(
    name =>
      name.startsWith(`${stem}-`) && name.endsWith('.png') && /^\d+$/.test(name.slice(stem.length + 1, -4)),
  );
  return names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

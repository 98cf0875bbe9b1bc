import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { PNG } from 'pngjs';
import type { GreyRaster } from '#shared/fixtures/made-scan.ts';

const run = promisify(execFile);

/** Poppler draws pages as a scanner would see them: another engine than the one that made them. */
export const hasPoppler = (): boolean => {
  try {
    execFileSync('pdftoppm', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Portable grey map: `P5 width height 255`, then the pixels. */
function parseGreyMap(file: Buffer): GreyRaster {
  const head = /^P5\s(\d+)\s(\d+)\s255\s/.exec(file.toString('latin1', 0, 40));
  if (!head) throw new Error('not a portable grey map');
  return {
    width: Number(head[1]),
    height: Number(head[2]),
    grey: new Uint8Array(file.subarray(head[0].length)),
  };
}

/** The pages of a PDF at so many dots to the inch. */
export async function scanned(pdf: string, dpi: number): Promise<readonly GreyRaster[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'phoenix-scan-'));
  try {
    await run('pdftoppm', ['-r', String(dpi), '-gray', pdf, path.join(folder, 'page')]);
    const names = (await readdir(folder)).sort();
    return (await Promise.all(names.map(name => readFile(path.join(folder, name))))).map(parseGreyMap);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export async function writePng(file: string, { width, height, grey }: GreyRaster): Promise<string> {
  const png = new PNG({ width, height });
  grey.forEach((value, at) => png.data.fill(value, at * 4, at * 4 + 3).fill(255, at * 4 + 3, at * 4 + 4));
  await writeFile(file, PNG.sync.write(png, { colorType: 0 }));
  return file;
}

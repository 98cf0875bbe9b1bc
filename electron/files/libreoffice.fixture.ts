import { execFile, execFileSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { tempFolder } from './temp-folder.fixture.ts';

/** Where LibreOffice lies; undefined where it is not installed. */
function libreOffice(): string | undefined {
  try {
    return path.dirname(realpathSync(execFileSync('which', ['soffice'], { encoding: 'utf8' }).trim()));
  } catch {
    return undefined;
  }
}
const office = libreOffice();

/** One part alone may be installed; it opens nothing of the other. */
const has = (part: string): boolean => office !== undefined && existsSync(path.join(office, part));
export const hasCalc = has('libsclo.so');
export const hasWriter = has('libswlo.so');

/**
 * Converts by LibreOffice, with a profile of its own: another one may be running. `to` as its command takes it,
 * `xls` or with a filter and its options after a colon.
 */
export async function convertedByLibreOffice(name: string, bytes: Uint8Array, to: string): Promise<Buffer> {
  const folder = await tempFolder();
  await writeFile(path.join(folder, name), bytes);
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  await promisify(execFile)('soffice', [
    ...[profile, '--headless', '--convert-to', to, '--outdir', folder, path.join(folder, name)],
  ]);
  const [extension] = to.split(':');
  return readFile(path.join(folder, `${path.parse(name).name}.${extension}`));
}

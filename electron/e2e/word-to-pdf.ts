import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** LibreOffice, where it is installed. */
export const findConverter = (): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .map(folder => path.join(folder, 'soffice'))
    .find(existsSync);

/** The file as an office exports it, in the same folder. */
export async function wordToPdf(docx: string, folder: string): Promise<string> {
  const profile = pathToFileURL(path.join(folder, 'soffice')).href;
  await run(findConverter() ?? 'soffice', [
    ...[`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf'],
    ...['--outdir', folder, docx],
  ]);
  return docx.replace(/\.docx$/, '.pdf');
}

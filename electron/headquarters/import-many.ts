import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseBundleName } from '#shared/bundle/bundle-name.ts';
import { isSystemError } from '#electron/files/storage-error.ts';
import { importBundle, type ImportOptions, type ImportResult } from './hq.import.ts';

export interface FileResult {
  readonly file: string;
  readonly result: ImportResult;
}

/** A folder stands for the bundles in it; a file, or what cannot be looked at, for itself. */
async function expand(given: string): Promise<readonly string[]> {
  try {
    if (!(await stat(given)).isDirectory()) return [given];
    const names = await readdir(given);
    return names.filter(name => name.endsWith('.age')).map(name => path.join(given, name));
  } catch (cause) {
    if (isSystemError(cause)) return [given];
    throw cause;
  }
}

/** Office by office, each in the order of its sequence; what is named otherwise comes last, as given. */
export function inSequence(files: readonly string[]): readonly string[] {
  const named = files.map(file => ({ file, name: parseBundleName(path.basename(file)) }));
  const order = new Intl.Collator('en').compare;
  return named
    .sort((a, b) => {
      if (a.name === undefined || b.name === undefined)
        return Number(a.name === undefined) - Number(b.name === undefined);
      return order(a.name.code, b.name.code) || a.name.sequence - b.name.sequence || order(a.file, b.file);
    })
    .map(each => each.file);
}

/** Imports files and folders of bundles one after the other; a refused one does not keep others out. */
export async function importMany(
  given: readonly string[],
  dataDir: string,
  options: ImportOptions = {},
  onResult: (result: FileResult) => void = () => undefined,
): Promise<readonly FileResult[]> {
  const files = (await Promise.all(given.map(expand))).flat();
  const results: FileResult[] = [];
  for (const file of inSequence([...new Set(files)])) {
    const result = { file, result: await importBundle(file, dataDir, options) };
    onResult(result);
    results.push(result);
  }
  return results;
}

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { err, ok } from '#shared/core/result.ts';
import type { Reply } from '#shared/ipc/result.ts';
import { ManualChapter } from '#shared/manual/manual.schema.ts';
import { logBug } from '../log.ts';

/** The chapters of the manual shipped with the program, in the order of their file names. */
export async function readManual(resources: string): Promise<Reply<readonly ManualChapter[]>> {
  const root = path.join(resources, 'manual');
  const names = (await readdir(root)).filter(name => name.endsWith('.yaml')).sort();
  const chapters: ManualChapter[] = [];
  for (const name of names) {
    const read = ManualChapter.safeParse(parse(await readFile(path.join(root, name), 'utf8')));
    if (!read.success) {
      logBug(`manual ${name}`, read.error);
      return err({ code: 'ipc/bug' });
    }
    chapters.push(read.data);
  }
  return ok(chapters);
}

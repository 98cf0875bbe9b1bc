import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isGuidancePack, loadPack } from '#shared/procedure/pack.load.ts';
import type { PackFileText } from '#shared/procedure/pack.source.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';

const home = path.resolve(import.meta.dirname, '../../../resources/procedures');

export interface Pack {
  readonly procedure: Procedure;
  readonly files: readonly PackFileText[];
}

async function filesOf(id: string): Promise<readonly PackFileText[]> {
  const names = await readdir(path.join(home, id), { recursive: true });
  return Promise.all(
    names
      .filter(name => name.endsWith('.yaml'))
      .sort()
      .map(async name => ({
        path: name.split(path.sep).join('/'),
        text: await readFile(path.join(home, id, name), 'utf8'),
      })),
  );
}

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Every procedure shipped with the program, by its id; the shell's own reader needs Electron. */
export async function readShippedPacks(): Promise<readonly Pack[]> {
  const packs: Pack[] = [];
  for (const id of (await readdir(home)).sort()) {
    const files = await filesOf(id);
    if (isGuidancePack(files)) continue;
    const loaded = loadPack(files, sha256Hex);
    if (!loaded.ok) throw new Error(`${id}: ${loaded.error[0]?.message.zh ?? ''}`);
    packs.push({ procedure: loaded.value, files });
  }
  return packs;
}

/** The name a procedure has on the screen, by its id. */
export async function procedureName(id: string): Promise<string> {
  const loaded = loadPack(await filesOf(id), sha256Hex);
  if (!loaded.ok) throw new Error(`${id}: ${loaded.error[0]?.message.zh ?? ''}`);
  return loaded.value.name.zh;
}

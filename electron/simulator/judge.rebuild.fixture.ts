import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { hqFolder } from '../headquarters/hq.folder.ts';
import type { Say } from './judge.books.fixture.ts';
import type { World } from './world.fixture.ts';

/** However seldom a rebuild is killed: after so many one was. */
const MOST_REBUILDS = 12;

/** Every file of the books with its hash; `.bak` is the generation before. */
async function books(dataDir: string): Promise<ReadonlyMap<string, string>> {
  const { ledger, staged, receipts, bundles } = hqFolder(dataDir);
  const found = new Map<string, string>();
  const add = async (file: string): Promise<void> =>
    void found.set(
      file,
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    );
  await add(ledger);
  for (const folder of [staged, receipts, bundles])
    for (const name of await readdir(folder, { recursive: true }))
      if ((await stat(path.join(folder, name))).isFile()) await add(path.join(folder, name));
  return found;
}

/** Made again from the bundles as they came, the books are what they were, byte for byte. */
export async function judgeRebuild({ hq, deaths }: World, say: Say): Promise<void> {
  const before = await books(hq.dataDir);
  for (let nth = 0; nth < MOST_REBUILDS; nth++) {
    const { problems } = await hq.rebuild();
    for (const { file, code } of problems) say(`rebuild: ${path.basename(file)} ${code}`);
    if (deaths.count('rebuild') > 0) break;
  }
  const after = await books(hq.dataDir);
  for (const file of new Set([...before.keys(), ...after.keys()]))
    if (before.get(file) !== after.get(file)) say(`rebuild: ${path.relative(hq.dataDir, file)} is another`);
}

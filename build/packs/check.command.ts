import fs from 'node:fs';
import path from 'node:path';
import { packFolders } from './pack.files.ts';
import { faultsOf } from './pack.faults.ts';
import { UseError } from './use-error.ts';

/** `check [FOLDER …]`: prints file, line and sentence of every fault; without a folder, of every shipped pack. */
export function check(folders: readonly string[], say: (line: string) => void): number {
  const wanted = folders.map(folder => path.resolve(folder));
  const missing = wanted.find(folder => !fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory());
  if (missing !== undefined) throw new UseError(`没有这个文件夹：${missing}`);
  let count = 0;
  for (const folder of wanted.length > 0 ? wanted : packFolders()) {
    const faults = faultsOf(folder);
    count += faults.length;
    const name = path.basename(folder);
    for (const { file, line, message } of faults) say(`${name}/${file}:${line}: ${message.zh}`);
    if (faults.length === 0) say(`✓ ${name}`);
  }
  if (count > 0) say(`${count} 处不对`);
  return count === 0 ? 0 : 1;
}

import path from 'node:path';
import { exampleFaults, readExamples } from '#shared/case/example.load.ts';
import type { PackFault } from '#shared/procedure/pack.source.ts';
import { countingParts, loadFolder, packFolders, readFolder } from './pack.files.ts';

/** A pack shows what it does in one case that goes well and one that does not. */
const LEAST_EXAMPLES = 2;

/** Every fault of the pack in a folder, its examples included. */
export function faultsOf(folder: string): readonly PackFault[] {
  const files = readFolder(folder);
  const { kind, pack } = loadFolder(files);
  if (!pack.ok) return [...pack.error, ...unreadable(files)];
  if (kind === 'guidance') return [];
  const faults = [...exampleFaults(pack.value, files, countingParts())];
  const count = readExamples(files, []).length;
  if (count < LEAST_EXAMPLES)
    faults.push({
      file: 'examples',
      line: 1,
      message: {
        zh: `至少要有 ${LEAST_EXAMPLES} 个例子，现有 ${count} 个`,
        en: `at least ${LEAST_EXAMPLES} examples, not ${count}`,
      },
    });
  return faults;
}

function unreadable(files: ReturnType<typeof readFolder>): readonly PackFault[] {
  const faults: PackFault[] = [];
  readExamples(files, faults);
  return faults;
}

/** `check [FOLDER …]`: prints file, line and sentence of every fault; without a folder, of every shipped pack. */
export function check(folders: readonly string[], say: (line: string) => void): number {
  let count = 0;
  for (const folder of folders.length > 0 ? folders : packFolders()) {
    const faults = faultsOf(path.resolve(folder));
    count += faults.length;
    const name = path.basename(path.resolve(folder));
    for (const { file, line, message } of faults) say(`${name}/${file}:${line}: ${message.zh}`);
    if (faults.length === 0) say(`✓ ${name}`);
  }
  return count === 0 ? 0 : 1;
}

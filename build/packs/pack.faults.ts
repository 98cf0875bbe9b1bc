import { readExamples } from '#shared/case/example.load.ts';
import { formIdOf, inspectPack, isExample, isForm, isGuidancePack } from '#shared/procedure/pack.load.ts';
import type { PackFault, PackFileText } from '#shared/procedure/pack.source.ts';
import { doubtsOf } from './example.doubts.ts';
import { exampleFindings } from './example.findings.ts';
import { nameFaults } from './example.names.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { countingParts, loadFolder, readFolder, sha256Hex } from './pack.files.ts';
import { textFaults } from './text.rules.ts';

/** A pack shows what it does in one case that goes well and one that does not. */
const LEAST_EXAMPLES = 2;

const tooFew = (count: number): PackFault => ({
  file: 'examples',
  line: 1,
  message: {
    zh: `至少要有 ${LEAST_EXAMPLES} 个例子，现有 ${count} 个`,
    en: `at least ${LEAST_EXAMPLES} examples, not ${count}`,
  },
});

function examplesFaults(
  files: readonly PackFileText[],
  procedure: Procedure,
  packFaults: readonly PackFault[],
): readonly PackFault[] {
  const parts = countingParts();
  const doubts = doubtsOf(packFaults, procedure);
  const formIds = files.filter(isForm).map(formIdOf);
  return readExamples(files, []).flatMap(read => {
    const file = files.find(({ path }) => path === read.file);
    const unknown = file ? nameFaults(file, read.example, procedure, formIds) : [];
    return unknown.length > 0 ? unknown : exampleFindings(read, procedure, parts, doubts);
  });
}

function procedureFaults(files: readonly PackFileText[]): readonly PackFault[] {
  const { procedure, faults } = inspectPack(files, sha256Hex);
  const unreadable: PackFault[] = [];
  readExamples(files, unreadable);
  const count = files.filter(isExample).length;
  return [
    ...faults,
    ...unreadable,
    ...(procedure ? examplesFaults(files, procedure, faults) : []),
    ...(count < LEAST_EXAMPLES ? [tooFew(count)] : []),
  ];
}

function guidanceFaults(files: readonly PackFileText[]): readonly PackFault[] {
  const { pack } = loadFolder(files);
  return pack.ok ? [] : pack.error;
}

const inOrder = (a: PackFault, b: PackFault): number =>
  a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;

/** Every fault of the pack in a folder, its examples and texts included: one finding for each. */
export function faultsOf(folder: string): readonly PackFault[] {
  const files = readFolder(folder);
  const faults = isGuidancePack(files) ? guidanceFaults(files) : procedureFaults(files);
  return [...faults, ...files.flatMap(textFaults)].sort(inOrder);
}

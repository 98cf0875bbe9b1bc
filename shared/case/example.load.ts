import type { PackFault, PackFileText } from '#shared/procedure/pack.source.ts';
import { isExample, readPackFile } from '#shared/procedure/pack.load.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { runExample, type ExampleParts } from './example.run.ts';
import { Example } from './example.schema.ts';

export interface ExampleFile {
  readonly file: string;
  readonly example: Example;
  /** Line of the file on which a line of the example begins. */
  readonly lineOf: (line: number) => number;
}

/** The examples of a pack; what cannot be read is noted with its faults. */
export function readExamples(files: readonly PackFileText[], faults: PackFault[]): readonly ExampleFile[] {
  return files.filter(isExample).flatMap(file => {
    const read = readPackFile(file, Example, faults);
    if (read === undefined) return [];
    return [
      { file: file.path, example: read.data, lineOf: (line: number) => read.source.lineOf(['lines', line]) },
    ];
  });
}

/** Runs the examples of a pack; every difference is a fault of the pack, or of the program. */
export function exampleFaults(
  procedure: Procedure,
  files: readonly PackFileText[],
  parts: ExampleParts,
): readonly PackFault[] {
  const faults: PackFault[] = [];
  for (const { file, example, lineOf } of readExamples(files, faults))
    for (const { line, message } of runExample(procedure, example, parts))
      faults.push({ file, line: lineOf(line), message: { zh: message, en: message } });
  return faults;
}

import type { PackFault, PackFileText } from '#shared/procedure/pack.source.ts';
import { isExample, readPackFile } from '#shared/procedure/pack.load.ts';
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

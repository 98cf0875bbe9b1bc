import fs from 'node:fs';
import path from 'node:path';
import {
  countLines,
  hasLimit,
  machinePathFaults,
  MANY_LINES,
  nameFaults,
  TOO_MANY_LINES,
  wordFaults,
  type SourceFile,
} from './file.rules.ts';
import { root } from './run-command.ts';
import { trackedFiles } from './tracked-files.ts';

const BINARY = /\.(woff2|png|ico|icns|pdf|xlsx|docx|zip|age|jpg|tif)$/;

/** Sizes, names and contents of all files that are or will be committed. */
export function checkFiles(): { readonly faults: readonly string[]; readonly questions: readonly string[] } {
  const paths = trackedFiles();
  const files = paths
    .filter(file => !BINARY.test(file))
    .map((file): SourceFile => ({ path: file, text: fs.readFileSync(path.join(root, file), 'utf8') }));
  const sizes = files
    .filter(file => hasLimit(file.path))
    .map(file => ({ path: file.path, lines: countLines(file.text) }));
  const components = files.filter(file => /^renderer\/.*\.tsx$/.test(file.path) && !isTest(file.path));
  return {
    faults: [
      ...paths.flatMap(nameFaults),
      ...sizes
        .filter(file => file.lines > TOO_MANY_LINES)
        .map(file => `${file.path}: ${file.lines} lines, more than ${TOO_MANY_LINES}`),
      ...files.flatMap(machinePathFaults),
      ...components.flatMap(wordFaults),
    ],
    questions: sizes
      .filter(file => file.lines > MANY_LINES && file.lines <= TOO_MANY_LINES)
      .map(file => `${file.path}: ${file.lines} lines; which two things are in it?`),
  };
}

function isTest(file: string): boolean {
  return /\.(test|fixture)\.tsx$/.test(file) || file.includes('/testing/');
}

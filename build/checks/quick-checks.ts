import fs from 'node:fs';
import path from 'node:path';
import { dependencyFaults } from './exact-dependencies.ts';
import { checkFiles } from './file-sizes.ts';
import { root, runCommand } from './run-command.ts';

export type CheckResult = {
  readonly ok: boolean;
  /** What is wrong; where all is well, what is worth a look. */
  readonly detail: string;
};

export type Check = { readonly name: string; readonly run: () => Promise<CheckResult> };

/** Only against what hangs: a busy machine may need several times what a quiet one does. */
const LIMIT = 20 * 60_000;

function tool(name: string, script: string, args: readonly string[]): Check {
  return {
    name,
    run: async () => {
      const ended = await runCommand({ script, args, output: 'kept', limit: LIMIT });
      const late = ended.timedOut ? '\nended: it took too long' : '';
      return { ok: ended.exitCode === 0, detail: ended.exitCode === 0 ? '' : ended.output + late };
    },
  };
}

const readJson = (file: string): unknown => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));

const files: Check = {
  name: 'sizes, names and words of files',
  run: () => {
    const { faults, questions } = checkFiles();
    return Promise.resolve({
      ok: faults.length === 0,
      detail: (faults.length > 0 ? faults : questions).join('\n'),
    });
  },
};

const dependencies: Check = {
  name: 'exact dependencies',
  run: () => {
    const faults = dependencyFaults(readJson('package.json'), readJson('package-lock.json'));
    return Promise.resolve({ ok: faults.length === 0, detail: faults.join('\n') });
  },
};

const LINT = ['-c', 'build/config/eslint.config.js', '--max-warnings', '0'];

/** Everything that is judged without running the program; the long one first. */
export const fullChecks: readonly Check[] = [
  tool('lint', 'node_modules/eslint/bin/eslint.js', [...LINT, '.']),
  tool('types', 'node_modules/typescript/bin/tsc', ['--noEmit']),
  tool('format', 'node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  files,
  dependencies,
];

/**
 * The same with what was found the last time kept in out/.
 *
 * A cached lint result does not notice that a type elsewhere changed; the full run does.
 */
export const cachedChecks: readonly Check[] = [
  tool('lint', 'node_modules/eslint/bin/eslint.js', [
    ...[...LINT, '--cache', '--cache-strategy', 'content', '--cache-location', 'out/eslint-cache.json', '.'],
  ]),
  tool('types', 'node_modules/typescript/bin/tsc', [
    ...['--noEmit', '--incremental', '--tsBuildInfoFile', 'out/types.tsbuildinfo'],
  ]),
  tool('format', 'node_modules/prettier/bin/prettier.cjs', [
    ...['--check', '--log-level', 'warn', '--cache', '--cache-strategy', 'content'],
    ...['--cache-location', 'out/prettier-cache.json', '.'],
  ]),
  files,
  dependencies,
];

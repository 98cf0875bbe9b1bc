import { isGood, NOTHING, failure, sum } from './outcome.ts';
import { cachedChecks } from './quick-checks.ts';
import { runChecks } from './run-checks.ts';
import { runCommand } from './run-command.ts';
import { summary } from './summary.ts';
import { changedFiles } from './tracked-files.ts';

/*
 * `npm run ready`: the quick checks before a commit, and the tests that know a changed file; all of shared/ when
 * nothing is changed.
 */

const code = changedFiles().filter(file => /\.(ts|tsx|mts|mjs|json|yaml|css)$/.test(file));
const checks = await runChecks(cachedChecks, text => {
  console.log(text);
});

const choice = code.length > 0 ? ['related', '--run', ...code] : ['run', 'shared'];
const { exitCode } = await runCommand({
  script: 'node_modules/vitest/vitest.mjs',
  args: [...choice, '--config', 'build/config/vitest.config.ts', '--passWithNoTests'],
  output: 'live',
  limit: 5 * 60_000,
});
const tests = exitCode === 0 ? { ...NOTHING, passed: 1 } : failure('tests of what changed', 'see above');

const total = sum([checks, tests]);
console.log(summary(total));
process.exitCode = isGood(total) ? 0 : 1;

import fs from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { buildProgram } from './fresh-build.ts';
import { failure, isGood, NOTHING, Outcome, sum } from './outcome.ts';
import { readPlaywrightReport } from './playwright.outcome.ts';
import { fullChecks } from './quick-checks.ts';
import { runChecks } from './run-checks.ts';
import { root, runCommand, type Command } from './run-command.ts';
import { summary } from './summary.ts';
import { OUTCOME_VARIABLE } from './vitest.reporter.ts';

/*
 * `npm test`: all checks and all tests, whatever fails on the way. The last line counts them.
 */

/** The limits below are only against what hangs; on a quiet machine all of it takes some minutes. */
const MINUTES = 60_000;
const VITEST_OUTCOME = path.join(root, 'out/vitest-outcome.json');
const PLAYWRIGHT_REPORT = path.join(root, 'out/playwright-report.json');
const start = performance.now();

function heading(text: string): void {
  const minutes = ((performance.now() - start) / MINUTES).toFixed(1);
  console.log(`\n── ${text} (after ${minutes} min) ──`);
}

async function build(): Promise<Outcome> {
  const { exitCode } = await buildProgram('live');
  return exitCode === 0 ? { ...NOTHING, passed: 1 } : failure('build', `ended with ${exitCode}; see above`);
}

/** Runs a test runner and reads its report. A runner that fails without naming a test has failed itself. */
async function tests(
  name: string,
  command: Command,
  file: string,
  read: (text: string) => Outcome,
): Promise<Outcome> {
  fs.rmSync(file, { force: true });
  const { exitCode, timedOut } = await runCommand(command);
  const ended = timedOut ? 'was ended: it took too long' : `ended with ${exitCode}`;
  if (!fs.existsSync(file)) return failure(name, `${ended} and left no report`);
  const outcome = read(fs.readFileSync(file, 'utf8'));
  if (outcome.passed + outcome.failed.length === 0) return sum([outcome, failure(name, 'no test ran')]);
  const unexplained = exitCode !== 0 && outcome.failed.length === 0;
  return unexplained ? sum([outcome, failure(name, `${ended}, though no test failed`)]) : outcome;
}

heading('Checks');
const checks = await runChecks(fullChecks, text => {
  console.log(text);
});

heading('Build');
const built = await build();

heading('Tests of parts');
const parts = await tests(
  'vitest',
  {
    script: 'node_modules/vitest/vitest.mjs',
    args: [
      ...['run', '--config', 'build/config/vitest.config.ts', '--reporter', 'default'],
      ...['--reporter', './build/checks/vitest.reporter.ts'],
    ],
    env: { [OUTCOME_VARIABLE]: VITEST_OUTCOME },
    output: 'live',
    limit: 25 * MINUTES,
  },
  VITEST_OUTCOME,
  text => Outcome.parse(JSON.parse(text)),
);

heading('Tests of the whole program');
const whole = await tests(
  'end to end',
  {
    script: 'node_modules/@playwright/test/cli.js',
    args: ['test', '--config', 'build/config/playwright.config.ts', '--reporter', 'list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT_REPORT },
    output: 'live',
    limit: 60 * MINUTES,
  },
  PLAYWRIGHT_REPORT,
  readPlaywrightReport,
);

const total = sum([checks, built, parts, whole]);
heading('Summary');
console.log(summary(total));
process.exitCode = isGood(total) ? 0 : 1;

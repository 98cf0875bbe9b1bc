import fs from 'node:fs';
import path from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { NOTHING, sum, failure, type Outcome } from './outcome.ts';
import { root } from './run-command.ts';

/** Where the outcome is written; the run as a whole is told by `PHOENIX_VITEST_OUTCOME`. */
export const OUTCOME_VARIABLE = 'PHOENIX_VITEST_OUTCOME';

/** Vitest's own JSON knows neither why a test was skipped nor of errors outside tests; this does. */
class OutcomeReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly { readonly message: string }[]): void {
    const file = process.env[OUTCOME_VARIABLE];
    if (file === undefined) throw new Error(`${OUTCOME_VARIABLE} says where to write the outcome.`);
    const outcome = sum([
      ...modules.map(outcomeOfModule),
      ...unhandled.map(error => failure('an error outside of all tests', error.message)),
    ]);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, JSON.stringify(outcome));
  }
}

function outcomeOfModule(module: TestModule): Outcome {
  const name = path.relative(root, module.moduleId);
  const tests = [...module.children.allTests()].map(test => outcomeOfTest(name, test));
  const suites = [...module.children.allSuites()].flatMap(suite => suite.errors());
  const around = [...module.errors(), ...suites].map(error => failure(name, error.stack ?? error.message));
  return sum([...tests, ...around]);
}

function outcomeOfTest(file: string, test: TestCase): Outcome {
  const name = `${file} › ${test.fullName}`;
  const result = test.result();
  switch (result.state) {
    case 'passed':
      return { ...NOTHING, passed: 1 };
    case 'failed':
      return failure(name, result.errors.map(error => error.stack ?? error.message).join('\n'));
    case 'skipped':
      return { ...NOTHING, skipped: [{ name, reason: result.note ?? 'its condition does not hold here' }] };
    case 'pending':
      return failure(name, 'It never ended.');
  }
}

// eslint-disable-next-line import-x/no-default-export -- the way Vitest takes a reporter by its path
export default OutcomeReporter;

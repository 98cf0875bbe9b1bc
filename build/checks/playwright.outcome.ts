import { z } from 'zod';
import { failure, NOTHING, sum, type Outcome } from './outcome.ts';

const Failure = z.looseObject({ message: z.string().optional() });
const Annotation = z.looseObject({ type: z.string(), description: z.string().optional() });
const Test = z.looseObject({
  status: z.enum(['skipped', 'expected', 'unexpected', 'flaky']),
  expectedStatus: z.string(),
  annotations: z.array(Annotation),
  results: z.array(z.looseObject({ errors: z.array(Failure), annotations: z.array(Annotation).default([]) })),
});
const Spec = z.looseObject({ title: z.string(), tests: z.array(Test) });
const Suite = z.looseObject({
  title: z.string(),
  specs: z.array(Spec),
  get suites() {
    return z.array(Suite).optional();
  },
});
type Suite = z.infer<typeof Suite>;
type Test = z.infer<typeof Test>;
const Report = z.looseObject({ suites: z.array(Suite), errors: z.array(Failure) });

/** Reads what Playwright's JSON reporter wrote. A test that passed only when tried again has failed. */
export function readPlaywrightReport(text: string): Outcome {
  const report = Report.parse(JSON.parse(text));
  return sum([
    ...report.suites.map(suite => outcomeOfSuite(suite, [])),
    ...report.errors.map(error => failure('end to end, outside of all tests', plain(error.message))),
  ]);
}

function outcomeOfSuite(suite: Suite, above: readonly string[]): Outcome {
  const titles = [...above, suite.title];
  return sum([
    ...suite.specs.flatMap(spec =>
      spec.tests.map(test => outcomeOfTest([...titles, spec.title].join(' › '), test)),
    ),
    ...(suite.suites ?? []).map(inner => outcomeOfSuite(inner, titles)),
  ]);
}

function outcomeOfTest(name: string, test: Test): Outcome {
  switch (test.status) {
    case 'expected':
      return { ...NOTHING, passed: 1 };
    case 'skipped':
      return { ...NOTHING, skipped: [{ name, reason: reasonOf(test) }] };
    case 'unexpected':
    case 'flaky':
      return failure(name, messagesOf(test));
  }
}

function reasonOf({ annotations, expectedStatus, results }: Test): string {
  const all = [...annotations, ...results.flatMap(result => result.annotations)];
  const said = all.find(({ type, description }) => (type === 'skip' || type === 'fixme') && description);
  if (said?.description !== undefined) return said.description;
  return expectedStatus === 'skipped' ? 'no reason given' : 'not reached, because something before it failed';
}

function messagesOf({ results }: Test): string {
  const messages = results.flatMap(result => result.errors.map(error => plain(error.message)));
  return messages.length > 0 ? messages.join('\n') : 'It did not end as expected.';
}

/** Without the colours of a terminal. */
function plain(message = 'no message'): string {
  // eslint-disable-next-line no-control-regex -- the escape character is what begins a colour
  return message.replace(/\u001b\[[0-9;]*m/g, '');
}

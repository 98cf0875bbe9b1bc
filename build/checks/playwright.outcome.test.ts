import { describe, expect, it } from 'vitest';
import { readPlaywrightReport } from './playwright.outcome.ts';

const test = (status: string, more: object = {}) => ({
  status,
  expectedStatus: 'passed',
  annotations: [],
  results: [],
  ...more,
});
const spec = (title: string, ...tests: object[]) => ({ title, ok: true, tests });
const report = (suites: object[], errors: object[] = []) => JSON.stringify({ config: {}, suites, errors });

describe('the outcome of an end-to-end run', () => {
  it('counts the tests of all suites, however deep', () => {
    const inner = { title: 'saving', specs: [spec('survives', test('expected'))] };
    const outer = { title: 'save.spec.ts', specs: [spec('opens', test('expected'))], suites: [inner] };
    expect(readPlaywrightReport(report([outer]))).toStrictEqual({ passed: 2, failed: [], skipped: [] });
  });

  it('names a failed test by its file, its suites and its title, in plain text', () => {
    const results = [{ errors: [{ message: '\u001b[31mexpected\u001b[39m 1' }] }];
    const inner = { title: 'saving', specs: [spec('survives', test('unexpected', { results }))] };
    const outcome = readPlaywrightReport(report([{ title: 'save.spec.ts', specs: [], suites: [inner] }]));
    expect(outcome.failed).toStrictEqual([
      { name: 'save.spec.ts › saving › survives', detail: 'expected 1' },
    ]);
  });

  it('takes a test that passed only when tried again for failed', () => {
    const outcome = readPlaywrightReport(report([{ title: 'a', specs: [spec('b', test('flaky'))] }]));
    expect(outcome.failed).toHaveLength(1);
    expect(outcome.passed).toBe(0);
  });

  it('says why a test was skipped, wherever the reason was given', () => {
    const before = test('skipped', { annotations: [{ type: 'skip', description: 'no printer' }] });
    const inside = test('skipped', {
      results: [{ errors: [], annotations: [{ type: 'skip', description: 'not root' }] }],
    });
    const bare = test('skipped', { expectedStatus: 'skipped' });
    const after = test('skipped');
    const outcome = readPlaywrightReport(
      report([{ title: 'a', specs: [spec('b', before, inside, bare, after)] }]),
    );
    expect(outcome.skipped.map(each => each.reason)).toStrictEqual([
      'no printer',
      'not root',
      'no reason given',
      'not reached, because something before it failed',
    ]);
  });

  it('fails for an error outside of all tests', () => {
    const outcome = readPlaywrightReport(report([], [{ message: 'the set-up broke' }]));
    expect(outcome.failed).toStrictEqual([
      { name: 'end to end, outside of all tests', detail: 'the set-up broke' },
    ]);
  });

  it('refuses what is no report', () => {
    expect(() => readPlaywrightReport('{}')).toThrow();
  });
});

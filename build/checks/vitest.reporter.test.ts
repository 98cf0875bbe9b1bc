import fs from 'node:fs';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { Outcome } from './outcome.ts';
import { root, runCommand } from './run-command.ts';
import { OUTCOME_VARIABLE } from './vitest.reporter.ts';

// Inside the repository, so that the made-up tests find Vitest.
const out = path.join(root, 'out');
fs.mkdirSync(out, { recursive: true });
const folder = fs.mkdtempSync(path.join(out, 'reporter-'));
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

const files = {
  'mixed.test.ts': `
    import { describe, expect, it } from 'vitest';
    it('holds', () => { expect(1).toBe(1); });
    it('does not hold', () => { expect(1).toBe(2); });
    it('cannot run', ctx => ctx.skip('no printer here'));
    describe.skipIf(true)('a suite', () => { it('waits', () => {}); });`,
  'broken.test.ts': `import './missing.ts';`,
  'hook.test.ts': `
    import { beforeAll, describe, it } from 'vitest';
    describe('a suite', () => {
      beforeAll(() => { throw new Error('the hook broke'); });
      it('never begins', () => {});
    });`,
  'late.test.ts': `
    import { it } from 'vitest';
    it('leaves something behind', () => { void Promise.reject(new Error('nobody waited')); });`,
};

it('tells every way in which a test can end', async () => {
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  const file = path.join(folder, 'outcome.json');
  const { exitCode } = await runCommand({
    script: 'node_modules/vitest/vitest.mjs',
    args: ['run', '--root', folder, '--reporter', path.join(import.meta.dirname, 'vitest.reporter.ts')],
    env: { [OUTCOME_VARIABLE]: file },
    output: 'kept',
    limit: 100_000,
  });
  const outcome = Outcome.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  const failed = outcome.failed.map(each => each.detail.split('\n')[0]);

  expect(exitCode).not.toBe(0);
  expect(outcome.passed).toBe(2);
  expect(failed).toHaveLength(4);
  for (const part of ['expected 1 to be 2', 'missing.ts', 'the hook broke', 'nobody waited'])
    expect(failed).toContainEqual(expect.stringContaining(part));
  expect(outcome.skipped.map(each => each.reason)).toContain('no printer here');
  expect(outcome.skipped.map(each => each.name)).toContainEqual(expect.stringContaining('a suite > waits'));
}, 120_000);

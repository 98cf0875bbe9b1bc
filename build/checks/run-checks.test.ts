import { expect, it } from 'vitest';
import { runChecks } from './run-checks.ts';

it('runs all checks, whatever fails, and says what it found', async () => {
  const said: string[] = [];
  const outcome = await runChecks(
    [
      { name: 'good', run: () => Promise.resolve({ ok: true, detail: '' }) },
      { name: 'bad', run: () => Promise.resolve({ ok: false, detail: 'a.ts: no\nb.ts: no' }) },
      { name: 'broken', run: () => Promise.reject(new Error('no such program')) },
      { name: 'asking', run: () => Promise.resolve({ ok: true, detail: 'a.ts: 410 lines' }) },
    ],
    text => said.push(text),
  );
  expect(outcome.passed).toBe(2);
  expect(outcome.failed.map(each => each.name)).toStrictEqual(['bad', 'broken']);
  expect(outcome.failed[1]?.detail).toContain('no such program');
  expect(said).toContain('    a.ts: no\n    b.ts: no');
  expect(said).toContain('    a.ts: 410 lines');
});

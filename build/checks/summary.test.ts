import { describe, expect, it } from 'vitest';
import { isGood, NOTHING, sum, type Outcome } from './outcome.ts';
import { summary } from './summary.ts';

const good: Outcome = { passed: 3, failed: [], skipped: [] };
const bad: Outcome = { passed: 1, failed: [{ name: 'lint', detail: 'a.ts: no' }], skipped: [] };
const partial: Outcome = {
  passed: 0,
  failed: [],
  skipped: [{ name: 'age opens it', reason: 'age is not installed' }],
};
const lastLine = (outcome: Outcome) => summary(outcome).split('\n').at(-1);

describe('the summary of a run', () => {
  it('ends in the counts, alone on the last line', () => {
    expect(lastLine(good)).toBe('3 passed, 0 failed');
    expect(lastLine(bad)).toBe('1 passed, 1 failed');
    expect(lastLine(sum([good, bad, partial]))).toBe('4 passed, 1 failed');
    expect(lastLine(partial)).toBe('0 passed, 0 failed');
  });

  it('names what failed and what was skipped, with the reason', () => {
    const text = summary(sum([bad, partial]));
    expect(text).toContain('  lint\n      a.ts: no');
    expect(text).toContain('1 skipped:\n  age opens it: age is not installed');
  });

  it('shortens what is too long to be read, and says that it did', () => {
    const detail = Array.from({ length: 40 }, (_, at) => `line ${at}`).join('\n');
    const text = summary({ ...NOTHING, failed: [{ name: 'lint', detail }] });
    expect(text).toContain('line 11');
    expect(text).not.toContain('line 12');
    expect(text).toContain('and 28 more lines');
  });
});

describe('a run', () => {
  it('is good when something passed and nothing failed', () => {
    expect(isGood(good)).toBe(true);
    expect(isGood(sum([good, partial]))).toBe(true);
    expect(isGood(sum([good, bad]))).toBe(false);
  });

  it('is not good when nothing was tested', () => {
    expect(isGood(NOTHING)).toBe(false);
    expect(isGood(partial)).toBe(false);
  });
});

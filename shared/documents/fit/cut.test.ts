import { describe, expect, it } from 'vitest';
import { bundledFonts } from '../metrics/font-metrics.ts';
import { lineCount } from '../metrics/measure.ts';
import { cutAt, lastPartAt } from './cut.ts';

const measure = { em: 10, indent: 2 };

describe('cutting a long text', () => {
  it('ends with a sentence', () => {
    const text = '电梯多次停运。物业未答复。请求修复。请求说明。';
    expect(text.slice(0, cutAt(text, 2, measure, bundledFonts))).toBe('电梯多次停运。物业未答复。请求修复。');
  });

  it('takes the closing mark with the sentence', () => {
    const text = '他说“不修。”再问，他说不知道，也不愿意书面答复。';
    expect(text.slice(0, cutAt(text, 1, measure, bundledFonts))).toBe('他说“不修。”');
  });

  it('ends with a line where a sentence would leave more than half of them empty', () => {
    const text = `好。${'电梯'.repeat(60)}`;
    const at = cutAt(text, 6, measure, bundledFonts);
    expect(lineCount(text.slice(0, at), measure, bundledFonts)).toBe(6);
  });

  it('takes the whole text when it fits', () => {
    expect(cutAt('电梯停运。', 1, measure, bundledFonts)).toBe(5);
  });
});

describe('the last part before a signature', () => {
  it('is two to eight lines, from a paragraph on if possible', () => {
    const text = `${'电梯停运。'.repeat(60)}\n${'物业未答复。'.repeat(6)}`;
    expect(lastPartAt(text, measure, bundledFonts, false)).toBe(301);
  });

  it('begins with a sentence otherwise', () => {
    const text = '电梯停运。'.repeat(60);
    const at = lastPartAt(text, measure, bundledFonts, false) ?? 0;
    expect(text[at - 1]).toBe('。');
    const lines = lineCount(text.slice(at), measure, bundledFonts, true);
    expect(lines).toBeGreaterThanOrEqual(2);
    expect(lines).toBeLessThanOrEqual(8);
  });

  it('begins with a line where there is no sentence', () => {
    const text = '电梯'.repeat(200);
    const at = lastPartAt(text, measure, bundledFonts, false) ?? 0;
    expect(lineCount(text.slice(at), measure, bundledFonts, true)).toBe(2);
  });

  it('is not parted from a short text', () => {
    expect(lastPartAt('电梯停运。'.repeat(5), measure, bundledFonts, false)).toBeNull();
  });
});

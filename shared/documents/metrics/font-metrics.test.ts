import { describe, expect, it } from 'vitest';
import { bundledFonts, titleCovers } from './font-metrics.ts';

describe('the bundled fonts', () => {
  it('set Chinese characters and marks one em wide', () => {
    for (const char of '国，。“”（）☐☑＿《》——') expect(bundledFonts.advance(char), char).toBe(1);
  });

  it('set digits half an em wide and know narrow letters', () => {
    for (const char of '0123456789') expect(bundledFonts.advance(char), char).toBe(0.5);
    expect(bundledFonts.advance('i')).toBeLessThan(bundledFonts.advance('W'));
    expect(bundledFonts.advance(' ')).toBeLessThan(0.5);
  });

  it('tell what the body font draws from what only the fallback does', () => {
    for (const char of '凤凰社区ABC059') expect(bundledFonts.covers(char), char).toBe(true);
    for (const char of '喆堃玥烜祎𬭎') {
      expect(bundledFonts.covers(char), char).toBe(false);
      expect(bundledFonts.draws(char), char).toBe(true);
    }
    expect(bundledFonts.draws('\u{1F600}')).toBe(false);
    expect(bundledFonts.draws('\u{E000}')).toBe(false);
  });

  it('have no radicals, controls or second spellings of a mark in the body font', () => {
    for (const char of '\u2F08\u2F00\uF900\u0001\u30FB\u2022') expect(bundledFonts.covers(char)).toBe(false);
  });

  it('know that the title font lacks what the fallback has', () => {
    expect(titleCovers('喆')).toBe(true);
    expect(titleCovers('𬭎')).toBe(false);
  });
});

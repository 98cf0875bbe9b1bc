import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blank, text, tick } from '../paper.build.ts';
import { bundledFonts } from './font-metrics.ts';
import { isWhole, lineCount, lineStarts, runLines, runsWidth, withBlanksKept } from './measure.ts';

const linesOf = (content: string, em: number, indent = 0): readonly string[] => {
  const starts = lineStarts(content, { em, indent }, bundledFonts);
  return starts.map((start, index) => content.slice(start, starts[index + 1] ?? content.length));
};

describe('breaking lines', () => {
  it('fills lines with whole characters', () => {
    expect(linesOf('一二三四五六七八', 3)).toEqual(['一二三', '四五六', '七八']);
    expect(linesOf('一二三四五六七八', 3.9)).toEqual(['一二三', '四五六', '七八']);
  });

  it('indents the first line of every paragraph', () => {
    expect(linesOf('一二三四\n五六七八', 3, 2)).toEqual(['一', '二三四\n', '五', '六七八']);
  });

  it('does not indent a text that goes on within a paragraph', () => {
    expect(lineCount('一二三', { em: 3, indent: 2 }, bundledFonts)).toBe(2);
    expect(lineCount('一二三', { em: 3, indent: 2 }, bundledFonts, true)).toBe(1);
  });

  it('puts no closing mark at the beginning of a line and no opening one at the end', () => {
    expect(linesOf('一二三，四', 3)).toEqual(['一二', '三，四']);
    expect(linesOf('一二（三四', 3)).toEqual(['一二', '（三四']);
    expect(linesOf('一二三”。四', 3)).toEqual(['一二', '三”。', '四']);
  });

  it('keeps words and numbers together', () => {
    expect(linesOf('电话13900005678', 6)).toEqual(['电话', '13900005678']);
    expect(linesOf('为HT-318型', 3)).toEqual(['为HT-', '318型']);
    expect(linesOf('为负-318型', 3)).toEqual(['为', '负-318', '型']);
  });

  it('breaks a word that is longer than a line', () => {
    expect(linesOf('1234567890', 2)).toEqual(['1234', '5678', '90']);
  });

  it('lets spaces hang at the end of a line', () => {
    expect(linesOf('1234 5678', 2)).toEqual(['1234 ', '5678']);
  });

  it('counts a line for an empty paragraph, and none after the last line feed', () => {
    expect(lineCount('', { em: 5, indent: 0 }, bundledFonts)).toBe(1);
    expect(lineCount('一\n\n二\n', { em: 5, indent: 0 }, bundledFonts)).toBe(3);
  });

  it('keeps a box with its label', () => {
    const runs = [tick(false, '意见箱'), text(' '), tick(true, '转办'), text('：'), blank(2)];
    expect(runLines(runs, { em: 8, indent: 0 }, bundledFonts)).toBe(2);
    expect(runLines(runs, { em: 5, indent: 0 }, bundledFonts)).toBe(3);
  });

  it('breaks no blank of a date, and a longer one only where the text is justified', () => {
    const six = { em: 6, indent: 0 };
    const date = [text('于'), blank(4), text('年'), blank(2), text('月')];
    expect(runLines(date, six, bundledFonts)).toBe(2);
    expect(runLines([text('一二三'), blank(4), text('四五')], six, bundledFonts)).toBe(2);
    expect(runLines([text('一二三'), blank(4), text('四五六')], six, bundledFonts)).toBe(3);
    const name = [text('一二三'), blank(6), text('四五六')];
    expect(runLines(name, six, bundledFonts)).toBe(2);
    expect(runLines(name, six, bundledFonts, withBlanksKept)).toBe(3);
  });

  it('knows what is short enough to stay whole at the right end of a line', () => {
    const number = [text('编号：'), blank(6)];
    expect(runsWidth(number, bundledFonts)).toBe(9);
    expect(isWhole(number, bundledFonts)).toBe(true);
    expect(isWhole([text('一'.repeat(23))], bundledFonts)).toBe(false);
  });

  it('loses no character and overfills no line, whatever the text', () => {
    const char = fc.constantFrom(...Array.from('国社区，。“”（）—…喆𬭎A1-/.: %\n'));
    fc.assert(
      fc.property(
        fc.array(char, { maxLength: 300 }),
        fc.double({ min: 2, max: 40, noNaN: true }),
        (chars, em) => {
          const content = chars.join('');
          const lines = linesOf(content, em);
          expect(lines.join('')).toBe(content);
          for (const line of lines) {
            const shown = line.trimEnd();
            const width = Array.from(shown).reduce((sum, each) => sum + bundledFonts.advance(each), 0);
            expect(width).toBeLessThanOrEqual(em + 1e-6);
          }
        },
      ),
    );
  });

  it('never needs fewer lines for a narrower column', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 2, max: 30 }), (content, em) => {
        const wide = lineCount(content, { em: em + 1, indent: 0 }, bundledFonts);
        expect(lineCount(content, { em, indent: 0 }, bundledFonts)).toBeGreaterThanOrEqual(wide);
      }),
    );
  });
});

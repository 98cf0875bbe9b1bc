import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundledFonts } from './font-metrics.ts';
import { labelBreaks } from './label-lines.ts';
import { lineStarts } from './measure.ts';

/** The label with a bar where its lines end; as Chromium fills them where it is left to it. */
function broken(label: string, em: number): string {
  const breaks = labelBreaks(label, em, bundledFonts);
  if (!breaks) return 'left to the browser';
  const starts = [0, ...breaks];
  return starts.map((start, index) => label.slice(start, starts[index + 1])).join('|');
}

describe('the lines of a label', () => {
  it.each([
    ['投诉方式（渠道）', 6.02, '投诉方式|（渠道）'],
    ['有效情形（符合其一）', 6.02, '有效情形|（符合其一）'],
    ['投诉事实（争议事实、事实经过）', 6.02, '投诉事实|（争议事实、|事实经过）'],
    ['评价（满意、基本满意、不满意）', 10.26, '评价（满意、|基本满意、不满意）'],
    ['检测机构、报告编号', 6.02, '检测机构、|报告编号'],
    ['投诉／举报', 4.74, '投诉／|举报'],
    ['原件／复印件', 4.61, '原件／|复印件'],
  ])('end before a bracket or after a mark between two members: %s', (label, em, lines) => {
    expect(broken(label, em)).toBe(lines);
  });

  it.each([
    ['证件种类', 3.11, '证件|种类'],
    ['办公室主任决定', 6.02, '办公室|主任决定'],
    ['与顾客约定的时限', 6.02, '与顾客约定的|时限'],
    ['对相关责任人处理意见', 6.02, '对相关责任人|处理意见'],
    ['a 供电管理', 4.74, 'a 供电|管理'],
  ])('part no word, and leave no character alone: %s', (label, em, lines) => {
    expect(broken(label, em)).toBe(lines);
  });

  it('are one more than the fewest where a short bracket would else be broken', () => {
    expect(broken('转往（承办）单位', 4.74)).toBe('转往|（承办）|单位');
    expect(lineStarts('转往（承办）单位', { em: 4.74, indent: 0 }, bundledFonts)).toHaveLength(2);
  });

  it('begin with no mark that joins', () => {
    expect(broken('投诉投诉／举报', 5)).toBe('投诉投诉／|举报');
  });

  it('break a bracket that is longer than a line', () => {
    expect(broken('受理条件（须全部符合）', 6.02)).toBe('受理条件（须|全部符合）');
  });

  it('are left as they are where one is enough', () => {
    expect(broken('投诉人', 6)).toBe('投诉人');
  });

  it.each([
    ['English', 'Testing body and report', 9],
    ['a column of characters', '被投诉人', 1.3],
    ['a word wider than the line', '网址http://example.org/address', 6],
    ['a label of two paragraphs', '投诉人\n（名称）', 4],
  ])('are the business of the browser: %s', (_, label, em) => {
    expect(labelBreaks(label, em, bundledFonts)).toBeNull();
  });

  it('end where a line may end, have room, and are the fewest or one more', () => {
    const label = fc
      .array(fc.constantFrom(...Array.from('投诉人名称地址的或及（）、／，《》：'), 'a', '12'), {
        minLength: 1,
        maxLength: 24,
      })
      .map(chars => chars.join(''));
    fc.assert(
      fc.property(label, fc.double({ min: 3, max: 12, noNaN: true }), (text, em) => {
        const breaks = labelBreaks(text, em, bundledFonts);
        if (!breaks) return;
        const lines = [0, ...breaks].map((start, index) => text.slice(start, breaks[index]));
        expect(lines.join('')).toBe(text);
        // Filled line by line, no line is broken again.
        for (const line of lines) expect(lineStarts(line, { em, indent: 0 }, bundledFonts)).toHaveLength(1);
        for (const line of lines.slice(1)) expect(line).not.toMatch(/^[）、，》：]/);
        for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[（《]$/);
        const fewest = lineStarts(text, { em, indent: 0 }, bundledFonts).length;
        expect(lines.length - fewest).toBeOneOf([0, 1]);
      }),
      { numRuns: 500 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundledFonts } from '../metrics/font-metrics.ts';
import { foot, paper, part } from '../paper.build.ts';
import type { Foot, Paper, Part, Sheet } from '../paper.model.ts';
import { typeArea } from '../paper.sheets.ts';
import { headLines, labelLines, signedHead, signLines } from './margin-lines.ts';

const OFFICE = '喆堃玥烜祎自治区某某市某某区某某街道办事处某某社区居民委员会群众';
const MM_PER_PT = 25.4 / 72;

const wide = (lines: readonly string[], pt = 9): number =>
  Math.max(
    0,
    ...lines.map(
      line => Array.from(line).reduce((sum, char) => sum + bundledFonts.advance(char), 0) * pt * MM_PER_PT,
    ),
  );

const sample = (sheet: Sheet, running: Part['running'], given: Partial<Foot> = {}): Paper =>
  paper(sheet, {
    id: 'A',
    title: '登记表',
    parts: [part([], { running })],
    foot: foot({ pages: sheet === 'letter' ? 'dash' : 'x-of-y', ...given }),
  });

const heads = (title: string, number: string, sheet: Sheet = 'form') =>
  headLines([title, number], sample(sheet, null), bundledFonts);

describe('the head of continued pages', () => {
  it('is one line where title and number have room', () => {
    expect(heads('登记表（续）', '编号 1')).toEqual([['登记表（续）'], ['编号 1']]);
  });

  it('has two lines for a long title, and the number beside them whole', () => {
    const title = `${OFFICE}投诉及反馈意见登记表（续）`;
    const [left, right] = heads(title, '编号 某社诉〔2026〕17号');
    expect(left).toHaveLength(2);
    expect(left.join('')).toBe(title);
    expect(right).toEqual(['编号 某社诉〔2026〕17号']);
  });

  it('is cut with … where two lines do not hold it', () => {
    const [left] = heads(OFFICE.repeat(4), '编号 1');
    expect(left).toHaveLength(2);
    expect(left[1]).toMatch(/…$/);
    expect(OFFICE.repeat(4)).toContain(left.join('').slice(0, -1));
  });

  it('never meets, and never leaves the type area, whatever the texts', () => {
    const content = fc.array(fc.constantFrom(...Array.from('国喆𬭎（）〔〕A1-/. \n…')), { maxLength: 200 });
    fc.assert(
      fc.property(content, content, fc.constantFrom<Sheet>('form', 'register', 'record'), (a, b, sheet) => {
        const { width } = typeArea(sample(sheet, null));
        const [title, number] = [a.join(''), b.join('')];
        const [left, right] = heads(title, number, sheet);
        expect(wide(left) + wide(right)).toBeLessThanOrEqual(width - (number === '' ? 0 : 3.9));
        expect(Math.max(left.length, right.length)).toBeLessThanOrEqual(2);
        const signed = signedHead(
          [title, number],
          sample(sheet, null, { label: [number, title] }),
          bundledFonts,
        );
        const page = '第 99 页　共 99 页';
        const ends = signed.oneLine ? [`${signed.numbers.join('')}${page}`] : [...signed.numbers, page];
        expect(wide(signed.title) + wide(ends)).toBeLessThanOrEqual(width - 3.9);
        expect(ends.length).toBeLessThanOrEqual(5);
      }),
    );
  });
});

describe('the label at the foot', () => {
  it('is left as it is where there is room', () => {
    const label = ['编号 1', '文件 2·0A1B2C3D'];
    expect(labelLines(sample('form', null, { label }), bundledFonts)).toEqual(label);
  });

  it.each<Sheet>(['form', 'letter', 'catalogue', 'register'])(
    'keeps clear of the number of the page and of the foot of the sheet: %s',
    sheet => {
      const label = [`编号 ${OFFICE}〔2026〕17号`, `编号 ${OFFICE}${OFFICE}〔2026〕18号`, '文件 2·0A1B2C3D'];
      const lines = labelLines(sample(sheet, null, { label }), bundledFonts);
      const { width } = typeArea(sample(sheet, null));
      expect(wide(lines)).toBeLessThan(sheet === 'letter' ? width - 50 : width / 2 - 20);
      expect(lines.length).toBeLessThanOrEqual(sheet === 'register' ? 3 : 5);
      expect(lines.at(-1)).toBe('文件 2·0A1B2C3D');
    },
  );
});

describe('the head of pages that are signed', () => {
  it('says each number once', () => {
    const given = { label: ['编号 1', '文件 2'] };
    const { numbers } = signedHead(['笔录', '编号 1'], sample('record', null, given), bundledFonts);
    expect(numbers.join('')).toBe('编号 1　文件 2　');
  });
});

describe('the lines to sign', () => {
  it('lose of a long label, and nothing of the rule', () => {
    const lines = [`被投诉人（${OFFICE}）：＿＿＿＿＿＿`];
    const signed = signLines(sample('record', null, { signLines: lines }), bundledFonts);
    expect(signed.lines[0]).toMatch(/^被投诉人（喆堃玥.*…＿＿＿＿＿＿$/);
    expect(wide(signed.lines, 12)).toBeLessThan(typeArea(sample('record', null)).width - 4);
  });

  it('stand side by side where the foot is not high enough', () => {
    const lines = ['甲：＿＿', '乙：＿＿', '丙：＿＿', '丁：＿＿'];
    const signed = signLines(sample('record', null, { signLines: lines }), bundledFonts);
    expect(signed).toEqual({ lines: ['甲：＿＿　乙：＿＿', '丙：＿＿　丁：＿＿'], pitch: 10 });
  });
});

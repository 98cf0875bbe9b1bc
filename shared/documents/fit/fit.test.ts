import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  headCell,
  labelCell,
  line,
  longCell,
  notes,
  para,
  paper,
  part,
  row,
  signCell,
  signSpace,
  table,
  titlePara,
  value,
  valueCell,
} from '../paper.build.ts';
import { bundledFonts } from '../metrics/font-metrics.ts';
import type { Fitted, Paper, Part, Row, Table } from '../paper.model.ts';
import { fit } from './fit.ts';

const KEYS = ['facts', 'request', 'opinion', 'result'] as const;
type Texts = Readonly<Partial<Record<(typeof KEYS)[number], string>>>;

const MINIMA = { facts: 46, request: 15, opinion: 15, result: 21 };

function form(texts: Texts, withNotes: readonly string[] = [], others = 9): Paper {
  const short = Array.from({ length: others }, (_, i) =>
    row([labelCell('栏目'), valueCell(value(`short_${i}`, '内容'))]),
  );
  const long = KEYS.map(key =>
    row([labelCell(key), longCell(key, key, texts[key] ?? '')], { min: MINIMA[key], split: true }),
  );
  const sign = row([signCell([signSpace('经办人（签字）：')], { cols: 2 })], { min: 21, sign: true });
  return paper('form', {
    id: 'A',
    title: '登记表',
    parts: [
      part(
        [
          titlePara('登记表'),
          line('登记单位：', '编号：'),
          table([28, 128], [...short, ...long, sign]),
          ...(withNotes.length > 0 ? [notes(withNotes)] : []),
        ],
        { running: ['登记表（续）', '编号 1'] },
      ),
    ],
  });
}

function piecesOf(value: unknown, key: string): string {
  if (Array.isArray(value)) return value.map(member => piecesOf(member, key)).join('');
  if (value === null || typeof value !== 'object') return '';
  const run = value as Readonly<Record<string, unknown>>;
  if (run['kind'] === 'value') return run['key'] === key ? String(run['text']) : '';
  return Object.values(value)
    .map(member => piecesOf(member, key))
    .join('');
}

const plainOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : value !== null && typeof value === 'object'
      ? Object.values(value).map(plainOf).join('')
      : '';

const annexOf = (fitted: Fitted): Part | undefined => fitted.paper.parts.find(({ page }) => page === 'annex');

const tableOf = (from: Part | undefined): Table => {
  const found = from?.blocks.find(block => block.kind === 'table');
  if (found?.kind !== 'table') throw new Error('no table');
  return found;
};

const rowOf = (fitted: Fitted, label: string) => {
  const found = tableOf(fitted.paper.parts[0]).rows.find(({ cells }) => plainOf(cells[0]).includes(label));
  if (!found) throw new Error(`no row ${label}`);
  return found;
};

const sentences = (count: number) =>
  Array.from({ length: count }, (_, i) => `第${i + 1}次反映电梯停运，物业企业未予书面答复。`).join('');

describe('fitting a form to its page', () => {
  it('leaves a form with room enough on one page, and says where the rest is blank', () => {
    const fitted = fit(form({ facts: sentences(3), request: '限期修复。' }), bundledFonts);
    expect(fitted.annexed).toEqual([]);
    expect(fitted.paper.parts).toHaveLength(1);
    expect(plainOf(rowOf(fitted, 'request'))).toContain('以下空白');
    expect(rowOf(fitted, 'facts').min).toBe(46);
  });

  it('says nothing about blanks in a cell left empty for writing', () => {
    const fitted = fit(form({ facts: sentences(3) }), bundledFonts);
    expect(plainOf(rowOf(fitted, 'opinion'))).not.toContain('以下空白');
  });

  it('moves the tail of a long text to an annex, cut at the end of a sentence', () => {
    const facts = sentences(120);
    const fitted = fit(form({ facts }), bundledFonts);
    expect(fitted.annexed.map(({ key }) => key)).toEqual(['facts']);
    const shown = fitted.annexed[0]?.shown ?? 0;
    expect(shown).toBeGreaterThan(50);
    expect(facts[shown - 1]).toBe('。');
    expect(plainOf(rowOf(fitted, 'facts'))).toContain('——下接附页（一）');
    const annex = annexOf(fitted);
    expect(annex?.tag).toBe('附页（一）');
    expect(annex?.running).toEqual(['登记表附页', '编号 1']);
    expect(plainOf(annex)).toContain('facts（续）');
    expect(plainOf(annex)).toContain('以下空白');
  });

  it('says only that a text is in the annex when fewer than four lines of it could be shown', () => {
    const texts = {
      facts: sentences(60),
      request: sentences(40),
      opinion: sentences(30),
      result: sentences(30),
    };
    const fitted = fit(form(texts, [], 14), bundledFonts);
    const whole = fitted.annexed.filter(({ shown }) => shown === 0);
    expect(whole.length).toBeGreaterThan(0);
    for (const { key } of whole) expect(plainOf(rowOf(fitted, key))).toContain('见附页（一）');
  });

  it('completes a short text before it gives a line to a long one', () => {
    const texts = {
      facts: sentences(90),
      request: sentences(60),
      opinion: sentences(60),
      result: sentences(2),
    };
    const fitted = fit(form(texts, [], 12), bundledFonts);
    expect(fitted.annexed.map(({ key }) => key)).not.toContain('result');
  });

  it('signs the annex like the form, and keeps the last lines with the signature', () => {
    const rows = tableOf(annexOf(fit(form({ facts: sentences(400) }), bundledFonts))).rows;
    const sign = rows.at(-1);
    expect(sign?.sign).toBe(true);
    expect(plainOf(sign)).toContain('经办人（签字）：');
    expect(rows.at(-2)).toMatchObject({ open: 'top', split: false });
    expect(rows.at(-3)).toMatchObject({ open: 'bottom', split: true });
  });

  it('does not part a short text from the signature under it', () => {
    const texts = { facts: sentences(100), result: sentences(5) };
    const rows = tableOf(annexOf(fit(form(texts, [], 18), bundledFonts))).rows;
    expect(plainOf(rows.at(-2)?.cells)).toContain('result');
    expect(rows.at(-2)?.split).toBe(false);
  });

  it('counts the lines of a label that is longer than its text', () => {
    const labelled = (label: string): Paper => {
      const raw = form({ facts: sentences(120) });
      const [main] = raw.parts;
      const blocks = main?.blocks.map(block =>
        block.kind === 'table'
          ? {
              ...block,
              rows: block.rows.map(each =>
                plainOf(each.cells[0]).includes('request')
                  ? { ...each, min: 0, cells: [labelCell(label), ...each.cells.slice(1)] }
                  : each,
              ),
            }
          : block,
      );
      return { ...raw, parts: [part(blocks ?? [])] };
    };
    const shown = ['诉求', '争议事实依据以及请求事项说明栏'].map(
      label => fit(labelled(label), bundledFonts).annexed[0]?.shown ?? 0,
    );
    expect(shown[1]).toBeLessThan(shown[0] ?? 0);
  });

  it('puts signatures of its own into the annex when the form names them', () => {
    const raw = {
      ...form({ facts: sentences(400) }),
      annex: { signatures: [signSpace('投诉人确认：', null)] },
    };
    expect(plainOf(tableOf(annexOf(fit(raw, bundledFonts))).rows.at(-1))).toContain('投诉人确认：');
  });

  it('takes notes for which there is no room to the head of the annex', () => {
    const instructions = Array.from({ length: 8 }, () => `填写说明。${sentences(2)}`);
    const crowded = fit(form({ facts: sentences(90) }, instructions, 18), bundledFonts);
    expect(crowded.paper.parts[0]?.blocks.some(({ kind }) => kind === 'notes')).toBe(false);
    expect(annexOf(crowded)?.blocks.map(({ kind }) => kind)).toEqual(['para', 'line', 'notes', 'table']);
    const roomy = fit(form({ facts: sentences(90) }, instructions.slice(0, 1)), bundledFonts);
    expect(roomy.paper.parts[0]?.blocks.at(-1)?.kind).toBe('notes');
  });

  it('gives a line less to a form that became too long', () => {
    const shown = [0, 1, 2, 3].map(
      less => fit(form({ facts: sentences(120) }), bundledFonts, less).annexed[0]?.shown,
    );
    expect([...shown].sort((a = 0, b = 0) => b - a)).toEqual(shown);
    expect(shown[3]).toBeLessThan(shown[0] ?? 0);
  });

  it('warns of a form that cannot be on one page', () => {
    const codes = fit(form({ facts: '长' }, [], 40), bundledFonts).warnings.map(({ code }) => code);
    expect(codes).toContain('form/longer-than-page');
  });

  describe('where a short field is filled to its end', () => {
    const long = '样本'.repeat(100);
    const besides = (content: string, more: readonly Row[] = []): Paper =>
      paper('form', {
        id: 'A',
        title: '登记表',
        parts: [
          part([
            titlePara('登记表'),
            table(
              [9, 28, 50, 28, 41],
              [
                row([
                  labelCell('投诉人', { rows: 2 }),
                  labelCell('姓\u3000\u3000名'),
                  valueCell(value('name', content)),
                  labelCell('电话'),
                  valueCell(value('phone', '138 0013 8000')),
                ]),
                row([labelCell('住址'), valueCell(value('address', content), { cols: 3 })]),
                ...more,
                row([labelCell('事实', { cols: 2 }), longCell('事实', 'facts', sentences(5), { cols: 3 })], {
                  min: 46,
                  split: true,
                }),
              ],
            ),
          ]),
        ],
      });
    const rows = (count: number, content: string): readonly Row[] =>
      Array.from({ length: count }, (_, at) =>
        row([labelCell('栏目', { cols: 2 }), valueCell(value(`more_${at}`, content), { cols: 3 })]),
      );
    const keysOf = ({ annexed }: Fitted): readonly string[] => annexed.map(({ key }) => key);

    it('leaves it in its cell while the form has room', () => {
      const fitted = fit(besides(long), bundledFonts);
      expect([keysOf(fitted), fitted.warnings]).toEqual([[], []]);
    });

    it('takes the highest cells to the annex, each under the label of its group, until the form has its page', () => {
      const fitted = fit(besides(long, rows(20, '内容')), bundledFonts);
      expect(fitted.warnings).toEqual([]);
      expect(fitted.annexed).toContainEqual({ key: 'name', shown: 0 });
      expect(plainOf(tableOf(fitted.paper.parts[0]).rows[0])).toContain('见附页（一）');
      expect(plainOf(tableOf(fitted.paper.parts[0]).rows[0])).toContain('138 0013 8000');
      expect(plainOf(tableOf(annexOf(fitted)).rows[0])).toMatch(/投诉人姓名\w+样本样本/);
    });

    it('loses none of it, in the order of the form', () => {
      const fitted = fit(besides(long, rows(8, long)), bundledFonts);
      const keys = keysOf(fitted);
      expect(keys).toEqual(['name', 'address', ...keys.slice(2)]);
      for (const key of ['name', 'address', ...rows(8, '').map((_, at) => `more_${at}`)])
        expect(piecesOf(fitted.paper.parts, key)).toBe(long);
    });

    it('lets rows break that stay tall on a form of more pages', () => {
      const two = [value('one', '样本'.repeat(200)), value('other', '样本'.repeat(200))];
      const tall = row([labelCell('栏目', { cols: 2 }), valueCell(two, { cols: 3 })]);
      const fitted = fit(besides('样本', [tall, ...rows(30, '内容')]), bundledFonts);
      expect(fitted.warnings.map(({ code }) => code)).toEqual(['form/longer-than-page']);
      expect(tableOf(fitted.paper.parts[0]).rows.map(({ split }) => split)).toEqual([
        ...[false, false, true],
        ...Array.from({ length: 30 }, () => false),
        true,
      ]);
    });
  });

  it('loses nothing: the pieces of each text join to the whole', () => {
    const char = fc.constantFrom(
      ...Array.from('反映电梯停运，。！？；“”（）喆𬭎A1 '),
      '\n',
      '\n\n',
      'http://a.b/c',
      '2026-09-18',
    );
    const text = fc.array(char, { maxLength: 900 }).map(chars => chars.join(''));
    const texts = fc.record(
      { facts: text, request: text, opinion: text, result: text },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        texts,
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 3 }),
        (given, others, less) => {
          const fitted = fit(form(given, [], others), bundledFonts, less);
          for (const key of KEYS) {
            expect(piecesOf(fitted.paper, key)).toBe(given[key] ?? '');
            const { shown } = fitted.annexed.find(entry => entry.key === key) ?? {};
            if (shown !== undefined)
              expect(piecesOf(fitted.paper.parts[0], key)).toBe((given[key] ?? '').slice(0, shown));
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('never cuts a character in two', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 1500 }), length => {
        const fitted = fit(form({ facts: '𬭎'.repeat(length), request: '𠮷'.repeat(length) }), bundledFonts);
        expect(plainOf(fitted.paper)).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
        expect(piecesOf(fitted.paper, 'facts')).toBe('𬭎'.repeat(length));
      }),
      { numRuns: 40 },
    );
  });
});

describe('fitting other papers', () => {
  const catalogue = (count: number) =>
    paper('catalogue', {
      id: 'A',
      title: '卷内文件目录',
      parts: [
        part([
          titlePara('卷内文件目录'),
          table(
            [20, 136],
            Array.from({ length: count }, (_, i) =>
              row([valueCell(String(i + 1)), valueCell('登记表')], { min: 11 }),
            ),
            { head: [row([headCell('序号'), headCell('题名')], { min: 10 })] },
          ),
        ]),
      ],
    });

  it('fills the last page of a catalogue with empty rows, but never a page of them', () => {
    for (const count of [1, 10, 18, 19, 20, 21, 40]) {
      const { rows } = tableOf(fit(catalogue(count), bundledFonts).paper.parts[0]);
      const perPage = 20;
      expect(rows.length).toBeGreaterThanOrEqual(count);
      expect(rows.length).toBeLessThan(Math.ceil((count + 1) / perPage) * perPage + 1);
      expect(plainOf(rows.at(-1)?.cells).includes('登记表')).toBe(rows.length === count);
    }
  });

  it('leaves a letter as it is', () => {
    const letter = paper('letter', { id: 'A', title: '函', parts: [part([para('body', '特此告知。')])] });
    expect(fit(letter, bundledFonts)).toEqual({ paper: letter, annexed: [], warnings: [] });
  });

  it('warns of characters that another font draws, and of those that none does', () => {
    const letter = paper('letter', {
      id: 'A',
      title: '函',
      parts: [part([titlePara('关于𬭎的函'), para('body', value('name', '王喆\u{E001}'))])],
    });
    const { paper: fitted, warnings } = fit(letter, bundledFonts);
    expect(warnings).toEqual([
      {
        code: 'character/missing',
        detail: '\u{E001}',
        places: [{ key: 'name', chars: ['\u{E001}'], around: '王喆〓' }],
      },
      { code: 'character/substituted', detail: '𬭎喆' },
    ]);
    expect(fitted.parts[0]?.blocks[1]).toEqual(para('body', value('name', '王喆〓')));
  });

  it('warns of a table head that is too tall to be repeated', () => {
    const tall = paper('form', {
      id: 'A',
      title: '表',
      parts: [part([table([156], [], { head: [row([headCell('栏目')], { min: 70 })] })])],
    });
    expect(fit(tall, bundledFonts).warnings).toEqual([{ code: 'head/too-tall', detail: '1' }]);
  });
});

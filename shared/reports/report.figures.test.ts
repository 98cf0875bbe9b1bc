import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decideOffice, type OfficeCommand } from '#shared/case/office.decide.ts';
import { newDocumentId } from '#shared/core/ids.ts';
import { plainDate, type PlainMonth } from '#shared/core/plain-date.ts';
import { err, expectOk } from '#shared/core/result.ts';
import { periodPaper } from '#shared/documents/period.paper.ts';
import type { Block, Row } from '#shared/documents/paper.model.ts';
import { at, countingIds, STEADY_HOURS, officialCalendar } from '#shared/fixtures/community.ts';
import { ladderFiles } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import { periodOf } from '#shared/procedure/duty.due.ts';
import type { Period } from '#shared/procedure/duty.schema.ts';
import { loadPack } from '#shared/procedure/pack.load.ts';
import { amountInWords, casesBehind } from './amount.ts';
import { explainRate, FIGURE_WORDS, nameOfLine } from './figure.words.ts';
import { findPeriodPaper } from './period.papers.ts';
import { reportFigures, usualTrend, type ReportFigures } from './report.figures.ts';
import type { TrendBooks } from './trend.figures.ts';

const FIELDS = `
fields:
  - { key: subject, type: text, label: { zh: 事由, en: Matter }, required: true }
  - { key: complainant, type: person, label: { zh: 投诉人, en: Person }, personal: true }
  - { key: respondent, type: person, label: { zh: 被投诉人, en: Respondent } }
  - { key: phone, type: phone, label: { zh: 电话, en: Telephone } }
  - { key: injured, type: number, label: { zh: 伤者, en: Injured } }
  - { key: is_report, type: bool, label: { zh: 举报, en: Report } }
  - { key: free_will, type: bool, label: { zh: 自愿, en: Of free will } }
  - { key: decision, type: text, label: { zh: 决定, en: Decision } }
  - { key: ground_no, type: text, label: { zh: 理由, en: Ground } }
  - { key: officer, type: person, label: { zh: 专员, en: Officer } }
  - key: kind
    type: enum
    label: { zh: 类别, en: Kind }
    options:
      - { value: goods, label: { zh: 产品, en: Goods } }
      - { value: manners, label: { zh: 态度, en: Manners } }
`;

const RULES = `
figures:
  - { key: sold, label: { zh: 当月销量, en: units sold }, unit: { zh: 袋, en: bags } }
rates:
  - key: per_bag
    name: { zh: 投诉率, en: Complaint rate }
    count: received
    only_if: { field: kind, is: goods }
    of: { zh: 产品投诉, en: complaints of goods }
    over: { figure: sold }
    per: 10000
  - key: goods_part
    name: { zh: 产品占比, en: Part of goods }
    count: received
    only_if: { field: kind, is: goods }
    of: { zh: 产品投诉, en: complaints of goods }
    over: { count: received, of: { zh: 全部投诉, en: all complaints } }
  - key: hurt_part
    name: { zh: 伤人占比, en: Part of hurt }
    count: received
    only_if: { severity: [hot, major] }
    of: { zh: 伤人投诉, en: complaints of the hurt }
    over: { count: received, only_if: { field: kind, filled: true }, of: { zh: 有类别的, en: those of a kind } }
    per: 1000
reports:
  - id: R-BY
    name: { zh: 考评, en: Appraisal }
    period: quarter
    content: { zh: 每人, en: Each }
    by:
      field: officer
      only_if: { not: { field: is_report, is: true } }
      columns:
        - { measure: received, label: { zh: 受理, en: Received } }
        - { measure: received_closed }
        - { measure: closure_rate, label: { zh: 关闭率, en: Closure rate } }
      rank_by: closure_rate
  - id: R-KIND
    name: { zh: 分类, en: Kinds }
    period: quarter
    content: { zh: 每类, en: Each kind }
    by: { field: kind, columns: [{ measure: received }] }
  - id: R-RATE
    name: { zh: 投诉率月报, en: Monthly rate }
    period: month
    content: { zh: 投诉率, en: Rate }
    rates: [per_bag, goods_part, hurt_part]
  - id: R-QUARTER
    name: { zh: 投诉率季报, en: Quarterly rate }
    period: quarter
    content: { zh: 投诉率, en: Rate }
    rates: [per_bag]
  - id: R-TREND
    name: { zh: 趋势, en: Trend }
    period: year
    content: { zh: 各月, en: Months }
    trend: { months: 6, measures: [received, closed, open, closure_rate], rates: [per_bag], by: kind }
  - id: R-LIST
    name: { zh: 名单, en: List }
    period: month
    content: { zh: 名单, en: List }
`;

const pack = expectOk(
  loadPack(ladderFiles({ fields: FIELDS, limits: RULES }), text =>
    createHash('sha256').update(text).digest('hex'),
  ),
);

interface MadeCase {
  readonly on: string;
  readonly officer?: string;
  readonly kind?: string;
  readonly closed?: string;
  readonly more?: Readonly<Record<string, string | number | boolean>>;
}

/** Cases come in at nine and are answered at eleven. */
function deskWith(cases: readonly MadeCase[]): MadeDesk {
  const desk = new MadeDesk(pack);
  cases.forEach(({ on, officer, kind, closed, more }, nth) => {
    const values = {
      subject: `第 ${nth} 事`,
      ...(officer ? { officer } : {}),
      ...(kind ? { kind } : {}),
      ...more,
    };
    desk.register(`${on}T09:00`, values, String(nth));
    if (closed === undefined) return;
    desk.step(`${closed}T10:30`, 'accept', {}, String(nth));
    desk.step(`${closed}T11:00`, 'answer', {}, String(nth));
  });
  return desk;
}

const many = (count: number, made: MadeCase): readonly MadeCase[] =>
  Array.from({ length: count }, () => made);

function booksOf(desk: MadeDesk, now: string): TrendBooks {
  return {
    procedure: pack,
    cases: [...desk.events.keys()].map(name => ({ state: desk.state(name), procedure: pack })),
    context: { now: at(now), calendar: officialCalendar(), officeHours: STEADY_HOURS },
    office: desk.office,
  };
}

const reportNamed = (id: string) => {
  const found = pack.reports.find(report => report.id === id);
  if (!found) throw new Error(`no report ${id}`);
  return found;
};

function figuresOf(
  desk: MadeDesk,
  id: string,
  { day, period, now = '2027-03-01T09:00' }: { day: string; period: Period; now?: string },
): ReportFigures {
  return reportFigures(reportNamed(id), booksOf(desk, now), periodOf(plainDate(day), period));
}

/** As the screen writes them: name, amounts, rank. */
const linesOf = ({ by }: ReportFigures): readonly (readonly string[])[] =>
  by?.lines.map(line => [
    nameOfLine(line, 'zh-CN'),
    ...line.amounts.map(amount => amountInWords(amount, 'zh-CN')),
    ...(by.ranked ? [line.rank === null ? '—' : String(line.rank)] : []),
  ]) ?? [];

const monthsOf = ({ trend }: ReportFigures): readonly (readonly string[])[] =>
  trend?.months.map(({ month, running, amounts }) => [
    FIGURE_WORDS['zh-CN'].month(month, running),
    ...amounts.map(amount => amountInWords(amount, 'zh-CN')),
  ]) ?? [];

const Q4 = { day: '2026-10-01', period: 'quarter' } as const;

/** 甲 closes 4 of 6, 乙 5 of 5, 丙 2 of 3; one is nobody's. 丁 has as many as 甲, and a secret report besides. */
const officers = (): MadeDesk =>
  deskWith([
    ...many(4, { on: '2026-10-09', officer: '范例甲', closed: '2026-10-20' }),
    ...many(2, { on: '2026-10-09', officer: ' 范例 甲 ' }),
    ...many(5, { on: '2026-11-02', officer: '范例乙', closed: '2026-12-31' }),
    ...many(2, { on: '2026-11-03', officer: '范例丙', closed: '2026-11-04' }),
    { on: '2026-11-03', officer: '范例丙', closed: '2027-01-01' },
    ...many(4, { on: '2026-12-01', officer: '范例丁', closed: '2026-12-02' }),
    ...many(2, { on: '2026-12-01', officer: '范例丁' }),
    { on: '2026-12-01', officer: '范例丁', more: { is_report: true } },
    { on: '2026-12-01' },
    { on: '2026-09-30', officer: '范例戊', closed: '2026-09-30' },
    { on: '2027-01-01', officer: '范例己' },
  ]);

describe('the lines of a report', () => {
  it('tells the share of closed cases of each officer and ranks those with enough of them', () => {
    const figures = figuresOf(officers(), 'R-BY', Q4);
    expect(linesOf(figures)).toEqual([
      ['范例乙', '5', '5', '100%', '1'],
      ['范例丁', '6', '4', '66.7%', '2'],
      ['范例甲', '6', '4', '66.7%', '2'],
      ['范例丙', '3', '2', '2／3', '—'],
      ['没有写', '1', '0', '0／1', '—'],
    ]);
    expect(figures.by?.total.map(amount => amountInWords(amount, 'zh-CN'))).toEqual(['21', '15', '71.4%']);
    expect(figures.by?.columns.map(({ zh }) => zh)).toEqual(['受理', '收到的已办结', '关闭率']);
  });

  it('gives the rank after two that are alike to nobody', () => {
    const desk = deskWith([
      ...many(5, { on: '2026-10-09', officer: '范例甲', closed: '2026-10-20' }),
      ...many(10, { on: '2026-10-09', officer: '范例乙', closed: '2026-10-20' }),
      ...many(5, { on: '2026-10-09', officer: '范例丙' }),
    ]);
    expect(linesOf(figuresOf(desk, 'R-BY', Q4)).map(line => [line[0], line.at(-1)])).toEqual([
      ['范例乙', '1'],
      ['范例甲', '1'],
      ['范例丙', '3'],
    ]);
  });

  it('tells how many cases, and no percentage, of fewer than five', () => {
    const shares = [1, 2, 3, 4, 5].map(count => {
      const desk = deskWith(many(count, { on: '2026-10-09', officer: '范例甲', closed: '2026-10-20' }));
      return linesOf(figuresOf(desk, 'R-BY', Q4))[0]?.slice(3);
    });
    expect(shares).toEqual([
      ['1／1', '—'],
      ['2／2', '—'],
      ['3／3', '—'],
      ['4／4', '—'],
      ['100%', '1'],
    ]);
  });

  it('stand for each choice where the field has choices', () => {
    const desk = deskWith([
      ...many(2, { on: '2026-10-09', kind: 'goods' }),
      ...many(3, { on: '2026-10-09', kind: 'manners' }),
    ]);
    expect(linesOf(figuresOf(desk, 'R-KIND', Q4))).toEqual([
      ['态度', '3'],
      ['产品', '2'],
    ]);
  });
});

const enter = (
  desk: MadeDesk,
  month: string,
  amount: number | null,
  { now = '2027-03-01T09:00', reason = '财务报表' } = {},
) => {
  const command: OfficeCommand = {
    type: 'enter-figure',
    ...{ procedure: pack.id, figure: 'sold', month: month as PlainMonth, amount, reason },
  };
  return decideOffice(desk.office, command, desk.deciding(now));
};

function entered(desk: MadeDesk, ...figures: readonly (readonly [string, number | null])[]): MadeDesk {
  for (const [month, amount] of figures) desk.take('', expectOk(enter(desk, month, amount)));
  return desk;
}

const goods = (): MadeDesk =>
  deskWith([
    ...many(3, { on: '2026-12-31', kind: 'goods' }),
    { on: '2026-12-31', kind: 'manners' },
    ...many(2, { on: '2027-01-01', kind: 'goods', more: { injured: 3 } }),
  ]);

const DECEMBER = { day: '2026-12-01', period: 'month' } as const;

/** Before a class changes because a case has been open for long. */
const JANUARY_20 = '2027-01-20T09:00';

describe('a rate', () => {
  const ratesOf = (desk: MadeDesk, id: string, when: { day: string; period: Period }) =>
    figuresOf(desk, id, { ...when, now: JANUARY_20 }).rates.map(({ amount }) =>
      amountInWords(amount, 'zh-CN'),
    );
  const told = (desk: MadeDesk, id: string, when: { day: string; period: Period }, nth = 0) => {
    const rate = figuresOf(desk, id, when).rates[nth];
    return rate && [explainRate(rate, pack, 'zh-CN'), explainRate(rate, pack, 'en')];
  };

  it('works the rate of a month out from its cases and the figure the office entered', () => {
    const desk = entered(goods(), ['2026-12', 125_000], ['2027-01', 16_000]);
    expect(ratesOf(desk, 'R-RATE', DECEMBER)).toEqual(['每万袋 0.24', '3／4', '每千件 0']);
    expect(ratesOf(desk, 'R-RATE', { ...DECEMBER, day: '2027-01-31' })).toEqual([
      '每万袋 1.25',
      '2／2',
      '每千件 1000',
    ]);
    expect(told(desk, 'R-RATE', DECEMBER)).toEqual([
      '投诉率：产品投诉 3 件 ÷ 当月销量 125,000 袋 = 每万袋 0.24。',
      'Complaint rate: complaints of goods (3) ÷ units sold (125,000 bags) = 0.24 per 10000 bags.',
    ]);
  });

  it('leaves the rate open where the figure of a month is lacking', () => {
    const desk = entered(goods(), ['2026-12', 125_000], ['2026-10', 100_000]);
    expect(ratesOf(goods(), 'R-RATE', DECEMBER)[0]).toBe('');
    expect(told(goods(), 'R-RATE', DECEMBER)).toEqual([
      '投诉率：产品投诉 3 件 ÷ 当月销量。2026年12月的当月销量没有填，这个率空着，不估。',
      'Complaint rate: complaints of goods (3) ÷ units sold. Not entered: 2026-12; the rate is left open and not guessed.',
    ]);
    // A quarter of which one month is lacking has no rate; with all three it is over their sum.
    expect(ratesOf(desk, 'R-QUARTER', Q4)).toEqual(['']);
    expect(told(desk, 'R-QUARTER', Q4)?.[0]).toContain('2026年11月的当月销量没有填');
    expect(ratesOf(entered(desk, ['2026-11', 75_000]), 'R-QUARTER', Q4)).toEqual(['每万袋 0.1']);
  });

  it('goes by what was entered last, and is open again when that is taken away', () => {
    const desk = entered(goods(), ['2026-12', 125_000], ['2026-12', 60_000]);
    expect(ratesOf(desk, 'R-RATE', DECEMBER)[0]).toBe('每万袋 0.5');
    expect(ratesOf(entered(desk, ['2026-12', null]), 'R-RATE', DECEMBER)[0]).toBe('');
  });

  it('is none where nothing was sold, and not nothing where it is very small', () => {
    expect(ratesOf(entered(goods(), ['2026-12', 0]), 'R-RATE', DECEMBER)[0]).toBe('—');
    expect(ratesOf(entered(goods(), ['2026-12', 9_000_000]), 'R-RATE', DECEMBER)[0]).toBe('每万袋 0.00333');
  });
});

describe('a figure of a month', () => {
  it('is refused where it cannot be meant, changes nothing, has no source or is of a month to come', () => {
    const desk = entered(goods(), ['2026-12', 125_000]);
    expect([
      enter(desk, '2027-01', -1),
      enter(desk, '2027-01', Number.NaN),
      enter(desk, '2027-01', 2e12),
      enter(desk, '2026-12', 125_000),
      enter(desk, '2027-01', null),
      enter(desk, '2027-04', 1),
      enter(desk, '2027-01', 1, { reason: ' ' }),
    ]).toEqual([
      err({ code: 'office/bad-amount' }),
      err({ code: 'office/bad-amount' }),
      err({ code: 'office/bad-amount' }),
      err({ code: 'case/nothing-changed' }),
      err({ code: 'case/nothing-changed' }),
      err({ code: 'office/month-to-come' }),
      err({ code: 'case/reason-missing' }),
    ]);
  });

  it('is entered by whoever keeps the books', () => {
    const command = {
      type: 'enter-figure',
      procedure: pack.id,
      figure: 'sold',
      amount: 1,
      reason: '表',
    } as const;
    const desk = goods();
    const context = desk.deciding('2027-03-01T09:00', { roles: ['registrar', 'administrator'] });
    expect(decideOffice(desk.office, { ...command, month: '2027-01' as PlainMonth }, context)).toEqual(
      err({ code: 'case/role', role: 'records-officer' }),
    );
  });
});

/** Three months over a turn of the year; the office was founded before, in October 2026. */
const turn = (): MadeDesk =>
  entered(
    deskWith([
      ...many(5, { on: '2026-11-30', kind: 'goods', closed: '2026-12-01' }),
      ...many(3, { on: '2026-12-31', kind: 'manners', closed: '2026-12-31' }),
      ...many(3, { on: '2026-12-31', kind: 'goods', closed: '2027-01-01' }),
      ...many(2, { on: '2027-01-01', kind: 'goods' }),
    ]),
    ['2026-12', 10_000],
  );

describe('a trend', () => {
  it('goes month by month over the turn of the year', () => {
    const figures = figuresOf(turn(), 'R-TREND', { day: '2027-01-15', period: 'month' });
    expect(figures.trend?.columns.map(({ label }) => label.zh)).toEqual([
      ...['本期收到', '本期办结', '期末在办', '办结率', '投诉率', '产品', '态度'],
    ]);
    expect(monthsOf(figures)).toEqual([
      ['2026年8月', '—', '—', '—', '—', '—', '—', '—'],
      ['2026年9月', '—', '—', '—', '—', '—', '—', '—'],
      ['2026年10月', '0', '0', '0', '—', '', '0', '0'],
      ['2026年11月', '5', '0', '5', '0%', '', '5', '0'],
      ['2026年12月', '6', '8', '3', '50%', '每万袋 3', '3', '3'],
      ['2027年1月', '2', '3', '2', '0／2', '', '2', '0'],
    ]);
  });

  it('ends with the month that runs and says that it does', () => {
    const running = figuresOf(turn(), 'R-TREND', {
      ...{ day: '2027-01-01', period: 'year' },
      now: '2027-01-20T09:00',
    });
    expect(monthsOf(running).at(-1)?.slice(0, 2)).toEqual(['2027年1月（至今）', '2']);
    expect(monthsOf(running)).toHaveLength(6);
    const over = figuresOf(turn(), 'R-TREND', { day: '2026-12-31', period: 'year' });
    expect(monthsOf(over).at(-1)?.[0]).toBe('2026年12月');
  });

  it('begins with the books: a case of before the founding has its month', () => {
    const desk = deskWith([]).register('2026-10-20T09:00', {}, 'old', '2026-09-10T09:00');
    const months = monthsOf(
      figuresOf(desk, 'R-TREND', { day: '2026-10-31', period: 'month', now: '2026-11-02T09:00' }),
    );
    expect(months.slice(-3).map(([month, received]) => [month, received])).toEqual([
      ['2026年8月', '—'],
      ['2026年9月', '1'],
      ['2026年10月', '0'],
    ]);
  });

  it('counts what the report of each single month counts', () => {
    const books = booksOf(turn(), '2027-03-01T09:00');
    const { trend } = figuresOf(turn(), 'R-TREND', { day: '2027-01-15', period: 'month' });
    for (const { month, amounts } of trend?.months.slice(2) ?? []) {
      const { period } = reportFigures(undefined, books, periodOf(plainDate(`${month}-01`), 'month'));
      const { received, closed, open } = period;
      expect(amounts.slice(0, 3)).toMatchObject(
        [received, closed, open].map(count => ({ kind: 'count', count })),
      );
      expect(amounts.slice(0, 3).map(amount => casesBehind(amount).length)).toEqual([received, closed, open]);
    }
  });

  it('is at hand for a report that asks for none', () => {
    const usual = usualTrend(pack, reportNamed('R-RATE'));
    expect(usual).toEqual({
      months: 12,
      measures: ['received', 'closed', 'closure_rate', 'on_time_rate'],
      rates: ['per_bag', 'goods_part', 'hurt_part'],
    });
    expect(figuresOf(turn(), 'R-LIST', { day: '2027-01-15', period: 'month' })).not.toHaveProperty('trend');
  });
});

const wordsOf = (part: unknown): string => {
  if (Array.isArray(part)) return part.map(wordsOf).join('');
  if (part === null || typeof part !== 'object') return '';
  const { text, kind } = part as { text?: string; kind?: string };
  if (kind === 'blank') return '＿';
  return text ?? Object.values(part).map(wordsOf).join('');
};

/** The blocks of the paper of a report: tables as rows of words, the rest as words. */
function paperOf(desk: MadeDesk, id: string, when: { day: string; period: Period }) {
  const { cases, office, context } = booksOf(desk, '2027-03-01T09:00');
  const found = findPeriodPaper(pack, id);
  if (!found) throw new Error(`no paper ${id}`);
  const paper = periodPaper({
    ...{ paper: found, period: when.period, days: periodOf(plainDate(when.day), when.period) },
    ...{ procedure: pack, cases, clocks: context, journal: { seq: 9, hash: 'ab'.repeat(32) } },
    office: { ...office, ...desk.office },
    document: newDocumentId(countingIds()),
  });
  const blocks = paper.parts.flatMap(part => part.blocks);
  const rowsOf = (rows: readonly Row[]) => rows.map(({ cells }) => cells.map(cell => wordsOf(cell.content)));
  const tables = blocks
    .filter((block): block is Extract<Block, { kind: 'table' }> => block.kind === 'table')
    .map(({ head, rows }) => [...rowsOf(head), ...rowsOf(rows)]);
  const words = blocks
    .filter(({ kind }) => kind !== 'table')
    .map(block => (block.kind === 'notes' ? block.items.join('') : wordsOf(block)))
    .join('|');
  return { tables, words };
}

describe('the paper of a report', () => {
  it('holds the lines of persons that the screen shows', () => {
    const shown = figuresOf(officers(), 'R-BY', Q4);
    const { tables, words } = paperOf(officers(), 'R-BY', Q4);
    expect(tables[0]).toEqual([
      ['专员', '受理', '收到的已办结', '关闭率', '名次'],
      ...linesOf(shown),
      ['合计', '21', '15', '71.4%', ''],
    ]);
    expect(words).toContain('不足 5 件的不写百分数');
    expect(words).toContain('名次：不足 5 件的不排');
    expect(words).toContain('关闭率：就是办结率。');
    // The cases that the lines count are listed under them.
    expect(tables[1]?.slice(1)).toHaveLength(22);
  });

  it('holds the months that the screen shows', () => {
    const when = { day: '2026-12-31', period: 'year' } as const;
    const { tables } = paperOf(turn(), 'R-TREND', when);
    expect(tables[0]?.slice(1)).toEqual(monthsOf(figuresOf(turn(), 'R-TREND', when)));
    expect(tables[0]).toHaveLength(7);
  });

  it('holds the rate, or a rule to write on with what is lacking under it', () => {
    const full = paperOf(entered(goods(), ['2026-12', 125_000]), 'R-RATE', DECEMBER).words;
    expect(full).toContain('投诉率 每万袋 0.24|');
    const open = paperOf(goods(), 'R-RATE', DECEMBER).words;
    expect(open).toContain('投诉率 ＿|');
    expect(open).toContain('2026年12月的当月销量没有填，这个率空着，不估。');
  });
});

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newDocumentId } from '#shared/core/ids.ts';
import { plainDate } from '#shared/core/plain-date.ts';
import { expectOk } from '#shared/core/result.ts';
import { at, countingIds, STEADY_HOURS, officialCalendar } from '#shared/fixtures/community.ts';
import { ladderFiles } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import { periodOf } from '#shared/procedure/duty.due.ts';
import type { Period } from '#shared/procedure/duty.schema.ts';
import { loadPack } from '#shared/procedure/pack.load.ts';
import { findPeriodPaper, periodPapers } from '#shared/reports/period.papers.ts';
import type { Paper, Table } from './paper.model.ts';
import { periodPaper, type PeriodSubject } from './period.paper.ts';

const RULES = `
limits:
  - id: LAD-L-answer
    name: { zh: 答复, en: Answer }
    starts: [{ registered: true }]
    ends: [{ step: answer }]
    stops: [{ step: withdraw }]
    amount: 10
    unit: calendar-days
    rule: { zh: 十日, en: Ten days }
confidentiality:
  sealed_if: { field: is_report, is: true }
  fields: [complainant, phone]
  code: { zh: 举报人, en: Reporter }
reports:
  - { id: R-LAD-1, name: { zh: 月报, en: Monthly }, period: month, content: { zh: 全部, en: All }, zero_report: true, form: LAD-06 }
  - { id: R-LAD-2, name: { zh: 未结, en: Open }, period: month, content: { zh: 没有办结的, en: Open ones }, lists: open, measures: [closure_rate, on_time_rate] }
  - { id: R-LAD-3, name: { zh: 结果, en: Result }, period: case, content: { zh: 结果, en: Result } }
`;

const LIST = `
id: LAD-06
name: { zh: 汇总表, en: Summary }
title: { zh: 汇总表, en: Summary }
sheet: register
above:
  left: { zh: '收到 {count:received} 件，办结 {count:closed} 件', en: '{count:received}, {count:closed}' }
  right: { zh: '{period}', en: '{period}' }
columns:
  - { label: { zh: 序号, en: No. }, of: serial, width: 17 }
  - { label: { zh: 编号, en: Number }, of: number, width: 40 }
  - { label: { zh: 投诉人, en: Person }, field: complainant, width: 40 }
  - { label: { zh: 电话, en: Telephone }, field: phone, width: 40 }
  - { label: { zh: 等级, en: Class }, of: severity, total: tally, width: 40 }
  - { label: { zh: 伤者, en: Injured }, field: injured, width: 20 }
  - { label: { zh: 期限, en: Due }, of: due, width: 20 }
  - { label: { zh: 办结, en: Closed }, of: closed, width: 20 }
  - { label: { zh: 事由, en: Matter }, field: subject, width: 20 }
`;

const pack = expectOk(
  loadPack([...ladderFiles({ limits: RULES }), { path: 'forms/LAD-06.yaml', text: LIST }], text =>
    createHash('sha256').update(text).digest('hex'),
  ),
);

/** Three of September and October: one closed late in October, one of a hidden person, one with three people hurt. */
const desk = (): MadeDesk =>
  new MadeDesk(pack)
    .register('2026-09-20T09:00', { complainant: '甲样本', phone: '13900000001', injured: 1 }, 'A')
    .register(
      '2026-10-08T09:00',
      { subject: '乙样本家楼道', complainant: '乙样本', phone: '13900000002', is_report: true },
      'B',
    )
    .register('2026-10-09T09:00', { subject: '楼道', complainant: '丙样本', injured: 3 }, 'C')
    .step('2026-10-09T10:00', 'accept', {}, 'A')
    .step('2026-10-12T10:00', 'answer', {}, 'A');

interface Made {
  readonly paper: Paper;
  readonly words: string;
  readonly lines: readonly (readonly string[])[];
}

const textOf = (part: unknown): string => {
  if (Array.isArray(part)) return part.map(textOf).join('');
  if (part === null || typeof part !== 'object') return '';
  const { text } = part as { text?: string };
  return text ?? Object.values(part).map(textOf).join('');
};

type Asked = { day: string; now?: string; period?: Period } & Pick<
  PeriodSubject,
  'closed' | 'corrections' | 'printedOn' | 'isHidden'
>;

function make(
  books: MadeDesk,
  name: string,
  { day, now = '2026-12-01T09:00', period = 'month', ...closed }: Asked,
): Made {
  const found = findPeriodPaper(pack, name);
  if (!found) throw new Error(`no paper ${name}`);
  const paper = periodPaper({
    paper: found,
    period,
    days: periodOf(plainDate(day), period),
    procedure: pack,
    cases: [...books.events.keys()].map(each => ({ state: books.state(each), procedure: pack })),
    clocks: { now: at(now), calendar: officialCalendar(), officeHours: STEADY_HOURS },
    office: { ...books.office, name: '凤凰社区居委会' },
    journal: { seq: 9, hash: 'ab'.repeat(32) },
    document: newDocumentId(countingIds()),
    ...closed,
  });
  const blocks = paper.parts.flatMap(part => part.blocks);
  const table = blocks.find((block): block is Table => block.kind === 'table');
  const lines = table?.rows.map(({ cells }) => cells.map(cell => textOf(cell.content))) ?? [];
  const words = blocks
    .filter(({ kind }) => kind !== 'table')
    .map(textOf)
    .join('|');
  return { paper, words, lines };
}

describe('a report of a period', () => {
  it('lists every case received in it and none of another', () => {
    const october = make(desk(), 'R-LAD-1', { day: '2026-10-31' });
    expect(october.lines.map(([serial, number]) => [serial, number?.slice(-5)])).toEqual([
      ['1', '0002号'],
      ['2', '0003号'],
      ['合计', ''],
    ]);
    const september = make(desk(), 'R-LAD-1', { day: '2026-09-01' });
    expect(september.lines.map(([, number]) => number?.slice(-5))).toEqual(['0001号', '']);
    const quarter = make(desk(), 'R-LAD-1', { day: '2026-09-01', period: 'quarter' });
    expect(quarter.lines).toHaveLength(2);
  });

  it('counts what was received, closed, open and overdue when it ended, wherever the case began', () => {
    const october = make(desk(), 'R-LAD-1', { day: '2026-10-01' });
    expect(october.words).toContain('收到 2 件，办结 1 件2026年10月');
    expect(october.words).toContain('本期收到 2 件，本期办结 1 件，期末在办 2 件，其中逾期 2 件');
    const september = make(desk(), 'R-LAD-1', { day: '2026-09-01' });
    // Its ten days ran out on 30 September; that day was still to come when the month ended.
    expect(september.words).toContain('本期收到 1 件，本期办结 0 件，期末在办 1 件，其中逾期 0 件');
    // Their days ran out after this week, which is looked back on from December.
    const week = make(desk(), 'R-LAD-1', { day: '2026-10-12', period: 'week' });
    expect(week.words).toContain('本期办结 1 件，期末在办 2 件，其中逾期 0 件');
    const running = make(desk(), 'R-LAD-1', { day: '2026-10-01', now: '2026-10-13T09:00' });
    expect(running.words).toContain('期末在办 2 件，其中逾期 0 件');
  });

  it('of a locked month tells what it told then, and what was corrected since and before', () => {
    const books = desk();
    const figures = {
      ...{
        received: 7,
        closed: 3,
        onTime: 2,
        open: 4,
        overdue: 1,
        receivedClosed: 3,
        asked: 0,
        satisfied: 0,
      },
    };
    const correction = {
      ...{
        case: books.state('A').id,
        number: '凤社〔2026〕0001号',
        by: '李经办',
        at: at('2026-11-05T09:00'),
      },
      ...{ kind: 'fields' as const, what: [{ zh: '事由', en: 'Matter' }] },
    };
    const { words, lines, paper } = make(books, 'R-LAD-1', {
      ...{ day: '2026-10-01', now: '2026-11-02T09:00', printedOn: plainDate('2026-12-01') },
      closed: { at: at('2026-11-02T09:00'), figures },
      corrections: [
        { ...correction, of: '2026-10', in: '2026-11' },
        { ...correction, of: '2026-09', in: '2026-10' },
        { ...correction, of: '2026-08', in: '2026-09' },
      ],
      isHidden: ({ values }) => values['complainant'] === '丙样本',
    });
    expect(words).toContain('收到 7 件，办结 3 件2026年10月');
    expect(words).toContain('本期收到 7 件，本期办结 3 件，期末在办 4 件，其中逾期 1 件');
    const all = JSON.stringify(paper);
    expect(all).toContain('都照这一期锁账时的台账计算');
    expect(all).not.toContain('印制时的台账');
    expect(all).toContain('本期2026年11月2日锁账，数和名单照那时的，以后不变。');
    expect(all).toContain('锁账以后更正1件次，算在以后各期：凤社〔2026〕0001号（更正登记内容：事由）。');
    expect(all).toContain(
      '已锁账的各期，在本期更正1件次：凤社〔2026〕0001号（2026年9月，更正登记内容：事由）。',
    );
    expect(lines.map(line => line[2])).not.toContain('丙样本');
    expect(all).not.toContain('丙样本');
  });

  it('fills the column of deadlines from the clocks of each case', () => {
    const due = (now: string, day: string) =>
      make(desk(), 'R-LAD-1', { day, now }).lines.map(line => line[6]);
    expect(due('2026-10-13T09:00', '2026-10-01')).toEqual(['2026-10-18', '2026-10-19', '']);
    expect(due('2026-10-19T09:00', '2026-10-01')).toEqual(['2026-10-18，逾期', '2026-10-19', '']);
    expect(due('2026-10-13T09:00', '2026-09-01')).toEqual(['2026-09-30', '']);
  });

  it('adds up numbers and counts the classes at the foot', () => {
    const { lines } = make(desk(), 'R-LAD-1', {
      day: '2026-07-01',
      period: 'half-year',
      now: '2026-10-13T09:00',
    });
    expect(lines.map(line => line[4])).toEqual(['热点', '一般', '重大', '热点 1，一般 1，重大 1']);
    expect(lines.map(line => line[5])).toEqual(['1', '', '3', '4']);
    const more = desk().register('2026-10-10T09:00', { subject: '水管' }, 'D');
    const october = make(more, 'R-LAD-1', { day: '2026-10-01', now: '2026-10-13T09:00' });
    expect(october.lines.at(-1)?.[4]).toBe('一般 2，重大 1');
  });

  it('keeps a hidden person hidden, where the matter names them, too', () => {
    const { paper, lines } = make(desk(), 'R-LAD-1', { day: '2026-10-01' });
    expect(lines[0]?.slice(2, 4)).toEqual(['举报人0002', '举报人0002']);
    expect(JSON.stringify(paper)).not.toMatch(/乙样本|13900000002/);
    expect(lines[0]?.at(-1)).toBe('■■■家楼道');
    expect(lines[1]?.[2]).toBe('丙样本');
  });

  it('says so where nothing happened, and is a zero report where one is owed', () => {
    const zero = make(desk(), 'R-LAD-1', { day: '2026-11-01' });
    expect(zero.lines).toEqual([['本期没有收到的']]);
    expect(zero.words).toContain('零报告');
    // Something was closed in October: not nothing, though the list of another report may be empty.
    expect(make(desk(), 'R-LAD-1', { day: '2026-10-01' }).words).not.toContain('零报告');
    expect(make(desk(), 'R-LAD-2', { day: '2026-08-01' }).words).not.toContain('零报告');
  });

  it('lists what was open at its end where it asks for that, with its rates above', () => {
    const september = make(desk(), 'R-LAD-2', { day: '2026-09-01' });
    expect(september.lines.map(([, number]) => number?.slice(-5))).toEqual(['0001号']);
    const october = make(desk(), 'R-LAD-2', { day: '2026-10-01' });
    expect(october.lines.map(([, number]) => number?.slice(-5))).toEqual(['0002号', '0003号']);
    expect(october.words).toContain('办结率 0／2，按时办结率 0／1');
    expect(make(desk(), 'R-LAD-2', { day: '2026-11-01' }).words).toContain('办结率 —，按时办结率 —');
  });

  it('names its period also where the form has no place for it, and ends with the state of the journal', () => {
    const { paper, words } = make(desk(), 'R-LAD-2', { day: '2026-10-01' });
    expect(words).toContain('2026年10月');
    expect(paper.foot).toMatchObject({ label: ['日志账 9 条', 'ABABABABABABABAB'], qr: null });
  });
});

describe('the papers of the periods of a procedure', () => {
  it('are its reports but those of one case, each on its form or on a plain list', () => {
    expect(periodPapers(pack).map(({ id, form }) => [id, form.id])).toEqual([
      ['R-LAD-1', 'LAD-06'],
      ['R-LAD-2', 'R-LAD-2'],
    ]);
  });

  it('are found by the form they are printed on', () => {
    expect(findPeriodPaper(pack, 'LAD-06')?.id).toBe('R-LAD-1');
  });
});

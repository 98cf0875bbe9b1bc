import { describe, expect, it } from 'vitest';
import { decideOffice, type OfficeCommand } from '#shared/case/office.decide.ts';
import { plainDate, type PlainMonth } from '#shared/core/plain-date.ts';
import { err, expectOk } from '#shared/core/result.ts';
import { statisticBooks, statisticDesk, type StatisticCase } from '#shared/fixtures/statistic-desk.ts';
import type { MadeDesk } from '#shared/fixtures/made-desk.ts';
import { periodOf } from '#shared/procedure/duty.due.ts';
import type { Period } from '#shared/procedure/duty.schema.ts';
import { cellInWords, type StatisticTable, type StatisticTableId } from './statistic.table.ts';
import { statisticTables } from './statistics.ts';

const tablesOf = (desk: MadeDesk, day = '2026-09-10', period: Period = 'month', now?: string) =>
  statisticTables(statisticBooks(desk, now), periodOf(plainDate(day), period));

const named = (tables: readonly StatisticTable[], id: StatisticTableId): StatisticTable => {
  const found = tables.find(table => table.id === id);
  if (!found) throw new Error(`no table ${id}`);
  return found;
};

/** As screen and paper write them. */
const rowsOf = (tables: readonly StatisticTable[], id: StatisticTableId): readonly (readonly string[])[] =>
  named(tables, id).rows.map(({ label, cells }) => [
    label.zh,
    ...cells.map(cell => cellInWords(cell, 'zh-CN')),
  ]);

const result = (tables: readonly StatisticTable[], name: string): readonly string[] =>
  rowsOf(tables, 'indicators').find(([label]) => label === name) ?? [];

// September begins with day 31.
const many = (count: number, made: Partial<StatisticCase>): readonly StatisticCase[] =>
  Array.from({ length: count }, () => ({ day: 35, ...made }));

const act = (desk: MadeDesk, command: OfficeCommand, now = '2026-10-20T09:00') =>
  decideOffice(desk.office, command, desk.deciding(now));

describe('the indicators', () => {
  it('count closed valid complaints over valid ones, and leave those out that nobody found valid', () => {
    const desk = statisticDesk([
      ...many(4, { valid: true, took: 3 }),
      ...many(1, { valid: true }),
      ...many(2, { valid: false, took: 3 }),
      ...many(1, {}),
    ]);
    expect(result(tablesOf(desk), '投诉关闭率').slice(1, 5)).toEqual(['80%', '%', '4', '5']);
  });

  it('count satisfaction over those who were asked, and being in time over what was closed', () => {
    const desk = statisticDesk([
      ...many(3, { took: 2, opinion: 'good' }),
      ...many(2, { took: 2, opinion: 'bad' }),
      ...many(1, { took: 15 }),
    ]);
    const tables = tablesOf(desk);
    expect(result(tables, '回复客户满意率').slice(1, 5)).toEqual(['60%', '%', '3', '5']);
    expect(result(tables, '按时办结率').slice(1, 5)).toEqual(['83.3%', '%', '5', '6']);
  });

  it('count own fault and what comes again by the rules of the procedure', () => {
    const desk = statisticDesk([...many(2, { ours: true }), ...many(3, { again: true }), ...many(5, {})]);
    const tables = tablesOf(desk);
    expect(result(tables, '属于我方责任的投诉').slice(1, 5)).toEqual(['2', '件', '2', '—']);
    expect(result(tables, '重复投诉率').slice(1, 5)).toEqual(['30%', '%', '3', '10']);
  });

  it('say zero complaint by the number nought, and of the units that were complained about before', () => {
    const desk = statisticDesk([{ day: 3, unit: '样本分社' }, ...many(2, { unit: '范例分社', ours: true })]);
    expect(result(tablesOf(desk, '2026-10-05'), '零投诉')[1]).toBe('0');
    expect(rowsOf(tablesOf(desk), 'units')).toEqual([
      ['范例分社', '2', '2', '—'],
      ['样本分社', '0', '0', '零投诉'],
    ]);
  });

  it('work a rate out over what the office entered, and leave it open where a month lacks', () => {
    const desk = statisticDesk([...many(2, { kind: 'goods' }), ...many(3, { kind: 'price' })]);
    expect(result(tablesOf(desk), '市场投诉率')[1]).toBe('');
    const entered = {
      type: 'enter-figure',
      procedure: 'ladder',
      figure: 'sold',
      reason: '销售月报',
    } as const;
    desk.take('', expectOk(act(desk, { ...entered, month: '2026-09' as PlainMonth, amount: 40_000 })));
    const [, rate, unit, part, whole, formula] = result(tablesOf(desk), '市场投诉率');
    expect([rate, unit, part, whole]).toEqual(['每万袋 0.5', '每 10000袋', '2', '40000']);
    expect(formula).toBe('市场投诉率：产品投诉 2 件 ÷ 销量 40,000 袋 = 每万袋 0.5。');
    const days = { id: 'x', from: plainDate('2026-09-03'), to: plainDate('2026-09-20') };
    const free = statisticTables(statisticBooks(desk), days);
    expect(result(free, '市场投诉率')[5]).toBe('只按整月算：期间选月、季度、半年、年。');
  });

  it('are those of the program until the office chooses another formula, which says who did and why', () => {
    const desk = statisticDesk([...many(5, { valid: true, took: 3 }), ...many(5, { valid: false })]);
    expect(result(tablesOf(desk), '投诉关闭率')[5]).toMatch(/（本程序的算法）$/);
    const formula = { of: 'received_closed', over: 'received' } as const;
    const choose = { type: 'choose-formula', indicator: 'closure', formula, reason: '按上级口径' } as const;
    desk.take('', expectOk(act(desk, choose)));
    const [, rate, , part, whole, words] = result(tablesOf(desk), '投诉关闭率');
    expect([rate, part, whole]).toEqual(['50%', '5', '10']);
    expect(words).toBe('本期收到、期末已办结的 ÷ 本期收到的（王登记改定：按上级口径）');
    expect(act(desk, choose)).toEqual(err({ code: 'case/nothing-changed' }));
    expect(act(desk, { ...choose, formula: null, reason: ' ' })).toEqual(
      err({ code: 'case/reason-missing' }),
    );
    desk.take('', expectOk(act(desk, { ...choose, formula: null })));
    expect(result(tablesOf(desk), '投诉关闭率')[5]).toMatch(/（本程序的算法）$/);
  });

  it('say so where what stands above is no part of what stands below', () => {
    const desk = statisticDesk([...many(6, { took: 40 }), ...many(5, { day: 70 })]);
    const formula = { of: 'closed', over: 'received' } as const;
    const choose = { type: 'choose-formula', indicator: 'closure', formula, reason: '试' } as const;
    desk.take('', expectOk(act(desk, choose)));
    const [, rate, , , , words] = result(tablesOf(desk, '2026-10-10'), '投诉关闭率');
    expect(rate).toBe('120%');
    expect(words).toMatch(/可能超过 100%$/);
  });
});

describe('the tables', () => {
  it('put classes in order of their size and say what they add up to', () => {
    const desk = statisticDesk([
      ...many(6, { kind: 'goods' }),
      ...many(3, { kind: 'manners', took: 20 }),
      ...many(1, {}),
    ]);
    expect(rowsOf(tablesOf(desk), 'classes')).toEqual([
      ['产品', '6', '60%', '60%', '0', '0', '6'],
      ['态度', '3', '30%', '90%', '3', '3', '0'],
      ['没有写类别', '1', '10%', '100%', '0', '0', '1'],
    ]);
  });

  it('rank nobody with fewer than five closed cases, and give the same rank for the same percentage', () => {
    const desk = statisticDesk([
      ...many(5, { officer: '样一', took: 2 }),
      ...many(5, { officer: '样二', took: 2 }),
      ...many(4, { officer: '样三', took: 2 }),
      ...many(5, { officer: '样四', took: 12 }),
    ]);
    const ranks = rowsOf(tablesOf(desk), 'handlers').map(row => [row[0], row[4], row[7]]);
    expect(ranks).toEqual([
      ['样一', '100%', '1'],
      ['样二', '100%', '1'],
      ['样四', '0%', '3'],
      ['样三', '4／4', '—'],
    ]);
  });

  it('tell the time to each step by the median and the longest', () => {
    const desk = statisticDesk([...many(1, { took: 2 }), ...many(1, { took: 5 }), ...many(2, { took: 9 })]);
    expect(rowsOf(tablesOf(desk), 'steps')).toEqual([
      ['受理', '4', '7', '9'],
      ['答复', '4', '7', '9'],
    ]);
  });

  it('list what is overdue at the end, the longest first, and not what is closed by then', () => {
    const desk = statisticDesk([
      ...[{ day: 40 }, { day: 33 }, { day: 35, took: 30 }, { day: 36, took: 14 }, { day: 58 }],
    ]);
    expect(rowsOf(tablesOf(desk), 'overdue').map(row => row.slice(2, 6))).toEqual([
      ['2026-09-03', '答复期限', '2026-09-13', '17'],
      ['2026-09-05', '答复期限', '2026-09-15', '15'],
      ['2026-09-10', '答复期限', '2026-09-20', '10'],
    ]);
  });

  it('say which report is due in the period, to whom, and whether it was sent', () => {
    const desk = statisticDesk([]);
    const standing = (now: string) =>
      rowsOf(tablesOf(desk, '2026-10-10', 'month', now), 'reports').map(row => [row[2], row[5], row[6]]);
    expect(standing('2026-10-02T09:00')).toEqual([['2026-10-05', '总部', '还没到日子']]);
    expect(standing('2026-10-09T09:00')).toEqual([['2026-10-05', '总部', '过了日子，还没有报']]);
    const done = { type: 'mark-duty', procedure: 'ladder', duty: 'D-MONTH', period: '2026-09' } as const;
    desk.take('', expectOk(act(desk, done)));
    expect(standing('2026-10-09T09:00')).toEqual([['2026-10-05', '总部', '报了']]);
  });

  it('are a zero report where nothing came and nothing was closed', () => {
    const [note] = named(tablesOf(statisticDesk([])), 'totals').notes;
    expect(note?.zh).toMatch(/^零报告/);
  });
});

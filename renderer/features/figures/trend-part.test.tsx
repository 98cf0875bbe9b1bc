// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { newCaseId } from '#shared/core/ids.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { opening, shareOf, type Amount } from '#shared/reports/amount.ts';
import { countingIds } from '#shared/fixtures/community.ts';
import type { TrendFigures } from '#shared/reports/trend.figures.ts';
import type { CasesBehind } from '#renderer/features/cases/index.ts';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { LinesPart } from './lines-part.tsx';
import { TrendPart } from './trend-part.tsx';

const rate = (whole: number | null): Amount => ({
  kind: 'rate',
  part: 3,
  whole,
  per: 10_000,
  unit: { zh: '袋', en: 'bags' },
});

const month = (
  name: string,
  running: boolean,
  amounts: readonly Amount[],
): TrendFigures['months'][number] => ({
  month: name as PlainMonth,
  running,
  amounts,
});

const trend: TrendFigures = {
  columns: [
    { id: 'received', label: { zh: '本期收到', en: 'Received' } },
    { id: 'closure_rate', label: { zh: '办结率', en: 'Closure rate' } },
    { id: 'per_bag', label: { zh: '投诉率', en: 'Complaint rate' } },
  ],
  months: [
    month('2026-11', false, [{ kind: 'no-books' }, { kind: 'no-books' }, { kind: 'no-books' }]),
    month('2026-12', false, [{ kind: 'count', count: 8 }, shareOf(6, 8), rate(10_000)]),
    month('2027-01', true, [{ kind: 'count', count: 4 }, shareOf(1, 4), rate(null)]),
  ],
};

const CASE = newCaseId(countingIds());
const opened: CasesBehind[] = [];
const open = (behind: CasesBehind): void => void opened.push(behind);

const bars = (): readonly (string | null)[] =>
  within(screen.getByRole('figure'))
    .getAllByRole('listitem')
    .map(item => item.textContent);

describe('the months of a report', () => {
  it('are a table of every measure, the one that runs marked', () => {
    renderUi(<TrendPart trend={trend} language="zh-CN" choice={null} onOpenCases={open} />);
    const rows = screen.getAllByRole('row').map(row => [...row.children].map(cell => cell.textContent));
    expect(rows).toEqual([
      ['月份', '本期收到', '办结率', '投诉率'],
      ['2026年11月', '—', '—', '—'],
      ['2026年12月', '8', '75%', '每万袋 3'],
      ['2027年1月（至今）', '4', '1／4', '＿'],
    ]);
  });

  it('are bars of the measure that is chosen, each with its figure in words', async () => {
    renderUi(<TrendPart trend={trend} language="zh-CN" choice={null} onOpenCases={open} />);
    expect(bars().map(bar => bar?.trim())).toEqual([
      '2026年11月—',
      '2026年12月8 件',
      '2027年1月（至今）4 件',
    ]);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '画哪一项' }), '办结率');
    expect(bars()).toEqual(['2026年11月—', '2026年12月75%', '2027年1月（至今）1／4']);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '画哪一项' }), '投诉率');
    expect(bars()).toEqual(['2026年11月—', '2026年12月每万袋 3', '2027年1月（至今）＿']);
  });
});

describe('the lines of a report', () => {
  it('say so where there are none', () => {
    const by = {
      head: { zh: '专员' },
      columns: [],
      named: [],
      ranked: true,
      rankFrom: 5,
      lines: [],
      total: [],
    };
    renderUi(<LinesPart by={by} language="zh-CN" onOpenCases={open} />);
    expect(screen.getByText('这一期没有可以分行的案件。')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('open the cases they count, and nothing where they count none', async () => {
    const by = {
      ...{ head: { zh: '专员' }, columns: [{ zh: '关闭率' }], named: [], ranked: false, rankFrom: 5 },
      lines: [{ name: { zh: '范例甲' }, amounts: [opening(shareOf(1, 5), [CASE])], rank: null }],
      total: [shareOf(0, 5)],
    };
    renderUi(<LinesPart by={by} language="zh-CN" onOpenCases={open} />);
    await userEvent.click(screen.getByRole('button', { name: '范例甲 · 关闭率 20%，看这些案件' }));
    expect(opened).toEqual([{ title: '范例甲 · 关闭率', ids: [CASE] }]);
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });

  it('have a rank where there are cases enough, and a dash else', () => {
    const by = {
      ...{ head: { zh: '专员' }, columns: [{ zh: '关闭率' }], named: [], ranked: true, rankFrom: 5 },
      lines: [
        { name: { zh: '范例甲' }, amounts: [shareOf(4, 5)], rank: 1 },
        { name: null, amounts: [shareOf(1, 1)], rank: null },
      ],
      total: [shareOf(5, 6)],
    };
    renderUi(<LinesPart by={by} language="zh-CN" onOpenCases={open} />);
    const rows = screen.getAllByRole('row').map(row => [...row.children].map(cell => cell.textContent));
    expect(rows).toEqual([
      ['专员', '关闭率', '名次'],
      ['范例甲', '80%', '1'],
      ['没有写', '1／1', '—'],
      ['合计', '83.3%', ''],
    ]);
  });
});

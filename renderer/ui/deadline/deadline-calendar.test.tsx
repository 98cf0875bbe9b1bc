// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { DayKind, DayNote } from '#shared/calendar/limit.types.ts';
import { addDays, plainDate, weekday, type PlainDate } from '#shared/core/plain-date.ts';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { DeadlineCalendar } from './deadline-calendar.tsx';

const national: DayKind = { kind: 'holiday', name: { zh: '国庆', en: 'National Day' } };

/** Working days from a start, with the National Day week off, as the limit's own count would give them. */
function workingDays(start: PlainDate, amount: number): DayNote[] {
  const notes: DayNote[] = [{ date: start, day: { kind: 'workday' }, state: 'start' }];
  let nth = 0;
  for (let date = addDays(start, 1); nth < amount; date = addDays(date, 1)) {
    const isHoliday = date >= '2026-10-01' && date <= '2026-10-07';
    const isWeekend = weekday(date) > 5;
    if (date === '2026-10-10') {
      notes.push({
        date,
        day: { kind: 'make-up', holiday: { zh: '国庆' } },
        state: 'counted',
        nth: (nth += 1),
      });
    } else if (isHoliday || isWeekend) {
      notes.push({ date, day: isHoliday ? national : { kind: 'weekend' }, state: 'skipped' });
    } else {
      notes.push({ date, day: { kind: 'workday' }, state: 'counted', nth: (nth += 1) });
    }
  }
  return notes;
}

const dueOf = (days: readonly DayNote[]): PlainDate | null => days.at(-1)?.date ?? null;

describe('the calendar of a deadline', () => {
  const days = workingDays(plainDate('2026-09-28'), 7);
  const today = plainDate('2026-10-09');

  it('runs in Monday-first weeks from the start to the week of the due day', () => {
    renderUi(<DeadlineCalendar days={days} today={today} due={dueOf(days)} startLabel="登记" />);
    const table = screen.getByRole('table', { name: '10月13日（周二）是怎样数出来的' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(head => head.textContent)
        .join(''),
    ).toBe('一二三四五六日');
    expect(within(table).getAllByRole('row')).toHaveLength(4);
    expect(within(table).getAllByRole('cell')).toHaveLength(21);
  });

  it.each([
    '9月28日（周一），登记',
    '9月29日（周二），算第 1 天',
    '10月2日（周五），不算，国庆',
    '10月9日（周五），今天，算第 4 天',
    '10月10日（周六），补班，算第 5 天',
    '10月11日（周日），不算，周日',
    '10月13日（周二），到期，算第 7 天',
  ])('tells the reader “%s”', words => {
    renderUi(<DeadlineCalendar days={days} today={today} due={dueOf(days)} startLabel="登记" />);
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('shows the same by marks and numbers', () => {
    const { container } = renderUi(<DeadlineCalendar days={days} today={today} due={dueOf(days)} />);
    const seen = (date: string): string | undefined =>
      [...container.querySelectorAll('td')]
        .map(cell => [...cell.querySelectorAll('[aria-hidden]')].map(part => part.textContent))
        .find(([shown]) => shown === date)
        ?.join(' ');
    expect(seen('9/28')).toBe('9/28  起算');
    expect(seen('10/1')).toBe('10/1 休 国庆');
    expect(seen('9')).toBe('9 今天 4');
    expect(seen('10')).toBe('10 班 5');
    expect(seen('13')).toBe('13 到期 7');
    expect(seen('14')).toBe('14  ');
  });

  it('speaks English where the office does', () => {
    renderUi(<DeadlineCalendar days={days} today={today} due={dueOf(days)} />, { language: 'en' });
    expect(screen.getByText('Fri 2 Oct, not counted, National Day')).toBeTruthy();
  });

  it('folds the full weeks of a long limit, but not the week of today', () => {
    const long = workingDays(plainDate('2026-10-12'), 60);
    const middle = plainDate('2026-11-25');
    renderUi(<DeadlineCalendar days={long} today={middle} due={dueOf(long)} />);
    const rows = screen.getAllByRole('row').map(row => row.textContent);
    expect(rows.filter(text => text.includes('数 '))).toEqual([
      '10月26日至11月22日 数 20 天，没算 8 天',
      '11月30日至12月27日 数 20 天，没算 8 天',
    ]);
    expect(screen.getByText('11月25日（周三），今天，算第 32 天')).toBeTruthy();
    expect(rows.length).toBeLessThanOrEqual(9);
  });

  it('ends in the present while the clock is stopped', () => {
    const stopped: DayNote[] = [
      ...days.slice(0, 2),
      {
        date: plainDate('2026-09-30'),
        day: { kind: 'workday' },
        state: 'paused',
        pause: { zh: '等补充材料' },
      },
    ];
    renderUi(<DeadlineCalendar days={stopped} today={plainDate('2026-09-30')} due={null} />);
    expect(screen.getByRole('table', { name: '到现在数了哪些天' })).toBeTruthy();
    expect(screen.getByText('9月30日（周三），今天，中止，不算，等补充材料')).toBeTruthy();
  });
});

// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { TimeNote } from '#shared/calendar/limit.types.ts';
import { instantAt } from '#shared/core/instant.ts';
import { plainDate } from '#shared/core/plain-date.ts';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { DeadlineWhy } from './deadline-why.tsx';
import { TimeBar } from './time-bar.tsx';

const at = (time: string, date = '2026-10-12'): ReturnType<typeof instantAt> =>
  instantAt(plainDate(date), time);

const times: readonly TimeNote[] = [
  { from: at('16:00'), to: at('17:30'), state: 'counted', minutes: 90 },
  { from: at('17:30'), to: at('09:00', '2026-10-13'), state: 'closed', minutes: 930 },
  { from: at('09:00', '2026-10-13'), to: at('09:30', '2026-10-13'), state: 'paused', minutes: 30 },
  { from: at('09:30', '2026-10-13'), to: at('10:00', '2026-10-13'), state: 'counted', minutes: 30 },
];

describe('the explanation of a deadline', () => {
  it('gives its lines in the order they come in, two of one sort as well', () => {
    const lines = [
      { term: '规定', words: '本单位设定' },
      { term: '中止', words: '第一次' },
      { term: '中止', words: '第二次' },
    ];
    renderUi(<DeadlineWhy lines={lines}>日历</DeadlineWhy>);
    expect(screen.getAllByRole('term').map(term => term.textContent)).toEqual(['规定', '中止', '中止']);
    expect(screen.getAllByRole('definition').map(fact => fact.textContent)).toEqual([
      '本单位设定',
      '第一次',
      '第二次',
    ]);
  });
});

describe('the bar of a limit in hours', () => {
  it('says stretch by stretch what counted', () => {
    renderUi(<TimeBar times={times} now={at('16:30')} due={at('10:00', '2026-10-13')} />);
    expect(screen.getAllByRole('listitem').map(item => item.textContent)).toEqual([
      '10月12日 16:00–17:30 算 1 小时 30 分钟',
      '10月12日 17:30–09:00 下班，不算',
      '10月13日 09:00–09:30 中止，不算',
      '10月13日 09:30–10:00 算 30 分钟',
    ]);
  });

  it('cuts the running stretch at the present', () => {
    const { container } = renderUi(
      <TimeBar times={times} now={at('16:30')} due={at('10:00', '2026-10-13')} />,
    );
    const drawn = [...container.querySelectorAll<HTMLElement>('.ui-times-bar span')];
    expect(
      drawn.map(stretch => [stretch.dataset['state'], stretch.style.flexGrow, 'past' in stretch.dataset]),
    ).toEqual([
      ['counted', '30', true],
      ['counted', '60', false],
      ['closed', '0', false],
      ['paused', '30', false],
      ['counted', '30', false],
    ]);
    expect(container.querySelector('.ui-times-bar b')?.textContent).toBe('10:00 到期');
  });
});

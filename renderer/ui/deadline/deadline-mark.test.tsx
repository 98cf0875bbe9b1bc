// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Language } from '#shared/core/text.ts';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { DeadlineMark } from './deadline-mark.tsx';
import type { DeadlineState, SpokenUnit } from './deadline.state.ts';

const drawn = (state: DeadlineState, language: Language = 'zh-CN'): { words: string; shape: string } => {
  const { container, unmount } = renderUi(<DeadlineMark state={state} />, { language });
  const result = { words: container.textContent, shape: container.querySelector('svg')?.innerHTML ?? '' };
  unmount();
  return result;
};

const two = { amount: 2, unit: 'working-days' } as const;

describe('a deadline mark', () => {
  it.each<[DeadlineState, string]>([
    [{ kind: 'far', left: { amount: 5, unit: 'working-days' } }, '还有 5 个工作日'],
    [{ kind: 'near', left: two }, '还有 2 个工作日'],
    [{ kind: 'today' }, '今天到期'],
    [{ kind: 'today', time: '16:30' }, '今天 16:30 到期'],
    [{ kind: 'overdue', by: { amount: 2, unit: 'calendar-days' } }, '逾期 2 天'],
    [{ kind: 'paused' }, '中止计时'],
    [{ kind: 'met' }, '按时办结'],
    [{ kind: 'late', by: { amount: 1, unit: 'calendar-days' } }, '晚 1 天办结'],
    [{ kind: 'not-begun' }, '还没开始'],
    [{ kind: 'reminder' }, '没有定天数，记着办'],
    [{ kind: 'lapsed' }, '过期没有行使'],
    [{ kind: 'none' }, '没有时限'],
  ])('says %o as “%s”', (state, words) => {
    expect(drawn(state).words).toBe(words);
  });

  it('says the unit the rule counts in', () => {
    const units: SpokenUnit[] = [
      'minutes',
      'hours',
      'office-hours',
      'calendar-days',
      'weeks',
      'months',
      'years',
    ];
    expect(units.map(unit => drawn({ kind: 'near', left: { amount: 3, unit } }).words)).toEqual([
      '还有 3 分钟',
      '还有 3 小时',
      '还有 3 个工作小时',
      '还有 3 天',
      '还有 3 周',
      '还有 3 个月',
      '还有 3 年',
    ]);
  });

  it('speaks English with singular and plural', () => {
    expect(drawn({ kind: 'near', left: { amount: 1, unit: 'working-days' } }, 'en').words).toBe(
      '1 workday left',
    );
    expect(drawn({ kind: 'near', left: two }, 'en').words).toBe('2 workdays left');
  });

  it('has a shape of its own for each state that means something different', () => {
    const states: DeadlineState[] = [
      { kind: 'far', left: two },
      { kind: 'near', left: two },
      { kind: 'today' },
      { kind: 'overdue', by: two },
      { kind: 'paused' },
      { kind: 'met' },
      { kind: 'late', by: two },
      { kind: 'none' },
    ];
    expect(new Set(states.map(state => drawn(state).shape)).size).toBe(states.length);
  });

  it('can say the same state in other words', () => {
    const { container } = renderUi(<DeadlineMark state={{ kind: 'near', left: two }} words="已等 18 天" />);
    expect(container.textContent).toBe('已等 18 天');
  });
});

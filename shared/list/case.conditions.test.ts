import { describe, expect, it } from 'vitest';
import { plainDate } from '../core/plain-date.ts';
import { CaseConditions, kindsOf, receivedDays, RECEIVED_SPANS, without } from './case.conditions.ts';

describe('the conditions of a list', () => {
  it('mean days that move with today', () => {
    const today = plainDate('2026-03-01'); // A Sunday.
    const spans = Object.fromEntries(
      RECEIVED_SPANS.map(span => {
        const { from, to } = receivedDays(span, today);
        return [span, `${from} ${to}`];
      }),
    );
    expect(spans).toEqual({
      today: '2026-03-01 2026-03-01',
      'this-week': '2026-02-23 2026-03-01',
      'this-month': '2026-03-01 2026-03-31',
      'last-month': '2026-02-01 2026-02-28',
      'this-year': '2026-01-01 2026-12-31',
      'last-year': '2025-01-01 2025-12-31',
    });
  });

  it('stay the days that were named', () => {
    const span = { from: plainDate('2026-01-05'), to: plainDate('2026-01-09') };
    expect(receivedDays(span, plainDate('2027-01-01'))).toEqual(span);
  });

  it('are taken away one by one, and always named in one order', () => {
    const conditions: CaseConditions = { procedure: ['a'], state: ['b'], deadline: ['overdue'] };
    expect(kindsOf(conditions)).toEqual(['state', 'deadline', 'procedure']);
    expect(kindsOf(without(conditions, 'deadline'))).toEqual(['state', 'procedure']);
  });

  it('have no place for anything that was typed', () => {
    expect(CaseConditions.safeParse({ typed: '试填' }).success).toBe(false);
    expect(CaseConditions.safeParse({ received: { from: '试填', to: '2026-01-09' } }).success).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import type { DeskEvent, JournalRecord } from '#shared/case/batch.ts';
import { decideOffice } from '#shared/case/office.decide.ts';
import { newEventId, newPersonId, type OfficeCode } from '#shared/core/ids.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { expectOk } from '#shared/core/result.ts';
import { at } from '#shared/fixtures/community.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import { findPeriodById } from '#shared/procedure/duty.due.ts';
import { numberGaps } from '#shared/reports/number.trail.ts';
import { periodFigures } from '#shared/reports/period.figures.ts';
import { surveyPeriod, type PeriodSurvey, type SurveyedPeriod } from './period.survey.ts';

const pack = ladderPack();
const Q3 = { procedure: 'ladder', duty: 'Q', period: '2026-Q3' };
const Q4 = { ...Q3, period: '2026-Q4' };

/** An office with its journal, in which a quarter is closed by whoever may approve that. */
class Books extends MadeDesk {
  readonly records: JournalRecord[] = [];

  constructor() {
    super(pack);
    const by = { person: newPersonId(this.ids), name: '王登记', role: 'administrator' as const, station: '' };
    this.write([
      {
        ...{ v: 1, id: newEventId(this.ids), at: at('2026-07-01T08:00'), by, stream: 'office' },
        ...{ type: 'office-founded', name: '凤凰社区居委会', code: 'PHX-0371' as OfficeCode, prefix: '凤社' },
        ...{ first_number: 1, procedure: 'ladder', signing_key: 'RWQtest' },
      },
    ]);
  }

  override take(name: string, events: readonly DeskEvent[]): void {
    super.take(name, events);
    this.write(events);
  }

  private write(events: readonly DeskEvent[]): void {
    const seq = this.records.length + 1;
    this.records.push({ seq, hash: String(seq).padStart(64, '0'), events });
  }

  survey(which: SurveyedPeriod = Q3): Promise<PeriodSurvey> {
    async function* read(records: readonly JournalRecord[]) {
      for (const record of records) yield await Promise.resolve(record);
    }
    return surveyPeriod({ read: () => read(this.records) }, { procedures: [pack], guidance: [] }, which);
  }

  async figures(which: SurveyedPeriod = Q3, now = '2026-12-31T18:00') {
    const survey = await this.survey(which);
    const days = findPeriodById(which.period)!;
    return periodFigures(survey.cases, days, { ...this.context(now), now: survey.done?.at ?? at(now) });
  }

  lock(now: string, month: string): this {
    const by = { person: newPersonId(this.ids), name: '赵主任', role: 'supervisor' as const, station: '' };
    this.take('', [
      {
        ...{ v: 1, id: newEventId(this.ids), at: at(now), by, stream: 'office', type: 'month-locked' },
        ...{ period: month as PlainMonth, remarks: [] },
      },
    ]);
    return this;
  }

  async close(now: string, which = Q3, early = false): Promise<this> {
    const remarks = ['overdue', ...(early ? ['early'] : [])].map(item => ({ item, text: '试' }));
    const counted = { figures: await this.figures(which, now) };
    const command = { ...which, type: 'close-period' as const, counted, remarks };
    this.take('', expectOk(decideOffice(this.office, command, this.deciding(now))));
    return this;
  }
}

describe('the books of a closed quarter', () => {
  it('are those of its close, whatever is written later', async () => {
    const books = new Books().register('2026-09-20T09:00').register('2026-09-28T09:00', {}, 'B');
    await books.close('2026-10-01T09:00');
    const then = await books.figures();
    expect((await books.survey()).done?.figures).toEqual(then);
    books.register('2026-10-02T09:00', {}, 'C', '2026-09-29T15:00');
    books.act('2026-10-05T09:00', { type: 'change-fields', values: { subject: '电梯门' }, reason: '更正' });
    expect(await books.figures()).toEqual(then);
    const { cases, journal } = await books.survey();
    expect(cases.map(({ state }) => state.values['subject'])).toEqual(['电梯', '电梯']);
    expect(journal.seq).toBe(books.records.length);
  });

  it('are corrected by the next quarter, which counts what came late, and names no value', async () => {
    const books = new Books().register('2026-09-20T09:00');
    await books.close('2026-10-01T09:00');
    books.register('2026-10-02T09:00', {}, 'C', '2026-09-29T15:00');
    books.act('2026-10-05T09:00', { type: 'change-fields', values: { subject: '电梯门' }, reason: '更正' });
    const { corrections } = await books.survey(Q4);
    expect(corrections).toMatchObject([
      { kind: 'late', of: '2026-Q3', in: '2026-Q4' },
      { kind: 'fields', of: '2026-Q3', in: '2026-Q4', what: [{ zh: '事由' }] },
    ]);
    expect(JSON.stringify(corrections)).not.toContain('电梯门');
    expect(await books.figures(Q4)).toMatchObject({ received: 1, open: 2 });
    expect((await books.survey(Q3)).corrections).toEqual(corrections);
  });

  it('closed early, leave everything of its last days to the next one', async () => {
    const books = new Books().register('2026-09-02T09:00').step('2026-09-02T10:00', 'accept');
    await books.close('2026-09-10T09:00', Q3, true);
    books.step('2026-09-20T10:00', 'answer');
    books.register('2026-09-25T09:00', {}, 'B');
    expect(await books.figures(Q3)).toMatchObject({ received: 1, closed: 0, open: 1 });
    expect(await books.figures(Q4)).toMatchObject({ received: 1, closed: 1, open: 1 });
  });

  it('know the numbers that were left out in it', async () => {
    const books = new Books().register('2026-09-20T09:00');
    const start = {
      type: 'start-number' as const,
      counter: Object.keys(books.office.counters)[0]!,
      first: 5,
    };
    books.take('', expectOk(decideOffice(books.office, start, books.deciding('2026-09-21T09:00'))));
    books.register('2026-09-22T09:00', {}, 'B');
    await books.close('2026-10-01T09:00');
    const { numbers } = await books.survey();
    expect(numberGaps(numbers, '2026-Q3')).toMatchObject([{ from: 2, to: 4 }]);
  });

  it('leave out cases of other procedures, and are open until the close', async () => {
    const books = new Books().register('2026-09-20T09:00');
    const other = await books.survey({ ...Q3, procedure: 'other' });
    expect(other.cases).toEqual([]);
    const open = await books.survey();
    expect(open.done).toBeUndefined();
    expect(open.cases).toHaveLength(1);
  });
});

describe('the books of a locked month', () => {
  const OCTOBER = { procedure: 'ladder', duty: null, period: '2026-10' };
  const NOVEMBER = { ...OCTOBER, period: '2026-11' };

  it('are those of its lock, and the next month takes what came late and names what was corrected', async () => {
    const books = new Books().register('2026-10-20T09:00').register('2026-10-21T09:00', {}, 'B');
    expect((await books.survey(OCTOBER)).done).toBeUndefined();
    books.lock('2026-11-01T09:00', '2026-10');
    const then = await books.figures(OCTOBER);
    expect(then).toMatchObject({ received: 2, open: 2 });
    books.register('2026-11-02T09:00', {}, 'C', '2026-10-29T15:00');
    books.step('2026-11-02T10:00', 'accept', {}, 'B');
    books.act('2026-11-03T09:00', { type: 'change-fields', values: { subject: '电梯门' }, reason: '更正' });
    const october = await books.survey(OCTOBER);
    expect(october.done?.at).toBe(at('2026-11-01T09:00'));
    expect(await books.figures(OCTOBER)).toEqual(then);
    expect(october.cases.map(({ state }) => state.values['subject'])).toEqual(['电梯', '电梯']);
    expect(await books.figures(NOVEMBER)).toMatchObject({ received: 1, open: 3 });
    expect((await books.survey(NOVEMBER)).corrections).toMatchObject([
      { kind: 'late', of: '2026-10', in: '2026-11' },
      { kind: 'fields', of: '2026-10', in: '2026-11' },
    ]);
  });

  it('take in nothing either where a later month was locked, and one before the founding keeps its cases', async () => {
    const books = new Books().register('2026-08-20T09:00').lock('2026-10-02T09:00', '2026-09');
    books.register('2026-10-03T09:00', {}, 'B', '2026-08-25T09:00');
    books.register('2026-10-04T09:00', {}, 'C', '2026-06-25T09:00');
    expect(await books.figures({ ...OCTOBER, period: '2026-08' })).toMatchObject({ received: 1 });
    expect(await books.figures(OCTOBER)).toMatchObject({ received: 1 });
    expect(await books.figures({ ...OCTOBER, period: '2026-06' })).toMatchObject({ received: 1 });
  });
});

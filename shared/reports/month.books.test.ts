import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '#shared/case/case.events.ts';
import { dateOf, instantFromMs, msOf, type Instant } from '#shared/core/instant.ts';
import { addMonthsTo, monthOf, type PlainMonth } from '#shared/core/plain-date.ts';
import { newCaseId, newEventId, newPersonId, type CaseId } from '#shared/core/ids.ts';
import {
  at,
  communityProcedure,
  countingIds,
  STEADY_HOURS,
  officialCalendar,
} from '#shared/fixtures/community.ts';
import { countCase, countsIn, openAfterLock, type CountedCase } from './counted-case.ts';
import { registeredCases, reportedCases, type MonthBooks } from './month.books.ts';
import { countMonth, type MonthStatistics } from './month.statistics.ts';

const procedure = communityProcedure();
const calendar = officialCalendar();
const track = procedure.tracks[0]!;
const END = track.states.find(({ kind }) => kind === 'done')!.id;
const month = (text: string): PlainMonth => text as PlainMonth;
const OCTOBER = month('2026-10');
const NOVEMBER = month('2026-11');

/** The books of an office, kept as the journal is written. */
class Office {
  readonly cases = new Map<CaseId, CountedCase>();
  private openFrom = OCTOBER;
  private readonly ids = countingIds();
  private readonly by = {
    person: newPersonId(this.ids),
    name: '王登记',
    role: 'registrar' as const,
    station: 'PC-1',
  };

  lock(period: PlainMonth): void {
    this.openFrom = openAfterLock(this.openFrom, period);
  }

  register(written: Instant, received = written): CaseId {
    const id = newCaseId(this.ids);
    this.take({
      ...this.head(id, written),
      type: 'registered',
      procedure: { id: procedure.id, version: procedure.version, hash: procedure.hash },
      number: `凤社〔2026〕${this.cases.size + 1}号`,
      received_at: received,
      values: {},
    });
    return id;
  }

  enter(id: CaseId, state: string, now: Instant): void {
    const from = this.cases.get(id)!.state.tracks[track.id]!.state;
    this.take({ ...this.head(id, now), type: 'track-closed', track: track.id, from, to: state });
  }

  books(period: PlainMonth, moved: Iterable<CaseId> = this.cases.keys()): MonthBooks {
    return { period, cases: new Map(this.cases), moved: new Set(moved) };
  }

  private head(id: CaseId, now: Instant) {
    const seq = (this.cases.get(id)?.state.seq ?? 0) + 1;
    return {
      ...{ v: 1 as const, id: newEventId(this.ids), at: now, by: this.by },
      stream: 'case' as const,
      case: id,
      seq,
    };
  }

  private take(event: CaseEvent): void {
    this.cases.set(event.case, countCase(this.cases.get(event.case), event, procedure, this.openFrom));
  }
}

const figures = (books: MonthBooks, now = at('2026-12-31T12:00')): MonthStatistics =>
  countMonth(books, () => procedure, { now, calendar, officeHours: STEADY_HOURS }).statistics;

describe('the month a case counts in', () => {
  it('is the month of its receipt, as long as that is open', () => {
    const office = new Office();
    office.register(at('2026-11-02T09:00'), at('2026-10-31T16:00'));
    expect(figures(office.books(OCTOBER)).registered).toBe(1);
    expect(figures(office.books(NOVEMBER)).registered).toBe(0);
  });

  it('is the next one for what is registered after its month was locked early', () => {
    const office = new Office();
    office.register(at('2026-10-12T09:00'));
    office.lock(OCTOBER);
    office.register(at('2026-10-20T09:00'));
    expect(figures(office.books(OCTOBER)).registered).toBe(1);
    const november = office.books(NOVEMBER, []);
    expect(figures(november)).toMatchObject({ registered: 1, zeroReport: false });
    expect(registeredCases(november)).toEqual(reportedCases(november));
  });

  it('is never before the office began, nor one yet to come', () => {
    const office = new Office();
    office.register(at('2026-10-08T09:00'), at('2025-03-02T09:00'));
    office.register(at('2026-10-08T09:00'), at('2027-10-08T09:00'));
    expect(figures(office.books(OCTOBER)).registered).toBe(2);
  });

  it('of its closing is settled once, and again only after it was opened again', () => {
    const office = new Office();
    const id = office.register(at('2026-10-08T09:00'));
    office.lock(OCTOBER);
    office.enter(id, END, at('2026-10-25T09:00'));
    expect(office.cases.get(id)).toMatchObject({ registeredIn: OCTOBER, closedIn: NOVEMBER });
    const other = track.states.find(({ id: name, kind }) => kind !== 'open' && name !== END);
    if (other) office.enter(id, other.id, at('2026-12-02T09:00'));
    expect(office.cases.get(id)?.closedIn).toBe(NOVEMBER);
    office.enter(id, track.initial, at('2026-12-03T09:00'));
    expect(office.cases.get(id)?.closedIn).toBeNull();
    office.enter(id, END, at('2026-12-04T09:00'));
    expect(office.cases.get(id)?.closedIn).toBe('2026-12');
  });

  it('is a zero report only if headquarters is told of no case at all', () => {
    const office = new Office();
    const id = office.register(at('2026-10-08T09:00'));
    office.lock(OCTOBER);
    expect(figures(office.books(NOVEMBER, [])).zeroReport).toBe(true);
    expect(figures(office.books(NOVEMBER, [id]))).toMatchObject({ registered: 0, zeroReport: false });
  });

  it('of a case that was written down in the next month already is told there', () => {
    const office = new Office();
    const id = office.register(at('2026-11-03T09:00'));
    office.lock(OCTOBER);
    expect(reportedCases(office.books(OCTOBER, [id]))).toEqual([]);
    expect(figures(office.books(OCTOBER, [id]))).toMatchObject({ registered: 0, open: 0, zeroReport: true });
    expect(reportedCases(office.books(NOVEMBER, []))).toHaveLength(1);
  });
});

const DAY_MS = 86_400_000;
const START = msOf(at('2026-10-01T08:00'));

type Act =
  | { readonly do: 'register'; readonly day: number; readonly receivedBefore: number }
  | { readonly do: 'move'; readonly day: number; readonly which: number; readonly close: boolean }
  | { readonly do: 'lock'; readonly ahead: number };

// Days go to and fro: a PC's clock is set back at times, and the order of the journal counts all the same.
const day = fc.integer({ min: -40, max: 120 });
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('register' as const),
      day,
      receivedBefore: fc.integer({ min: -40, max: 90 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('move' as const), day, which: fc.nat(50), close: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('lock' as const), ahead: fc.integer({ min: 0, max: 4 }) }),
  },
);

describe('any history of registrations, closings and locks', () => {
  it('counts every case in exactly one month, and leaves locked months as they were', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), acts => {
        const office = new Office();
        const locked = new Map<PlainMonth, MonthStatistics>();
        const counted = ({ registered, closed }: MonthStatistics) => ({ registered, closed });
        for (const each of acts) {
          if (each.do === 'lock') {
            const period = addMonthsTo(OCTOBER, each.ahead);
            if (locked.has(period)) continue;
            office.lock(period);
            locked.set(period, figures(office.books(period)));
          } else {
            const now = instantFromMs(START + each.day * DAY_MS);
            const id = [...office.cases.keys()][each.do === 'move' ? each.which : -1];
            if (each.do === 'register')
              office.register(now, instantFromMs(msOf(now) - each.receivedBefore * DAY_MS));
            else if (id) office.enter(id, each.close ? END : track.initial, now);
          }
        }
        const months = Array.from({ length: 12 }, (_, n) => addMonthsTo(OCTOBER, n));
        const all = months.map(period => figures(office.books(period)));
        const sum = (of: (each: MonthStatistics) => number): number =>
          all.reduce((n, each) => n + of(each), 0);
        expect(sum(each => each.registered)).toBe(office.cases.size);
        const closed = [...office.cases.values()].filter(({ closedIn }) => closedIn !== null);
        expect(sum(each => each.closed)).toBe(closed.length);
        for (const { registeredIn, closedIn } of closed) expect(closedIn! >= registeredIn).toBe(true);
        for (const [period, then] of locked) {
          expect(registeredCases(office.books(period))).toHaveLength(then.registered);
          // A case that was opened again may be closed again later; nothing is added to a locked month.
          expect(counted(figures(office.books(period))).closed).toBeLessThanOrEqual(then.closed);
        }
        for (const period of months) {
          const books = office.books(period, []);
          expect(figures(books).zeroReport).toBe(reportedCases(books).length === 0);
          expect(reportedCases(books)).toEqual(expect.arrayContaining([...registeredCases(books)]));
        }
      }),
      { seed: 20261101, numRuns: 150 },
    );
  });

  it('moves forward only', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.nat(30), (happened, openFrom, lockedOne) => {
        const [a, b, c] = [happened, openFrom, lockedOne].map(n => addMonthsTo(OCTOBER, n - 15)) as [
          PlainMonth,
          PlainMonth,
          PlainMonth,
        ];
        const next = openAfterLock(b, c);
        expect(next > c && next >= b).toBe(true);
        expect(countsIn(a, b) >= a && countsIn(a, b) >= b).toBe(true);
        expect([a, b]).toContain(countsIn(a, b));
        expect(monthOf(dateOf(at(`${a}-15T12:00`)))).toBe(a);
      }),
      { seed: 20261102, numRuns: 200 },
    );
  });
});

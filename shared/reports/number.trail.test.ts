import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OfficeEvent } from '#shared/case/office.events.ts';
import { newCaseId, newEventId, newPersonId } from '#shared/core/ids.ts';
import { monthOf, type PlainMonth } from '#shared/core/plain-date.ts';
import { at, countingIds } from '#shared/fixtures/community.ts';
import { countsIn } from './counted-case.ts';
import { numberGaps, numberTrail, type NumberTrail } from './number.trail.ts';

const OCTOBER = '2026-10' as PlainMonth;
const ids = countingIds();
const by = { person: newPersonId(ids), name: '王登记', role: 'registrar' as const, station: 'PC-1' };
const head = (day = '2026-10-08') => ({
  ...{ v: 1 as const, id: newEventId(ids), at: at(`${day}T09:00`), by, stream: 'office' as const },
});
const given = (n: number, counter = 'register/2026', day?: string): OfficeEvent => ({
  ...{ ...head(day), type: 'number-allocated', counter, n, number: `${n}号`, case: newCaseId(ids) },
});
const reserved = (from: number, to: number): OfficeEvent => ({
  ...{ ...head(), type: 'block-reserved', counter: 'register/2026', from, to, for: '分点' },
});

function trailOf(events: readonly OfficeEvent[]): NumberTrail {
  const trail = numberTrail();
  for (const event of events) trail.follow(event, date => countsIn(monthOf(date), OCTOBER));
  return trail;
}

const missing = (events: readonly OfficeEvent[]): readonly number[] =>
  numberGaps(trailOf(events), OCTOBER).flatMap(({ from, to }) =>
    Array.from({ length: to - from + 1 }, (_, nth) => from + nth),
  );

describe('numbers that are missing', () => {
  it('are exactly those between the first and the last that nobody was given and no other desk has', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 30 });
    const block = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 8 }));
    fc.assert(
      fc.property(numbers, fc.array(block, { maxLength: 3 }), (chosen, blocks) => {
        const isAway = (n: number): boolean => blocks.some(([from, more]) => from <= n && n <= from + more);
        const own = chosen.filter(n => !isAway(n)).toSorted((a, b) => a - b);
        const events = [
          ...blocks.map(([from, more]) => reserved(from, from + more)),
          ...own.map(n => given(n)),
        ];
        const [first = 0, last = 0] = [own[0], own.at(-1)];
        const expected = Array.from({ length: Math.max(0, last - first) }, (_, nth) => first + nth).filter(
          n => !own.includes(n) && !isAway(n),
        );
        expect(missing(events)).toEqual(expected);
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it('are of their own series, and of the month in which the next one was given', () => {
    const events = [
      given(1),
      given(1, 'letters/2026'),
      given(2, 'letters/2026'),
      given(4, undefined, '2026-11-02'),
    ];
    expect(missing(events)).toEqual([]);
    expect(numberGaps(trailOf(events), '2026-11' as PlainMonth)).toEqual([{ after: '1号', from: 2, to: 3 }]);
  });

  it('are none before the first: an office that joins in the middle of a year has those on paper', () => {
    expect(missing([given(371), given(372)])).toEqual([]);
  });
});

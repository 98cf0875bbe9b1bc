import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseId } from '#shared/core/ids.ts';
import { addDays, plainDate, type PlainDate, type PlainMonth } from '#shared/core/plain-date.ts';
import {
  DEADLINE_STATES,
  kindsOf,
  receivedDays,
  RECEIVED_SPANS,
  without,
  type CaseConditions,
} from '#shared/list/case.conditions.ts';
import type { CaseStore } from '../case-store.ts';
import { numberOrder } from '#shared/procedure/number-order.ts';
import type { CaseRow } from '../store-rows.ts';
import { emptyStore } from '../testing/store.fixture.ts';
import { caseIdsBy, type CaseListQuery } from './case-ids.ts';
import { keysInUse, sievesOf, sifted } from './case-sieves.ts';

const COUNT = 20_000;
const TODAY = plainDate('2026-10-08');
const STATES = ['registered', 'handling', 'waiting', 'filed'];
const CATEGORIES = ['', 'noise', 'repairs', 'property'];
const PROCEDURES = ['one', 'other'];

/** Spread by a prime, so that no two columns run alike. */
const nth = <T>(values: readonly T[], index: number, prime: number): T =>
  values[(index * prime) % values.length]!;

function rowOf(index: number): CaseRow {
  const state = nth(STATES, index, 7);
  const shelf = state === 'filed' ? 'closed' : 'open';
  const hasDue = shelf === 'open' && index % 5 !== 0;
  const number = `样〔2026〕${index + 1}号`;
  return {
    id: `01K${String((index * 7919) % COUNT).padStart(23, '0')}` as CaseId,
    ...{ number, order: numberOrder(number), shelf, state },
    received: addDays(TODAY, -((index * 31) % 700)),
    status: shelf === 'open' ? 'open' : 'done',
    procedure: nth(PROCEDURES, index, 3),
    category: nth(CATEGORIES, index, 11),
    due: hasDue ? addDays(TODAY, ((index * 13) % 41) - 20) : '',
    ...{ dues: [], wakes: '', closed: '', late: false, asks: [], papers: [], documents: [] },
    sealed: { iv: new Uint8Array(12), data: new ArrayBuffer(1) },
  };
}

const rows = Array.from({ length: COUNT }, (_, index) => rowOf(index));
/** Due today, and the hour has passed. */
const overdue = rows.filter(row => row.due === TODAY && row.order.endsWith('1号')).map(({ id }) => id);
const late = new Set(overdue);
const context = { today: TODAY, overdue };

let store: CaseStore;
beforeAll(async () => {
  store = await emptyStore();
  await store.db.cases.bulkAdd(rows);
}, 60_000);

function deadlineOf({ id, shelf, due }: CaseRow): string {
  if (due === '') return 'none';
  if (shelf !== 'open') return 'closed';
  if (due < TODAY || late.has(id)) return 'overdue';
  if (due === TODAY) return 'today';
  return due <= addDays(TODAY, 3) ? 'soon' : 'later';
}

function meets(row: CaseRow, { procedure, state, category, received, deadline }: CaseConditions): boolean {
  const days = received && receivedDays(received, TODAY);
  return (
    (procedure?.includes(row.procedure) ?? true) &&
    (state?.includes(row.state) ?? true) &&
    (category?.includes(row.category) ?? true) &&
    (!days || (row.received >= days.from && row.received <= days.to)) &&
    (deadline?.some(each => each === deadlineOf(row)) ?? true)
  );
}

const some = <T>(values: readonly T[]) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 }), { nil: undefined });
const day = fc.integer({ min: 0, max: 800 }).map((back): PlainDate => addDays(TODAY, 50 - back));
const span = fc.tuple(day, day).map(([one, other]) => ({
  from: one < other ? one : other,
  to: one < other ? other : one,
}));
const conditionsArb: fc.Arbitrary<CaseConditions> = fc
  .record({
    procedure: some(PROCEDURES),
    state: some(STATES),
    category: some(CATEGORIES.filter(Boolean)),
    received: fc.option(fc.oneof(fc.constantFrom(...RECEIVED_SPANS), span), { nil: undefined }),
    deadline: some(DEADLINE_STATES),
  })
  .map(given => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));

const queryArb: fc.Arbitrary<CaseListQuery> = fc.record({
  view: fc.constantFrom<CaseListQuery['view']>('open', 'closed', 'all', '2026-09' as PlainMonth),
  sort: fc.constantFrom('due', 'number', 'received'),
  direction: fc.constantFrom('ascending', 'descending'),
});

const isIn = (row: CaseRow, view: CaseListQuery['view']): boolean =>
  view === 'all' || row.shelf === view || (typeof view === 'string' && row.received.startsWith(view));

/** The order as it is promised: by the key, ties by id, without a day always last; over all, the open ones first. */
function inOrder(found: readonly CaseRow[], { view, sort, direction }: CaseListQuery): readonly CaseId[] {
  const key = ({ order, received, due }: CaseRow): string =>
    sort === 'number' ? order : sort === 'received' ? received : due;
  const turn = direction === 'ascending' ? 1 : -1;
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const last = (row: CaseRow): number =>
    sort !== 'due' || row.due !== '' ? 0 : view === 'all' && row.shelf === 'closed' ? 2 : 1;
  return found
    .toSorted((a, b) => {
      const byLast = last(a) - last(b);
      if (byLast !== 0) return byLast;
      // Among those without a day nothing turns.
      const way = last(a) > 0 ? 1 : turn;
      return way * (compare(key(a), key(b)) || compare(a.id, b.id));
    })
    .map(({ id }) => id);
}

describe('a list of twenty thousand cases', () => {
  it('holds, in order, what a plain array holds: under any conditions, in any view, sorted any way', async () => {
    await fc.assert(
      fc.asyncProperty(queryArb, conditionsArb, fc.nat(COUNT), async (query, conditions, from) => {
        const [ids, sieves] = await Promise.all([
          caseIdsBy(store, query),
          sievesOf(store, conditions, context),
        ]);
        const found = sifted(ids, sieves);
        const expected = inOrder(
          rows.filter(row => isIn(row, query.view) && meets(row, conditions)),
          query,
        );
        expect(found.length).toBe(expected.length);
        expect(found.slice(from, from + 50)).toEqual(expected.slice(from, from + 50));
        expect(found.slice(0, 50)).toEqual(expected.slice(0, 50));
        for (const kind of kindsOf(conditions)) {
          const rest = without(conditions, kind);
          const left = rows.filter(row => isIn(row, query.view) && meets(row, rest)).length;
          expect(sifted(ids, sieves, kind)).toHaveLength(left);
        }
      }),
      { seed: 20_261_008, numRuns: 40 },
    );
  }, 60_000);

  it('names the keys that occur, and none for what is empty', async () => {
    expect(await keysInUse(store)).toEqual({
      state: STATES.toSorted(),
      category: CATEGORIES.filter(Boolean).toSorted(),
      procedure: PROCEDURES,
    });
  });

  it('lets every case stand in exactly one state of its deadline', async () => {
    const sieves = await Promise.all(
      DEADLINE_STATES.map(each => sievesOf(store, { deadline: [each] }, context)),
    );
    const sizes = sieves.flatMap(([sieve]) => sieve?.ids.size ?? 0);
    expect(Math.min(...sizes)).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(COUNT);
  });
});

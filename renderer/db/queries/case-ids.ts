import { Dexie } from 'dexie';
import type { CaseId } from '#shared/core/ids.ts';
import { firstDayOf, lastDayOf, monthOf, type PlainDate, type PlainMonth } from '#shared/core/plain-date.ts';
import type { Role } from '#shared/procedure/role.ts';
import type { CaseStore } from '../case-store.ts';
import { numberOrder } from '#shared/procedure/number-order.ts';
import type { CaseRow, Shelf } from '../store-rows.ts';
import { ofEach } from './of-each.ts';
import { closedByDue, duesOnOthers, openByDue } from './open-dues.ts';

/** Those that wait for somebody's approval. */
export interface AskingView {
  readonly asks: readonly Role[];
}

/** Those that were closed in a month, or of them those that were in time. */
export interface ClosedInView {
  readonly closedIn: PlainMonth;
  readonly inTime?: true;
}

/** Those that were found otherwise: as overdue by the minute. */
export interface FoundView {
  readonly found: readonly CaseId[];
}

/** Open, closed, all of them, those received in a month, or those of a kind. */
export type CaseView = 'open' | 'all' | 'closed' | PlainMonth | AskingView | ClosedInView | FoundView;
export type CaseSort = 'due' | 'number' | 'received';

export interface CaseListQuery {
  readonly view: CaseView;
  readonly sort: CaseSort;
  readonly direction: 'ascending' | 'descending';
}

const INDEX = { number: 'order', received: 'received' } as const;

const whole = (store: CaseStore, index: string, shelf: Shelf) =>
  store.db.cases.where(`[shelf+${index}]`).between([shelf, Dexie.minKey], [shelf, Dexie.maxKey]);

const turned = <T>(keys: readonly T[], { direction }: CaseListQuery): readonly T[] =>
  direction === 'ascending' ? keys : keys.toReversed();

/** A case without a date comes last, whichever way the dates run. A closed one has one where an order waits. */
async function byDue(store: CaseStore, shelf: Shelf, query: CaseListQuery): Promise<readonly CaseId[]> {
  const { dated, undated } = shelf === 'open' ? await openByDue(store) : await closedByDue(store);
  return [...turned(dated, query), ...undated];
}

const byIndex = async (
  store: CaseStore,
  index: 'order' | 'received',
  view: 'all' | Shelf,
  query: CaseListQuery,
): Promise<readonly CaseId[]> => {
  const range = view === 'all' ? store.db.cases.orderBy(index) : whole(store, index, view);
  return turned(await range.primaryKeys(), query);
};

/** What is few enough to be sorted here. */
async function sorted(
  store: CaseStore,
  found: readonly CaseRow[],
  query: CaseListQuery,
): Promise<readonly CaseId[]> {
  const { sort } = query;
  const known = sort === 'due' ? await duesOnOthers(store) : undefined;
  const rows = found
    .map(row => ({
      id: row.id,
      by: known ? (known.get(row.id) ?? row.due) : row[INDEX[sort as keyof typeof INDEX]],
    }))
    .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : a.id < b.id ? -1 : 1));
  const placed = rows.filter(({ by }) => by !== '').map(({ id }) => id);
  return [...turned(placed, query), ...rows.filter(({ by }) => by === '').map(({ id }) => id)];
}

const ofMonth = async (
  store: CaseStore,
  month: PlainMonth,
  query: CaseListQuery,
): Promise<readonly CaseId[]> => {
  const range = store.db.cases.where('received').between(firstDayOf(month), lastDayOf(month), true, true);
  return query.sort === 'received'
    ? turned(await range.primaryKeys(), query)
    : sorted(store, await range.toArray(), query);
};

const asking = (store: CaseStore, roles: readonly Role[]) =>
  store.db.cases
    .where('asks')
    .anyOf([...roles])
    .distinct();

/** Counted after every change, so by keys alone; a case that asks two of the roles is one. */
async function askingCount(store: CaseStore, roles: readonly Role[]): Promise<number> {
  const ids = await ofEach(roles, role => store.db.cases.where('asks').equals(role).primaryKeys());
  return new Set(ids).size;
}

const closedIn = (store: CaseStore, month: PlainMonth) =>
  store.db.cases.where('closed').between(firstDayOf(month), lastDayOf(month), true, true);

type OwnView = AskingView | ClosedInView | FoundView;
type NamedView = Exclude<CaseView, OwnView>;

/** Cases of views that are few: they are sorted here. */
async function rowsOf(store: CaseStore, view: OwnView): Promise<readonly CaseRow[]> {
  if ('asks' in view) return asking(store, view.asks).toArray();
  if ('found' in view)
    return (await store.db.cases.bulkGet([...view.found])).filter(row => row !== undefined);
  const rows = closedIn(store, view.closedIn);
  return view.inTime ? rows.filter(({ late }) => !late).toArray() : rows.toArray();
}

const isShelf = (view: NamedView): view is Shelf => view === 'open' || view === 'closed';
const isMonth = (view: NamedView): view is PlainMonth => !isShelf(view) && view !== 'all';

/** Ids of a whole view in order. Keys only: rows are fetched for what is on the screen. */
export async function caseIdsBy(store: CaseStore, query: CaseListQuery): Promise<readonly CaseId[]> {
  const { view, sort } = query;
  if (typeof view === 'object') return sorted(store, await rowsOf(store, view), query);
  if (isMonth(view)) return ofMonth(store, view, query);
  if (sort !== 'due') return byIndex(store, INDEX[sort], view, query);
  if (isShelf(view)) return byDue(store, view, query);
  // The open ones come first either way.
  return [...(await byDue(store, 'open', query)), ...(await byDue(store, 'closed', query))];
}

export async function findCaseByNumber(store: CaseStore, number: string): Promise<CaseId | undefined> {
  const [id] = await store.db.cases.where('order').equals(numberOrder(number.trim())).primaryKeys();
  return id;
}

export interface CaseCounts {
  readonly open: number;
  readonly closed: number;
  readonly all: number;
  /** Received this month. */
  readonly thisMonth: number;
  /** Closed this month, and of them those with no limit met late. */
  readonly closedThisMonth: number;
  readonly inTimeThisMonth: number;
  /** Waiting for these roles to approve something. */
  readonly asking: number;
}

export async function caseCounts(
  store: CaseStore,
  today: PlainDate,
  roles: readonly Role[] = [],
): Promise<CaseCounts> {
  const { cases } = store.db;
  const month = monthOf(today);
  const [open, closed, thisMonth, closedNow, inTime, waiting] = await Promise.all([
    whole(store, 'due', 'open').count(),
    whole(store, 'due', 'closed').count(),
    cases.where('received').startsWith(today.slice(0, 7)).count(),
    closedIn(store, month).count(),
    closedIn(store, month)
      .filter(({ late }) => !late)
      .count(),
    askingCount(store, roles),
  ]);
  return {
    ...{ open, closed, all: open + closed, thisMonth },
    ...{ closedThisMonth: closedNow, inTimeThisMonth: inTime, asking: waiting },
  };
}

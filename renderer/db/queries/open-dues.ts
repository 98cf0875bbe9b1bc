import Dexie, { type Collection } from 'dexie';
import { nextClock, owedClocks } from '#shared/case/clocks.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { officeState, type CaseStore } from '../case-store.ts';
import type { CaseRow, Shelf } from '../store-rows.ts';
import { casesOnOthers, dueContext } from './on-others.ts';

/**
 * The last day of the next limit of open cases whose days hang on the cases of other people; their rows do not know
 * it. Empty text for a case without such a day. Elsewhere the row is right, and nothing is opened.
 */
export async function duesOnOthers(store: CaseStore): Promise<ReadonlyMap<CaseId, string>> {
  const office = await officeState(store);
  const { cases, others } = await casesOnOthers(store, office);
  return new Map(
    cases.map(({ state, procedure }) => {
      const next = nextClock(owedClocks(procedure, state, dueContext(store, state, office, others)));
      return [state.id, next?.counted?.dueDate ?? ''];
    }),
  );
}

const rowsBetween = (
  store: CaseStore,
  shelf: Shelf,
  from: string,
  to: string,
  withTo = true,
): Collection<CaseRow, CaseId> =>
  store.db.cases.where('[shelf+due]').between([shelf, from], [shelf, to], true, withTo);

/** Cases of which something is owed next on one of the days, in no order. Of a closed one it is an answer to an order. */
export async function dueBetween(store: CaseStore, from: string, to: string): Promise<readonly CaseId[]> {
  const [open, closed, known] = await Promise.all([
    rowsBetween(store, 'open', from, to).primaryKeys(),
    rowsBetween(store, 'closed', from, to).primaryKeys(),
    duesOnOthers(store),
  ]);
  const ids = [...open, ...closed];
  if (known.size === 0) return ids;
  const moved = [...known].filter(([, due]) => from <= due && due <= to).map(([id]) => id);
  return [...ids.filter(id => !known.has(id)), ...moved];
}

export interface ByDue {
  /** Soonest first. */
  readonly dated: readonly CaseId[];
  readonly undated: readonly CaseId[];
}

async function rowsByDue(store: CaseStore, shelf: Shelf): Promise<ByDue> {
  const [keys, count] = await Promise.all([
    store.db.cases.where('[shelf+due]').between([shelf, Dexie.minKey], [shelf, Dexie.maxKey]).primaryKeys(),
    store.db.cases.where('[shelf+due]').equals([shelf, '']).count(),
  ]);
  return { dated: keys.slice(count), undated: keys.slice(0, count) };
}

/** Days of closed cases hang on nobody else. */
export const closedByDue = (store: CaseStore): Promise<ByDue> => rowsByDue(store, 'closed');

/** All open cases by the last day of their next limit. Keys only, but for those whose days hang on others. */
export async function openByDue(store: CaseStore): Promise<ByDue> {
  const [rows, known] = await Promise.all([rowsByDue(store, 'open'), duesOnOthers(store)]);
  if (known.size === 0) return rows;
  const placed = await Promise.all(
    [...known]
      .filter(([, due]) => due !== '')
      .map(async ([id, due]) => ({ id, due, at: await rowsBetween(store, 'open', '0', due, false).count() })),
  );
  placed.sort((a, b) => a.at - b.at || (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : 1));
  const dated: CaseId[] = [];
  let next = 0;
  for (const [at, id] of rows.dated.entries()) {
    for (let each = placed[next]; each && each.at <= at; each = placed[++next]) dated.push(each.id);
    if (!known.has(id)) dated.push(id);
  }
  dated.push(...placed.slice(next).map(({ id }) => id));
  const undated = [
    ...rows.undated.filter(id => !known.has(id)),
    ...[...known].flatMap(([id, due]) => (due === '' ? [id] : [])),
  ];
  return { dated, undated };
}

import type { CaseEvent } from '#shared/case/case.events.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { caseState, type CaseStore } from '../case-store.ts';
import { numberOrder } from '#shared/procedure/number-order.ts';
import { caseEvents } from '../queries/case-rows.ts';
import { eventPlace } from '../sealing/places.ts';
import { unseal } from '../sealing/seal.ts';
import type { OrphanRow, RecordedEvent } from '../store-rows.ts';

/** What was acknowledged once and stands in the journal no more, as far as nobody has entered it again. */
export interface LostCases {
  readonly events: number;
  /** Of the cases, one each. */
  readonly numbers: readonly string[];
}

interface Orphan {
  readonly row: OrphanRow;
  readonly events: readonly CaseEvent[];
}

/** Rows of another ledger's key tell nothing; they stay where they are. */
async function openOrphan(store: CaseStore, row: OrphanRow): Promise<readonly Orphan[]> {
  const place = eventPlace(row.case, row.seq);
  try {
    const recorded = await unseal<readonly RecordedEvent[]>(store.key, place, row.sealed);
    return [{ row, events: recorded.filter(({ record }) => record > row.after).map(({ event }) => event) }];
  } catch {
    return [];
  }
}

/** One that the journal has again after all is lost no more, and is not kept. */
async function dropFoundAgain(
  store: CaseStore,
  orphans: readonly Orphan[],
  there: readonly CaseEvent[],
): Promise<readonly Orphan[]> {
  const ids = new Set(there.map(({ id }) => id));
  const isBack = ({ events }: Orphan): boolean => events.every(({ id }) => ids.has(id));
  const back = orphans.filter(isBack).flatMap(({ row }) => (row.n === undefined ? [] : [row.n]));
  if (back.length > 0) await store.db.orphans.bulkDelete(back);
  return orphans.filter(orphan => !isBack(orphan));
}

/**
 * An event counts as entered again when its place is taken: its turn in the case, or the number of the case. Not
 * so in the opening that put it aside: another history may have had that place before anybody was told.
 */
async function stillLost(
  store: CaseStore,
  id: CaseId,
  orphans: readonly Orphan[],
  toldUpTo: number,
): Promise<{ readonly number: string; readonly events: number } | undefined> {
  const there = await caseEvents(store, id);
  const missing = await dropFoundAgain(store, orphans, there);
  const last = there.at(-1)?.seq ?? 0;
  const isNew = missing.some(({ row }) => (row.n ?? 0) > toldUpTo);
  // Put aside by more than one rebuild, an event is lost once all the same.
  const lost = new Map(
    missing.flatMap(({ events }) =>
      events.filter(({ seq }) => isNew || seq > last).map(event => [event.id, event]),
    ),
  );
  if (lost.size === 0) return undefined;
  const state = await caseState(store, id);
  if (state) return { number: state.number, events: lost.size };
  const born = [...lost.values()].find(event => event.type === 'registered');
  if (!born) return { number: '', events: lost.size };
  const taken = await store.db.cases.where('order').equals(numberOrder(born.number)).count();
  return taken > 0 && !isNew ? undefined : { number: born.number, events: lost.size };
}

/** The last row that was put aside so far. */
export const lastOrphan = async (store: CaseStore): Promise<number> =>
  (await store.db.orphans.toCollection().last())?.n ?? 0;

/** Undefined when nothing is missing. */
export async function findLostCases(store: CaseStore, toldUpTo: number): Promise<LostCases | undefined> {
  if ((await store.db.orphans.count()) === 0) return undefined;
  const byCase = new Map<CaseId, readonly Orphan[]>();
  const rows = await store.db.orphans.toArray();
  for (const orphan of (await Promise.all(rows.map(row => openOrphan(store, row)))).flat())
    byCase.set(orphan.row.case, [...(byCase.get(orphan.row.case) ?? []), orphan]);

  const found = await Promise.all(
    Array.from(byCase, ([id, orphans]) => stillLost(store, id, orphans, toldUpTo)),
  );
  const lost = found.filter(one => one !== undefined);
  if (lost.length === 0) return undefined;
  return {
    events: lost.reduce((sum, { events }) => sum + events, 0),
    numbers: lost.map(({ number }) => number).sort((a, b) => (numberOrder(a) < numberOrder(b) ? -1 : 1)),
  };
}

import { Dexie, type Collection } from 'dexie';
import type { CaseId } from '#shared/core/ids.ts';
import { assertNever } from '#shared/core/assert.ts';
import { addDays, type PlainDate } from '#shared/core/plain-date.ts';
import {
  kindsOf,
  receivedDays,
  SOON_DAYS,
  type CaseConditions,
  type ConditionKind,
  type DeadlineCondition,
} from '#shared/list/case.conditions.ts';
import type { CaseStore } from '../case-store.ts';
import type { CaseRow } from '../store-rows.ts';

export interface SieveContext {
  readonly today: PlainDate;
  /** Overdue by the minute: their last day may be today. */
  readonly overdue: readonly CaseId[];
}

/** All cases that meet one condition. */
export interface Sieve {
  readonly kind: ConditionKind;
  readonly ids: ReadonlySet<CaseId>;
}

type Rows = Collection<CaseRow, CaseId>;

/** A range each: the database answers it with all keys at once, where `anyOf` walks from row to row. */
const ofEach = async <T>(
  values: readonly T[],
  idsBy: (value: T) => PromiseLike<readonly CaseId[]>,
): Promise<readonly CaseId[]> => (await Promise.all(values.map(idsBy))).flat();

const openDue = (store: CaseStore, from: string, to: unknown, withTo = true): Rows =>
  store.db.cases.where('[shelf+due]').between(['open', from], ['open', to], true, withTo);

async function byDeadline(
  store: CaseStore,
  deadline: DeadlineCondition,
  { today, overdue }: SieveContext,
): Promise<readonly CaseId[]> {
  const soonest = addDays(today, 1);
  switch (deadline) {
    case 'overdue':
      // '0' sorts after the empty text of those without a day.
      return [...(await openDue(store, '0', today, false).primaryKeys()), ...overdue];
    case 'today': {
      const late = new Set(overdue);
      const ids = await openDue(store, today, today).primaryKeys();
      return ids.filter(id => !late.has(id));
    }
    case 'soon':
      return openDue(store, soonest, addDays(today, SOON_DAYS)).primaryKeys();
    case 'later':
      return openDue(store, addDays(today, SOON_DAYS + 1), Dexie.maxKey).primaryKeys();
    case 'none':
      return ofEach(['open', 'closed'] as const, shelf =>
        store.db.cases.where('[shelf+due]').equals([shelf, '']).primaryKeys(),
      );
    default:
      return assertNever(deadline);
  }
}

async function idsOf(
  store: CaseStore,
  conditions: CaseConditions,
  kind: ConditionKind,
  context: SieveContext,
): Promise<readonly CaseId[]> {
  const { cases } = store.db;
  const { received, deadline = [] } = conditions;
  switch (kind) {
    case 'state':
    case 'category':
    case 'procedure':
      return ofEach(conditions[kind] ?? [], key => cases.where(kind).equals(key).primaryKeys());
    case 'received': {
      if (received === undefined) return [];
      const { from, to } = receivedDays(received, context.today);
      return cases.where('received').between(from, to, true, true).primaryKeys();
    }
    case 'deadline':
      return ofEach(deadline, each => byDeadline(store, each, context));
    default:
      return assertNever(kind);
  }
}

/** One sieve for each condition. Keys of indexes only: no case is opened. */
export const sievesOf = (
  store: CaseStore,
  conditions: CaseConditions,
  context: SieveContext,
): Promise<readonly Sieve[]> =>
  Promise.all(
    kindsOf(conditions).map(async kind => ({
      kind,
      ids: new Set(await idsOf(store, conditions, kind, context)),
    })),
  );

/** Those that pass all sieves, in their order; one sieve can be left out. */
export function sifted(
  ids: readonly CaseId[],
  sieves: readonly Sieve[],
  except?: ConditionKind,
): readonly CaseId[] {
  const used = sieves.filter(({ kind }) => kind !== except);
  return used.length === 0 ? ids : ids.filter(id => used.every(sieve => sieve.ids.has(id)));
}

export type KeyCondition = 'state' | 'category' | 'procedure';

/** The keys that occur among all cases. */
export async function keysInUse(
  store: CaseStore,
): Promise<Readonly<Record<KeyCondition, readonly string[]>>> {
  const keys = async (kind: KeyCondition): Promise<readonly string[]> =>
    (await store.db.cases.orderBy(kind).uniqueKeys()).map(String).filter(key => key !== '');
  const [state, category, procedure] = await Promise.all([
    keys('state'),
    keys('category'),
    keys('procedure'),
  ]);
  return { state, category, procedure };
}

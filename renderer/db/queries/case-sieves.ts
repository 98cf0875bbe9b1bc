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
import { ofEach } from './of-each.ts';
import { dueBetween, openByDue } from './open-dues.ts';

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

/** After every day. */
const NO_END = '~';

async function byDeadline(
  store: CaseStore,
  deadline: DeadlineCondition,
  { today, overdue }: SieveContext,
): Promise<readonly CaseId[]> {
  const soonest = addDays(today, 1);
  switch (deadline) {
    case 'overdue':
      // '0' sorts after the empty text of those without a day.
      return [...(await dueBetween(store, '0', addDays(today, -1))), ...overdue];
    case 'today': {
      const late = new Set(overdue);
      const ids = await dueBetween(store, today, today);
      return ids.filter(id => !late.has(id));
    }
    case 'soon':
      return dueBetween(store, soonest, addDays(today, SOON_DAYS));
    case 'later':
      return dueBetween(store, addDays(today, SOON_DAYS + 1), NO_END);
    case 'none':
      return [
        ...(await openByDue(store)).undated,
        ...(await store.db.cases.where('[shelf+due]').equals(['closed', '']).primaryKeys()),
      ];
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

/** One sieve for each condition. Keys of indexes only: no case is opened but those whose days hang on others. */
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

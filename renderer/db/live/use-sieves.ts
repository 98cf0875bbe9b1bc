import type { CaseId } from '#shared/core/ids.ts';
import { dateOf } from '#shared/core/instant.ts';
import type { CaseConditions } from '#shared/list/case.conditions.ts';
import { keysInUse, sievesOf, type KeyCondition, type Sieve } from '../queries/case-sieves.ts';
import { useLive } from './use-live.ts';
import { useNow } from './use-now.ts';

export interface Sieves {
  /** Those they were made of: while others load, the sieves of before stay. */
  readonly conditions: CaseConditions;
  readonly sieves: readonly Sieve[];
}

/** What the conditions let through; undefined while loading. */
export function useSieves(conditions: CaseConditions, overdue: readonly CaseId[]): Sieves | undefined {
  const today = dateOf(useNow());
  const asked = conditions.deadline === undefined ? '' : overdue.join();
  return useLive(
    async store => ({ conditions, sieves: await sievesOf(store, conditions, { today, overdue }) }),
    [JSON.stringify(conditions), today, asked],
  );
}

/** Which procedures, states and categories occur; undefined while loading. */
export const useKeysInUse = (): Readonly<Record<KeyCondition, readonly string[]>> | undefined =>
  useLive(keysInUse, []);

import { useMemo } from 'react';
import type { CaseId } from '#shared/core/ids.ts';
import { kindsOf, type ConditionKind } from '#shared/list/case.conditions.ts';
import { useCaseIds } from '#renderer/db/live/use-cases.ts';
import { useSieves } from '#renderer/db/live/use-sieves.ts';
import { sifted } from '#renderer/db/queries/case-sieves.ts';
import { viewOf, type ViewParts } from './case-tabs.ts';
import { useFoundInList, type FoundInList } from './found-in-list.ts';
import type { ListPlace } from './list-place.ts';

/** How many there would be. */
export interface Relief {
  /** Without any condition. */
  readonly all: number;
  /** Without one of them; those that change nothing are left out. */
  readonly each: readonly { readonly kind: ConditionKind; readonly count: number }[];
}

export interface CaseList {
  /** In order; undefined while loading. */
  readonly ids: readonly CaseId[] | undefined;
  /** Of the list alone, before conditions and search. */
  readonly listed: readonly CaseId[] | undefined;
  readonly found: FoundInList | undefined;
  /** The list of another view is still shown: its rows are about to move. */
  readonly isOfBefore: boolean;
  /** Where the conditions leave nothing: what each of them holds back. */
  readonly relief: Relief | undefined;
}

/** The list at a place: its view, cut by the conditions, and of that what is looked for. */
export function useCaseList(place: ListPlace, parts: ViewParts): CaseList {
  const { column: sort, direction } = place.sort;
  const view = place.behind ? { found: place.behind.ids } : viewOf(place.tab, parts);
  const { ids: listed, areOfBefore: isOfBefore } = useCaseIds({ view, sort, direction });
  const sieved = useSieves(place.conditions, parts.overdue);
  const passed = useMemo(() => listed && sieved && sifted(listed, sieved.sieves), [listed, sieved]);
  const found = useFoundInList(passed, place.typed);
  const ids = found ? found.ids : passed;
  const isEmpty = ids?.length === 0;
  const everywhere = found?.all;
  const relief = useMemo((): Relief | undefined => {
    if (!isEmpty || !listed || !sieved || sieved.sieves.length === 0) return undefined;
    const looked = everywhere && new Set(everywhere);
    const base = looked ? listed.filter(id => looked.has(id)) : listed;
    const each = kindsOf(sieved.conditions).map(kind => ({
      kind,
      count: sifted(base, sieved.sieves, kind).length,
    }));
    return { all: base.length, each: each.filter(({ count }) => count > 0) };
  }, [isEmpty, listed, sieved, everywhere]);
  return { ids, listed, found, isOfBefore, relief };
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import { useCaseHits, useFoundCases } from '#renderer/db/live/use-case-search.ts';
import { useCaseRows } from '#renderer/db/live/use-cases.ts';
import type { CaseLine } from './case-columns.tsx';

export interface FoundInList {
  /** Those of the list at hand, the best first; undefined while that loads. */
  readonly ids: readonly CaseId[] | undefined;
  /** Of all lists. */
  readonly all: readonly CaseId[];
  /** Not every case has been read yet. */
  readonly building: boolean;
  /** How many were found, in words. */
  readonly status: string;
}

const NONE: readonly CaseId[] = [];

/** What is found of a list; undefined where too little was typed to look for. */
export function useFoundInList(
  listed: readonly CaseId[] | undefined,
  typed: string,
): FoundInList | undefined {
  const { t } = useTranslation('search');
  const found = useFoundCases(typed);
  const view = useMemo(() => listed && new Set(listed), [listed]);
  return useMemo(() => {
    if (!found) return undefined;
    const { building } = found;
    const ids = view && found.ids.filter(id => view.has(id));
    const count = ids?.length ?? 0;
    const status = count > 0 ? t(building ? 'foundSoFar' : 'found', { count }) : '';
    return { ids, all: found.ids, building, status };
  }, [found, view, t]);
}

/** Lines of the cases on the screen, by id; with where each was found, if something is looked for. */
export function useCaseLines(
  ids: readonly CaseId[],
  typed: string | undefined,
): ReadonlyMap<CaseId, CaseLine> | undefined {
  const rows = useCaseRows(typed === undefined ? ids : NONE);
  const hits = useCaseHits(typed === undefined ? NONE : ids, typed ?? '');
  return useMemo(() => {
    if (typed === undefined) return rows;
    return hits && new Map(Array.from(hits, ([id, hit]) => [id, { ...hit.summary, hit }] as const));
  }, [rows, hits, typed]);
}

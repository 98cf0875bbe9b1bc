import type { CaseId } from '#shared/core/ids.ts';
import { caseIdsBy } from '../queries/case-ids.ts';
import type { CaseSummary } from '../queries/case.summary.ts';
import { useCaseRows } from './use-cases.ts';
import { useLive } from './use-live.ts';

const NONE: readonly CaseId[] = [];

/** The cases that were received last, after those that are named. */
export function useRecentCases(first: readonly CaseId[], most: number): readonly CaseSummary[] | undefined {
  const received = useLive(
    store => caseIdsBy(store, { view: 'all', sort: 'received', direction: 'descending' }),
    [],
  );
  const ids = received && [...new Set([...first, ...received])].slice(0, most);
  const rows = useCaseRows(ids ?? NONE);
  return ids && rows && ids.flatMap(id => rows.get(id) ?? []);
}

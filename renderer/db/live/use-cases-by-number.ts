import type { CaseId } from '#shared/core/ids.ts';
import type { CaseStore } from '../case-store.ts';
import { caseIdsBy } from '../queries/case-ids.ts';
import type { CaseSummary } from '../queries/case.summary.ts';
import { useCaseRows } from './use-cases.ts';
import { useLive } from './use-live.ts';

const MOST = 6;

/** Numbers without what a hand leaves out: blanks, brackets, leading zeros. */
const bare = (number: string): string =>
  number.replace(/[\s〔〕[\]［］()（）]/g, '').replace(/\d+/g, digits => String(Number(digits)));

async function idsByNumber(store: CaseStore, wanted: string): Promise<readonly CaseId[]> {
  const keys = await store.db.cases.orderBy('order').keys();
  const fitting = keys
    .map(String)
    .filter(key => bare(key).includes(wanted))
    .slice(-MOST);
  const found = await store.db.cases.where('order').anyOf(fitting).primaryKeys();
  return found.toReversed();
}

const NONE: readonly CaseId[] = [];

/** Cases by a part of their number, the newest number first; none for a text without a digit. */
export function useCasesByNumber(query: string): readonly CaseSummary[] | undefined {
  const wanted = /\d/.test(query) ? bare(query) : '';
  const ids = useLive(
    store => (wanted === '' ? Promise.resolve(NONE) : idsByNumber(store, wanted)),
    [wanted],
  );
  return useSummaries(ids);
}

/** The cases that were received last, after those that are named. */
export function useRecentCases(first: readonly CaseId[], most: number): readonly CaseSummary[] | undefined {
  const received = useLive(
    store => caseIdsBy(store, { view: 'all', sort: 'received', direction: 'descending' }),
    [],
  );
  return useSummaries(received && [...new Set([...first, ...received])].slice(0, most));
}

function useSummaries(ids: readonly CaseId[] | undefined): readonly CaseSummary[] | undefined {
  const rows = useCaseRows(ids ?? NONE);
  return ids && rows && ids.flatMap(id => rows.get(id) ?? []);
}

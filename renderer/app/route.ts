import type { CaseId } from '#shared/core/ids.ts';
import type { ChosenPeriod } from '#renderer/features/paper/index.ts';
import type { StatisticPaper, StatisticPlace } from '#renderer/features/statistics/index.ts';

/** Where somebody is. A page is its route and what the desk knows. */
export type Route =
  | { readonly page: 'workbench' }
  | { readonly page: 'reception' }
  | { readonly page: 'cases' }
  /** 转来的案件: what other offices sent. */
  | { readonly page: 'transfers' }
  | { readonly page: 'case'; readonly id: CaseId }
  | {
      readonly page: 'paper';
      readonly id: CaseId;
      readonly form: string;
      /** The list of papers it was opened from, and goes back to. */
      readonly from?: 'papers';
    }
  | { readonly page: 'papers' }
  | { readonly page: 'scans' }
  /** Why deadlines fall where they do: of one limit, or of all. */
  | { readonly page: 'clocks'; readonly id: CaseId; readonly limit?: string }
  /** Cover, contents and closing note of the file of a case. */
  | { readonly page: 'file'; readonly id: CaseId }
  | { readonly page: 'month' }
  | { readonly page: 'statistics' }
  | { readonly page: 'statistics-paper'; readonly which: StatisticPaper; readonly at: StatisticPlace }
  | { readonly page: 'procedures' }
  | { readonly page: 'procedure'; readonly id: string }
  | { readonly page: 'import' }
  | { readonly page: 'settings' }
  | { readonly page: 'manual'; readonly chapter?: string; readonly from: Route }
  | { readonly page: 'manual-paper'; readonly chapter?: string; readonly from: Route }
  | {
      readonly page: 'period-paper';
      readonly procedure: string;
      readonly paper: string;
      /** The period it opens at; else the one that is owed. */
      readonly at?: ChosenPeriod;
    }
  | { readonly page: 'figures'; readonly procedure: string; readonly paper: string };

/** The lists a case is opened from. */
export type Origin = 'workbench' | 'cases';

export type RailPage =
  | 'workbench'
  | 'reception'
  | 'cases'
  | 'papers'
  | 'scans'
  | 'month'
  | 'statistics'
  | 'procedures'
  | 'settings';

/** Which tab of the rail is open: a case and its papers belong to the cases, registers and reports to a procedure. */
export function railPageOf(route: Route): RailPage {
  const { page } = route;
  if (page === 'manual' || page === 'manual-paper') return railPageOf(route.from);
  if (page === 'paper' && route.from !== undefined) return route.from;
  if (page === 'case' || page === 'paper' || page === 'clocks' || page === 'file' || page === 'import')
    return 'cases';
  if (page === 'transfers') return 'workbench';
  if (page === 'statistics-paper') return 'statistics';
  return page === 'procedure' || page === 'period-paper' || page === 'figures' ? 'procedures' : page;
}

/** The case somebody is at, on its page or one of its papers. */
export const caseOf = (route: Route): CaseId | undefined =>
  route.page === 'case' || route.page === 'paper' || route.page === 'clocks' || route.page === 'file'
    ? route.id
    : undefined;

import type { CaseId } from '#shared/core/ids.ts';

/** Where somebody is. A page is its route and what the desk knows. */
export type Route =
  | { readonly page: 'reception' }
  | { readonly page: 'cases' }
  | { readonly page: 'case'; readonly id: CaseId }
  | { readonly page: 'paper'; readonly id: CaseId; readonly form: string }
  | { readonly page: 'month' };

export type RailPage = 'reception' | 'cases' | 'month';

/** Which tab of the rail is open: a case and its papers belong to the cases. */
export const railPageOf = (route: Route): RailPage =>
  route.page === 'case' || route.page === 'paper' ? 'cases' : route.page;

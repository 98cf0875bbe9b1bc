import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/core/assert.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import type { CaseTab } from '#shared/list/case-list.choices.ts';
import type { Role } from '#shared/procedure/role.ts';
import { useCaseCounts } from '#renderer/db/live/use-cases.ts';
import type { CaseView } from '#renderer/db/queries/case-ids.ts';
import type { ViewTab } from '#renderer/ui/list/view-tabs.tsx';

/** Views other pages open it at. */
export type CaseList = Extract<CaseTab, 'received' | 'closed-in' | 'in-time' | 'overdue'>;

export interface ViewParts {
  readonly month: PlainMonth;
  readonly overdue: readonly CaseId[];
  readonly roles: readonly Role[];
}

export function viewOf(tab: CaseTab, { month, overdue, roles }: ViewParts): CaseView {
  switch (tab) {
    case 'open':
    case 'closed':
    case 'all':
      return tab;
    case 'received':
      return month;
    case 'asking':
      return { asks: roles };
    case 'closed-in':
      return { closedIn: month };
    case 'in-time':
      return { closedIn: month, inTime: true };
    case 'overdue':
      return { found: overdue };
    default:
      return assertNever(tab);
  }
}

const ALWAYS: readonly CaseTab[] = ['open', 'closed', 'received', 'all'];

/** The lists that are always there, the one somebody was led to, and what waits for their approval. */
export function useCaseTabs(at: CaseTab, { month, overdue }: Omit<ViewParts, 'roles'>): readonly ViewTab[] {
  const { t } = useTranslation('cases');
  const counts = useCaseCounts();
  const isAsked = (counts?.asking ?? 0) > 0;
  const count: Readonly<Record<CaseTab, number | undefined>> = {
    open: counts?.open,
    closed: counts?.closed,
    received: counts?.thisMonth,
    all: counts?.all,
    asking: counts?.asking,
    'closed-in': counts?.closedThisMonth,
    'in-time': counts?.inTimeThisMonth,
    overdue: overdue.length,
  };
  const own = ALWAYS.includes(at) || (at === 'asking' && isAsked) ? [] : [at];
  return [...ALWAYS, ...own, ...(isAsked ? (['asking'] as const) : [])].map(id => ({
    id,
    label: t(`view.${id}`, { month: Number(month.slice(5)) }),
    count: count[id],
  }));
}

import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { CaseHit } from '#renderer/db/live/use-case-search.ts';
import type { CaseSummary } from '#renderer/db/queries/case.summary.ts';
import { DeadlineMark } from '#renderer/ui/deadline/deadline-mark.tsx';
import type { LedgerColumn } from '#renderer/ui/table/ledger.columns.ts';
import { deadlineOf } from './deadline-of.ts';

/** One line of the list; while something is looked for, with where it was found. */
export type CaseLine = CaseSummary & { readonly hit?: CaseHit };

/** The columns of the case list; number, deadline, person and matter never fold. */
export function useCaseColumns(finding: boolean): readonly LedgerColumn<CaseLine>[] {
  const { t, i18n } = useTranslation('cases');
  const { t: ts } = useTranslation('search');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return useMemo(() => {
    const columns: readonly LedgerColumn<CaseLine>[] = [
      {
        id: 'number',
        head: t('column.number'),
        width: 11,
        orders: { ascending: t('order.numberUp'), descending: t('order.numberDown') },
        cell: row => <span className="num">{row.number}</span>,
      },
      {
        id: 'due',
        head: t('column.due'),
        width: 10.5,
        orders: { ascending: t('order.dueUp'), descending: t('order.dueDown') },
        cell: row => <DeadlineMark state={deadlineOf(row.clock)} />,
      },
      {
        id: 'person',
        head: t('column.person'),
        width: 6.5,
        cell: row => (row.anonymous ? t('anonymous') : row.confidential ? t('secret') : row.person),
      },
      {
        id: 'matter',
        head: t('column.matter'),
        width: 14,
        grows: true,
        cell: row => <span className="clip">{row.matter}</span>,
      },
      {
        id: 'category',
        head: t('column.category'),
        width: 5.5,
        fold: 1,
        quiet: true,
        cell: row => row.category && inLanguage(row.category.name, language),
      },
      {
        id: 'state',
        head: t('column.state'),
        width: 5,
        quiet: true,
        cell: row => row.state && inLanguage(row.state.name, language),
      },
      {
        id: 'by',
        head: t('column.by'),
        width: 5,
        fold: 2,
        quiet: true,
        cell: row => row.lastBy,
      },
      {
        id: 'received',
        head: t('column.received'),
        width: 5.5,
        fold: 3,
        quiet: true,
        orders: { ascending: t('order.receivedUp'), descending: t('order.receivedDown') },
        cell: row => <span className="num">{dateOf(row.receivedAt)}</span>,
      },
    ];
    const where: LedgerColumn<CaseLine> = {
      ...{ id: 'where', head: ts('where'), width: 13, grows: true, quiet: true },
      cell: row => row.hit && <Where hit={row.hit} />,
    };
    // Where it was found says more than its kind and state.
    return finding
      ? columns.flatMap(column =>
          column.id === 'category' ? [where] : column.id === 'state' ? [] : [withoutOrders(column)],
        )
      : columns;
  }, [t, ts, language, finding]);
}

/** What was found stands by how near it comes. */
const withoutOrders = (column: LedgerColumn<CaseLine>): LedgerColumn<CaseLine> => ({
  ...column,
  orders: undefined,
});

const Where = ({ hit }: { readonly hit: CaseHit }): ReactNode => (
  <span className="cases-where clip" title={hit.excerpt.map(({ text }) => text).join('')}>
    <b>{hit.place}</b>
    {hit.excerpt.map(({ text, hit: marked }, at) => (marked ? <mark key={at}>{text}</mark> : text))}
  </span>
);

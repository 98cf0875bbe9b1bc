import type { TFunction } from 'i18next';
import { useCallback, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { columnsShown, type CaseColumnId, type CaseColumns } from '#shared/list/case-list.choices.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import type { CaseHit } from '#renderer/db/live/use-case-search.ts';
import type { CaseSummary } from '#renderer/db/queries/case.summary.ts';
import { DeadlineMark } from '#renderer/ui/deadline/deadline-mark.tsx';
import type { LedgerColumn } from '#renderer/ui/table/ledger.columns.ts';
import { deadlineOf } from './deadline-of.ts';

/** One line of the list; while something is looked for, with where it was found. */
export type CaseLine = CaseSummary & { readonly hit?: CaseHit };

/** In rem, where nobody chose another. */
export const USUAL_WIDTH: Readonly<Record<CaseColumnId, number>> = {
  ...{ number: 11, due: 10.5, person: 6.5, matter: 14, category: 5.5 },
  ...{ state: 5, by: 5, received: 5.5, procedure: 8, last: 5.5 },
};

/** The chosen columns of the case list; number, deadline, person and matter never fold. */
export function useCaseColumns(chosen: CaseColumns, finding: boolean): readonly LedgerColumn<CaseLine>[] {
  const { t, i18n } = useTranslation('cases');
  const { t: ts } = useTranslation('search');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const procedureName = useProcedureName(language);
  return useMemo(() => {
    const base = <Id extends CaseColumnId>(id: Id) => ({
      id,
      head: t(`column.${id}`),
      width: chosen.widths[id] ?? USUAL_WIDTH[id],
    });
    const all: readonly (LedgerColumn<CaseLine> & { readonly id: CaseColumnId })[] = [
      {
        ...base('number'),
        orders: { ascending: t('order.numberUp'), descending: t('order.numberDown') },
        cell: row => <span className="num">{row.number}</span>,
      },
      {
        ...base('due'),
        orders: { ascending: t('order.dueUp'), descending: t('order.dueDown') },
        cell: row => <DeadlineMark state={deadlineOf(row.clock)} />,
      },
      {
        ...base('person'),
        cell: row => personShown(row, t),
      },
      {
        ...base('matter'),
        grows: true,
        cell: row => <span className="clip">{row.matter}</span>,
      },
      {
        ...base('category'),
        fold: 1,
        quiet: true,
        cell: row => row.category && inLanguage(row.category.name, language),
      },
      {
        ...base('state'),
        fold: 5,
        quiet: true,
        cell: row => row.state && inLanguage(row.state.name, language),
      },
      {
        ...base('by'),
        fold: 3,
        quiet: true,
        cell: row => row.lastBy,
      },
      {
        ...base('received'),
        fold: 4,
        quiet: true,
        orders: { ascending: t('order.receivedUp'), descending: t('order.receivedDown') },
        cell: row => <span className="num">{dateOf(row.receivedAt)}</span>,
      },
      { ...base('procedure'), fold: 2, quiet: true, cell: row => procedureName(row.procedure) },
      {
        ...base('last'),
        fold: 2,
        quiet: true,
        cell: row => <span className="num">{dateOf(row.lastAt)}</span>,
      },
    ];
    const columns = columnsShown(chosen).flatMap(id => all.find(each => each.id === id) ?? []);
    const where: LedgerColumn<CaseLine> = {
      ...{ id: 'where', head: ts('where'), width: 13, grows: true, quiet: true },
      cell: row => row.hit && <Where hit={row.hit} />,
    };
    // Where it was found says more than its kind and state.
    if (!finding) return columns;
    const others = columns.filter(({ id }) => id !== 'category' && id !== 'state').map(withoutOrders);
    const after = others.findIndex(({ id }) => id === 'matter') + 1;
    return [...others.slice(0, after), where, ...others.slice(after)];
  }, [t, ts, language, procedureName, chosen, finding]);
}

/** Who it is about, or that nobody is named here. */
export const personShown = (
  { anonymous, confidential, person }: CaseSummary,
  t: TFunction<'cases'>,
): string => (anonymous ? t('anonymous') : confidential ? t('secret') : person);

/** What a procedure is called, by its id; the id where its pack is gone. */
export function useProcedureName(language: Language): (id: string) => string {
  const { procedures } = useOpenDesk().store.context;
  return useCallback(
    id => {
      const found = procedures.findLast(procedure => procedure.id === id);
      return found ? inLanguage(found.name, language) : id;
    },
    [procedures, language],
  );
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

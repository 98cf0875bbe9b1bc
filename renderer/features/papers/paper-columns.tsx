import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf, timeOf, type Instant } from '#shared/core/instant.ts';
import { inLanguage, type Text } from '#shared/core/text.ts';
import type { LedgerColumn } from '#renderer/ui/table/ledger.columns.ts';
import type { PaperRow, RowToPrint } from './paper-rows.ts';

type Named = Pick<PaperRow, 'number' | 'form'> & { readonly name: Text };

const When = ({ at }: { readonly at: Instant }): ReactNode => (
  <span className="num">
    {dateOf(at)} {timeOf(at)}
  </span>
);

/** Number of the case and name of the form, which every list begins with. */
export function usePaperColumns<Row extends Named>(): readonly LedgerColumn<Row>[] {
  const { t, i18n } = useTranslation('papers');
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return [
    {
      id: 'number',
      head: t('column.number'),
      width: 11,
      cell: row => <span className="num">{row.number}</span>,
    },
    {
      id: 'form',
      head: t('column.form'),
      width: 12,
      grows: true,
      cell: row => inLanguage(row.name, language),
    },
    {
      id: 'code',
      head: t('column.code'),
      width: 6,
      fold: 1,
      quiet: true,
      cell: row => <span className="num">{row.form}</span>,
    },
  ];
}

export function useToPrintColumns(): readonly LedgerColumn<RowToPrint>[] {
  const { t } = useTranslation('papers');
  return [
    ...usePaperColumns<RowToPrint>(),
    {
      id: 'why',
      head: t('column.why'),
      width: 9,
      cell: row =>
        row.isCovered ? (
          <span className="papers-covered">
            <IconLock size={16} aria-hidden /> {t('covered')}
          </span>
        ) : (
          t(`why.${row.why}`)
        ),
    },
    { id: 'since', head: t('column.since'), width: 9, fold: 2, cell: row => <When at={row.since} /> },
  ];
}

export function useToSignColumns(): readonly LedgerColumn<PaperRow>[] {
  const { t } = useTranslation('papers');
  return [
    ...usePaperColumns<PaperRow>(),
    { id: 'since', head: t('column.printed'), width: 9, cell: row => <When at={row.since} /> },
  ];
}

export const whenCell = (at: Instant): ReactNode => <When at={at} />;

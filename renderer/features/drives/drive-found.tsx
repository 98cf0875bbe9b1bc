import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNotice } from '#renderer/features/fault/index.ts';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import { OrdersTold } from './orders-told.tsx';
import { receiptFault } from './receipt-fault.ts';
import { TransfersTold } from './transfers-told.tsx';
import type { Found } from './use-drives.ts';

type Outcome = Found['bundles'][number];

const SAID = ['verified', 'accepted', 'rejected'] as const;

/** What was on a drive that was plugged in, and was taken in without being asked for. */
export function DriveFound({ found }: { readonly found: Found }): ReactNode {
  const { t } = useTranslation('month');
  const { label, bundles, orders, transfers, answers } = found;
  const of = (outcome: Outcome['outcome']): readonly Outcome[] =>
    bundles.filter(each => each.outcome === outcome);
  const months = (these: readonly Outcome[]): string =>
    these
      .map(({ period }) => t('periodName', { year: period.slice(0, 4), month: Number(period.slice(5)) }))
      .join(t('and'));
  return (
    <>
      {SAID.map(outcome => {
        const these = of(outcome);
        if (these.length === 0) return null;
        return (
          <StatusText key={outcome} tone={outcome === 'rejected' ? 'over' : 'ok'}>
            {t(`found.${outcome}`, { label, months: months(these) })}
          </StatusText>
        );
      })}
      {of('refused').map(({ bundle, code }) => (
        <FaultNotice
          key={bundle}
          title={t('found.refused', { label })}
          fault={{ code: receiptFault(code) }}
        />
      ))}
      {orders.length > 0 && <OrdersTold told={orders} />}
      {transfers.length + answers.length > 0 && <TransfersTold {...{ transfers, answers }} />}
    </>
  );
}

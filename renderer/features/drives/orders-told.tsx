import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderTold } from '#shared/ipc/answers.ts';
import { FaultNotice } from '#renderer/features/fault/index.ts';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';

/** Which orders were taken, which were there before, and why one was not taken. */
export function OrdersTold({ told }: { readonly told: readonly OrderTold[] }): ReactNode {
  const { t } = useTranslation('month');
  const of = (outcome: OrderTold['outcome']): readonly OrderTold[] =>
    told.filter(each => each.outcome === outcome);
  const [taken, seen, refused] = [of('taken'), of('seen'), of('refused')];
  const numbers = [...new Set(taken.flatMap(({ number }) => number ?? []))].join(t('orders.list'));
  const codes = [...new Set(refused.map(({ code }) => code ?? 'orders/malformed'))];
  return (
    <>
      <div role="status" className="month-orders">
        {told.length > refused.length && (
          <StatusText tone="ok">
            {taken.length > 0
              ? t('orders.taken', { count: taken.length, numbers })
              : refused.length === 0 && t('orders.takenNone')}
            {seen.length > 0 && ` ${t('orders.seen', { count: seen.length })}`}
          </StatusText>
        )}
      </div>
      {codes.map(code => (
        <FaultNotice
          key={code}
          title={t('orders.notTaken', {
            count: refused.filter(each => (each.code ?? 'orders/malformed') === code).length,
          })}
          fault={{ code }}
        />
      ))}
    </>
  );
}

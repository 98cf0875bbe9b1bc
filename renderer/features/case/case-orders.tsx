import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenDate } from '#shared/calendar/chinese-date.ts';
import type { CaseState, OrderState } from '#shared/case/case.state.ts';
import type { Clock } from '#shared/case/clocks.ts';
import { ORDER_ROLES, tooEarlyUntil } from '#shared/case/order.decide.ts';
import { dateOf, timeOf, type Instant } from '#shared/core/instant.ts';
import type { Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useIdentity } from '#renderer/features/identity/index.ts';
import { deadlineOf } from '#renderer/features/cases/index.ts';
import { DeadlineMark } from '#renderer/ui/deadline/deadline-mark.tsx';
import { ActWithReason } from './act-with-reason.tsx';

export interface CaseOrdersProps {
  readonly procedure: Procedure;
  readonly state: CaseState;
  readonly clocks: readonly Clock[];
  readonly now: Instant;
  readonly language: Language;
}

function Answer({ order, ...props }: CaseOrdersProps & { readonly order: OrderState }): ReactNode {
  const { procedure, state, clocks, now, language } = props;
  const { t } = useTranslation('case');
  const { me } = useOpenDesk();
  const { covered } = useIdentity(procedure, state);
  const early = tooEarlyUntil(order, clocks, dateOf(now));
  if (early !== undefined) return <p>{t('orders.early', { date: writtenDate(early, language) })}</p>;
  if (!ORDER_ROLES.some(role => me.roles.includes(role))) return <p>{t('orders.others')}</p>;
  return (
    <ActWithReason
      id={state.id}
      form="answer-order"
      of={order.id}
      procedure={procedure}
      words={t('orders.act')}
      label={t('orders.label')}
      command={text => ({ type: 'answer-order', order: order.id, text })}
    >
      {covered.size > 0 && <p>{t('orders.covered')}</p>}
    </ActWithReason>
  );
}

function Order({ order, ...props }: CaseOrdersProps & { readonly order: OrderState }): ReactNode {
  const { clocks, language } = props;
  const { t } = useTranslation('case');
  const clock = clocks.find(each => each.order === order.id);
  const { kind, headquarters, issuedAt, takenAt, text, answered } = order;
  const day = (at: Instant): string => writtenDate(dateOf(at), language);
  const line = t(`orders.line.${kind}`, { headquarters, date: day(issuedAt), taken: day(takenAt) });
  const due = clock?.counted?.dueDate;
  const { office } = useOpenDesk();
  // It was in the books of the first month that was locked after it.
  const month = answered && office.months.find(({ at }) => at >= answered.at);
  const arrived = office.bundles.find(
    ({ period, receipt }) => period === month?.period && receipt?.verdict === 'accepted',
  );
  return (
    <div className="case-order" role="group" aria-label={line}>
      <p className="case-order-head">
        <strong>{line}</strong> {clock && <DeadlineMark state={deadlineOf(clock)} />}{' '}
        {!answered && due && (
          <span className="num">
            {t(clock.status === 'overdue' ? 'orders.overdue' : 'orders.due', {
              date: writtenDate(due, language),
            })}
          </span>
        )}
      </p>
      <p className="case-order-text">{text}</p>
      {answered ? (
        <>
          <p>{t('orders.answered', { at: `${day(answered.at)} ${timeOf(answered.at)}`, by: answered.by })}</p>
          <p className="case-order-text">{answered.text}</p>
          <p className="case-order-note">
            {arrived
              ? t('orders.arrived', {
                  year: arrived.period.slice(0, 4),
                  month: Number(arrived.period.slice(5)),
                })
              : t('orders.travels')}
          </p>
        </>
      ) : (
        <Answer order={order} {...props} />
      )}
    </div>
  );
}

/** 督办: what headquarters asks about the case; what waits for an answer first. */
export function CaseOrders(props: CaseOrdersProps): ReactNode {
  const { t } = useTranslation('case');
  const { orders = [] } = props.state;
  if (orders.length === 0) return null;
  const shown = [...orders.filter(({ answered }) => !answered), ...orders.filter(({ answered }) => answered)];
  return (
    <section className="case-orders" aria-label={t('orders.title')}>
      <h2>{t('orders.title')}</h2>
      {shown.map(order => (
        <Order key={order.id} order={order} {...props} />
      ))}
    </section>
  );
}

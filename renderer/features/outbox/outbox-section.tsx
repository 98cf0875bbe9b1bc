import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BundleId } from '#shared/core/ids.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useHoldOpen } from '#renderer/db/live/hold-open.ts';
import { FaultNotice, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { SideSectionSpec } from '#renderer/ui/frame/side-column.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import { OutboxItemRow } from './outbox-item-row.tsx';
import { clockWords, lineWords, monthWords } from './outbox-words.ts';
import './outbox.css';
import { useOutbox } from './use-outbox.ts';

/** 网络报送 as a part of the side column of 月结与报送. */
export function useOutboxPart(period: PlainMonth): SideSectionSpec {
  const { t } = useTranslation('outbox');
  return { id: 'outbox', title: t('title'), content: <OutboxSection period={period} /> };
}

function OutboxSection({ period }: { readonly period: PlainMonth }): ReactNode {
  const { t } = useTranslation('outbox');
  const { api } = useDesk();
  const { office } = useOpenDesk();
  const answer = useOutbox();
  const [sealing, setSealing] = useState(false);
  useHoldOpen(sealing);
  const [fault, setFault] = useState<AnyFault | null>(null);

  const sealed = (month: PlainMonth): boolean =>
    office.bundles.some(bundle => bundle.period === month && bundle.receipt?.verdict !== 'rejected');
  const seal = async (month: PlainMonth): Promise<void> => {
    setSealing(true);
    setFault(null);
    const reply = await api.bundles.seal({ period: month });
    setSealing(false);
    if (!reply.ok) setFault(reply.error);
  };
  const act = async (
    what: 'try-now' | 'retry' | 'hold' | 'resume',
    bundle: BundleId | null,
  ): Promise<void> => {
    setFault(null);
    const reply = await api.outbox.act({ act: what, bundle });
    if (!reply.ok) setFault(reply.error);
  };
  const setOffline = async (offline: boolean): Promise<void> => {
    setFault(null);
    const read = await api.outbox.network();
    const reply = read.ok ? await api.outbox.setNetwork({ network: { ...read.value, offline } }) : read;
    if (!reply.ok) setFault(reply.error);
  };

  if (!answer) return <p>{t('nothing')}</p>;
  const { line, items, waiting, clockOff, refusedOrders } = answer;
  const isForced = line.at === 'closed' && line.why === 'forced';
  const isSealable =
    office.headquarters !== undefined &&
    office.months.some(month => month.period === period) &&
    !sealed(period);
  return (
    <div className="outbox">
      <p role="status">{waiting === 0 && line.at !== 'closed' ? t('nothing') : lineWords(t, answer)}</p>
      {clockOff !== null && <StatusText tone="soon">{clockWords(t, clockOff)}</StatusText>}
      <div className="outbox-acts">
        {isSealable && (
          <ActButton busy={sealing} onClick={() => void seal(period)}>
            {sealing ? t('sealing') : t('seal', { month: monthWords(t, period) })}
          </ActButton>
        )}
        {waiting > 0 && line.at !== 'closed' && (
          <ActButton onClick={() => void act('try-now', null)}>{t('tryNow')}</ActButton>
        )}
        {(line.at !== 'closed' || isForced) && (
          <ActButton rank="text" onClick={() => void setOffline(!isForced)}>
            {t(isForced ? 'goOnline' : 'goOffline')}
          </ActButton>
        )}
      </div>
      {fault && <FaultNotice title={t('notDone')} fault={fault} />}
      {[...new Set(refusedOrders)].map(code => (
        <FaultNotice
          key={code}
          title={t('ordersNotTaken', { count: refusedOrders.filter(each => each === code).length })}
          fault={{ code }}
        />
      ))}
      {items.length > 0 && (
        <ul className="outbox-items" aria-label={t('list')}>
          {items.map(item => (
            <OutboxItemRow
              key={item.bundle}
              item={item}
              onAct={what => void act(what, item.bundle)}
              onSealAgain={
                item.state === 'rejected' && !sealed(item.period) ? () => void seal(item.period) : undefined
              }
            />
          ))}
        </ul>
      )}
    </div>
  );
}

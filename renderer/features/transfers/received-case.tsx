import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenDate } from '#shared/calendar/chinese-date.ts';
import { RETURN_ROLES } from '#shared/case/transfer.decide.ts';
import type { ReceivedTransfer } from '#shared/case/transfer.state.ts';
import { dateOf, type Instant } from '#shared/core/instant.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { namedAside, standsAside } from '#shared/transfer/against.fields.ts';
import { MOST_TRANSFER_REASON, type Transfer } from '#shared/transfer/transfer.schema.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useFormDraft, useIsResumed, type FormPlace } from '#renderer/db/live/use-form-draft.ts';
import { FaultNotice, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { SkeletonLines } from '#renderer/ui/notice/skeleton-lines.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import { PlaceActs } from './place-acts.tsx';
import { ReceivedFiles } from './received-files.tsx';
import { ReceivedSignatures } from './received-signatures.tsx';
import { useReceived } from './use-received.ts';

export interface ReceivedCaseProps {
  readonly received: ReceivedTransfer;
  /** What the procedure it comes from says of who stands aside, where it is in use here as well. */
  readonly procedures: readonly Procedure[];
  readonly language: Language;
  readonly onRegister: (transfer: Transfer, from: ReceivedTransfer['from']) => void;
  readonly onOpenCase: (id: CaseId) => void;
  /** It waits no more, and stays in sight: its answer is to be written. */
  readonly onReturned: () => void;
}

const returningPlace = (id: string): FormPlace => ({ form: 'return-transfer', of: id });

interface ReturningProps {
  readonly id: string;
  readonly onReturned: () => void;
  readonly onLeave: () => void;
}

function Returning({ id, onReturned, onLeave }: ReturningProps): ReactNode {
  const { t } = useTranslation('transfers');
  const desk = useDesk();
  const draft = useFormDraft(returningPlace(id), { reason: '' });
  const { reason } = draft.texts;
  const [fault, setFault] = useState<AnyFault | null>(null);
  const send = async (): Promise<void> => {
    const done = await desk.submitOffice({ type: 'return-transfer', transfer: id, reason });
    if (!done.ok) {
      setFault(done.error);
      return;
    }
    await draft.drop();
    onReturned();
    onLeave();
  };
  return (
    <div className="transfers-form" role="group" aria-label={t('back.act')}>
      <label>
        {t('back.reason')}
        <textarea
          autoComplete="off"
          autoFocus
          rows={3}
          maxLength={MOST_TRANSFER_REASON}
          value={reason}
          onChange={event => draft.write({ reason: event.currentTarget.value })}
        />
      </label>
      <p className="transfers-quiet">{t('back.note')}</p>
      {fault && <FaultNotice title={t('back.not')} fault={fault} />}
      <p className="transfers-acts">
        <ActButton rank="filled" onClick={() => void send()}>
          {t('back.act')}
        </ActButton>
        <ActButton onClick={onLeave}>{t('back.notNow')}</ActButton>
      </p>
    </div>
  );
}

function Settled({ received, onOpenCase }: Pick<ReceivedCaseProps, 'received' | 'onOpenCase'>): ReactNode {
  const { t } = useTranslation('transfers');
  const { api } = useDesk();
  const { settled, id, from } = received;
  if (!settled) return null;
  return (
    <>
      {settled.verdict === 'accepted' ? (
        <p>
          <StatusText tone="ok">
            {t('settled.accepted', { number: settled.number, by: settled.by })}
          </StatusText>{' '}
          <ActButton size="small" onClick={() => onOpenCase(settled.case)}>
            {t('settled.open')}
          </ActButton>
        </p>
      ) : (
        <p>
          <StatusText>{t('settled.returned', { reason: settled.reason, by: settled.by })}</StatusText>
        </p>
      )}
      <h3>{t('answer.act')}</h3>
      <PlaceActs label={t('answer.act')} next write={to => api.transfers.answer({ transfer: id, to })}>
        <p className="transfers-quiet">{t('answer.note', { from: from.name })}</p>
      </PlaceActs>
    </>
  );
}

/** One case that came in: who sends it and why, what is in it, and what is done with it. */
export function ReceivedCase(props: ReceivedCaseProps): ReactNode {
  const { received, procedures, language, onRegister, onOpenCase } = props;
  const { t } = useTranslation('transfers');
  const { me } = useOpenDesk();
  const { transfer, fault } = useReceived(received.id);
  const resumed = useIsResumed(returningPlace(received.id));
  const [returning, setReturning] = useState(resumed);
  const day = (at: Instant): string => writtenDate(dateOf(at), language);
  const { from, kind, number, settled } = received;
  const aside = transfer !== undefined && standsAside(namedAside(transfer, procedures), me.name);
  const title = t('received.title', { from: from.name, number });
  return (
    <section className="transfers-received" aria-label={title}>
      <h2>{title}</h2>
      {fault && <FaultNotice title={t('received.notOpened')} fault={fault} />}
      {!transfer && !fault && <SkeletonLines count={6} height="text" />}
      {transfer && (
        <>
          <p>
            {t(`received.${kind}`, {
              ...{ date: day(transfer.sent_at), received: day(transfer.received_at) },
              procedure: transfer.procedure.name,
            })}
          </p>
          <h3>{t('received.reason')}</h3>
          <p className="transfers-text">{transfer.reason}</p>
          {transfer.along && (
            <p className="transfers-staying">
              {t('along.received', {
                reason: transfer.along.reason,
                fields: transfer.fields
                  .filter(({ key }) => transfer.along?.fields.includes(key))
                  .map(({ label }) => label)
                  .join('、'),
              })}
            </p>
          )}
          {settled ? (
            <Settled received={received} onOpenCase={onOpenCase} />
          ) : returning ? (
            <Returning id={received.id} onReturned={props.onReturned} onLeave={() => setReturning(false)} />
          ) : (
            <p className="transfers-acts">
              {aside && t('received.aside')}
              {!aside && me.roles.includes('registrar') && (
                <ActButton rank="filled" onClick={() => onRegister(transfer, from)}>
                  {t('received.register')}
                </ActButton>
              )}
              {!aside && RETURN_ROLES.some(role => me.roles.includes(role)) && (
                <ActButton onClick={() => setReturning(true)}>{t('back.begin')}</ActButton>
              )}
            </p>
          )}
          <h3>{t('received.fields')}</h3>
          <dl className="transfers-fields">
            {transfer.fields.map(({ key, label, words, value }) => (
              <div key={key}>
                <dt>{label}</dt>
                <dd className={value === null ? 'transfers-hidden' : undefined}>
                  {value === null ? t('received.hidden', { code: words }) : words}
                </dd>
              </div>
            ))}
          </dl>
          <ReceivedFiles transfer={transfer} by={from.name} at={received.at} />
          <ReceivedSignatures papers={transfer.papers} language={language} />
        </>
      )}
    </section>
  );
}

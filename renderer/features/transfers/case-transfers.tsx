import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenDate } from '#shared/calendar/chinese-date.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { recusalOf } from '#shared/case/recusal.rules.ts';
import { TRANSFER_ROLES } from '#shared/case/transfer.decide.ts';
import { isOnItsWay, type SentTransfer } from '#shared/case/transfer.evolve.ts';
import type { SentAnswer } from '#shared/ipc/answers.ts';
import { dateOf, type Instant } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useIsResumed } from '#renderer/db/live/use-form-draft.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import { CaseOrigin } from './case-origin.tsx';
import { PlaceActs, Written } from './place-acts.tsx';
import { SendForm } from './send-form.tsx';
import './transfers.css';

export interface CaseTransfersProps {
  readonly procedure: Procedure;
  readonly state: CaseState;
  readonly language: Language;
}

/** Why it cannot be sent now; undefined where it can. */
function useObstacle({ procedure, state, language }: CaseTransfersProps): string | undefined {
  const { t } = useTranslation('transfers');
  const { me, office, boot } = useOpenDesk();
  if (boot.sample.here) return t('send.sample');
  if (state.mergedInto) return t('send.merged', { number: state.mergedInto.number });
  if (!TRANSFER_ROLES.some(role => me.roles.includes(role))) return t('send.others');
  const recusal = recusalOf(procedure, state, me.name);
  if (recusal) return inLanguage(recusal, language);
  return (office.colleagues ?? []).length === 0 ? t('send.nobody') : undefined;
}

const fieldNames = ({ fields }: Procedure, keys: readonly string[], language: Language): string =>
  keys
    .map(key => fields.find(field => field.key === key))
    .map((field, at) => (field ? inLanguage(field.label, language) : (keys[at] ?? '')))
    .join(language === 'en' ? ', ' : '、');

interface SentProps extends Omit<CaseTransfersProps, 'state'> {
  readonly transfer: SentTransfer;
}

function Sent({ transfer, procedure, language }: SentProps): ReactNode {
  const { t } = useTranslation('transfers');
  const desk = useDesk();
  const [writing, setWriting] = useState(false);
  const day = (at: Instant): string => writtenDate(dateOf(at), language);
  const { id, kind, to, at, by, reason, along, answered, replacedBy } = transfer;
  return (
    <li className="transfers-sent">
      <p>
        <strong>{t(`sent.${kind}`, { to: to.name })}</strong>{' '}
        <span className="transfers-quiet">{t('sent.line', { date: day(at), by })}</span>
      </p>
      <p className="transfers-text">{reason}</p>
      {along && (
        <p className="transfers-text">
          {t('along.sent', { fields: fieldNames(procedure, along.fields, language), reason: along.reason })}
        </p>
      )}
      {answered?.verdict === 'accepted' && (
        <StatusText tone="ok">{t('sent.accepted', { number: answered.number ?? '' })}</StatusText>
      )}
      {answered?.verdict === 'returned' && (
        <StatusText tone="soon">{t('sent.returned', { reason: answered.reason ?? '' })}</StatusText>
      )}
      {!answered && replacedBy !== undefined && <StatusText>{t('sent.replaced')}</StatusText>}
      {isOnItsWay(transfer) && (
        <>
          <StatusText>{t('sent.waiting')}</StatusText>
          {writing ? (
            <PlaceActs
              label={t('sent.again')}
              write={place => desk.api.transfers.write({ transfer: id, to: place })}
            />
          ) : (
            <ActButton size="small" onClick={() => setWriting(true)}>
              {t('sent.again')}
            </ActButton>
          )}
        </>
      )}
    </li>
  );
}

/** 转给其他单位: where the case went, what was answered, and where it came from. */
export function CaseTransfers(props: CaseTransfersProps): ReactNode {
  const { procedure, state, language } = props;
  const { t } = useTranslation('transfers');
  const resumed = useIsResumed({ form: 'transfer', case: state.id });
  const [sending, setSending] = useState(resumed);
  const [written, setWritten] = useState<SentAnswer | null>(null);
  const obstacle = useObstacle(props);
  const { transfers = [] } = state;
  return (
    <div className="transfers-case">
      {state.transferred && <CaseOrigin {...state.transferred} language={language} />}
      {transfers.length > 0 && (
        <ul>
          {transfers.toReversed().map(transfer => (
            <Sent key={transfer.id} {...{ transfer, procedure, language }} />
          ))}
        </ul>
      )}
      <p role="status">{written && <Written written={written} />}</p>
      {obstacle !== undefined ? (
        <p className="transfers-quiet">{obstacle}</p>
      ) : sending ? (
        <SendForm
          {...{ procedure, state }}
          onLeave={() => setSending(false)}
          onSent={answer => {
            setWritten(answer);
            setSending(false);
          }}
        />
      ) : (
        <ActButton
          size="small"
          onClick={() => {
            setWritten(null);
            setSending(true);
          }}
        >
          {t('send.act')}
        </ActButton>
      )}
    </div>
  );
}

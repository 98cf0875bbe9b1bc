import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseState } from '#shared/case/case.state.ts';
import { isOnItsWay } from '#shared/case/transfer.evolve.ts';
import type { SentAnswer } from '#shared/ipc/answers.ts';
import { plain } from '#shared/core/plain-text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { MOST_TRANSFER_REASON, TRANSFER_KINDS, type TransferKind } from '#shared/transfer/transfer.schema.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useFormDraft } from '#renderer/db/live/use-form-draft.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { useLeave } from '#renderer/ui/command/use-leave.ts';
import { GoesAlong, useGoesAlong } from './goes-along.tsx';
import { PlaceActs } from './place-acts.tsx';
import { Staying } from './staying.tsx';

export interface SendFormProps {
  readonly procedure: Procedure;
  readonly state: CaseState;
  readonly onLeave: () => void;
  readonly onSent: (written: SentAnswer) => void;
}

/** 转给其他单位: what kind, to whom, why, and where the sealed file goes. */
export function SendForm({ procedure, state, onLeave, onSent }: SendFormProps): ReactNode {
  const { t } = useTranslation('transfers');
  const desk = useDesk();
  const { office } = useOpenDesk();
  const { colleagues = [] } = office;
  const [only] = colleagues.length === 1 ? colleagues : [];
  const draft = useFormDraft(
    { form: 'transfer', case: state.id },
    { kind: 'hand-over', office: only?.card.code ?? '', reason: '', alongReason: '' },
  );
  const { kind, office: to, reason } = draft.texts;
  const [missing, setMissing] = useState<'office' | 'reason' | 'waits' | 'along' | null>(null);
  const form = useRef<HTMLDivElement>(null);
  useLeave(t('notNow'), onLeave, form);
  const known = colleagues.find(({ card }) => card.code === to);
  const waits = state.transfers?.some(each => each.to.code === to && isOnItsWay(each)) ?? false;
  const [anew, setAnew] = useState(false);
  const along = useGoesAlong(procedure, state);
  return (
    <div className="transfers-form" role="group" aria-label={t('send.act')} ref={form}>
      <fieldset>
        <legend>{t('send.kind')}</legend>
        {TRANSFER_KINDS.map(each => (
          <label key={each} className="transfers-choice">
            <input
              type="radio"
              name="transfer-kind"
              checked={kind === each}
              onChange={() => draft.write({ kind: each })}
            />
            <span>
              {t(`kind.${each}`)}
              <small>{t(`kindNote.${each}`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <label>
        {t('send.office')}
        <select
          autoComplete="off"
          value={known ? to : ''}
          aria-invalid={missing === 'office' || undefined}
          onChange={event => {
            setMissing(null);
            draft.write({ office: event.currentTarget.value });
          }}
        >
          <option value="">{t('send.choose')}</option>
          {colleagues.map(({ card }) => (
            <option key={card.code} value={card.code}>
              {t('send.option', { name: card.name, code: card.code })}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('send.reason')}
        <textarea
          autoComplete="off"
          rows={3}
          maxLength={MOST_TRANSFER_REASON}
          value={reason}
          aria-invalid={missing === 'reason' || undefined}
          onChange={event => {
            setMissing(null);
            draft.write({ reason: event.currentTarget.value });
          }}
        />
      </label>
      {waits && (
        <label className="transfers-choice">
          <input
            type="checkbox"
            checked={anew}
            onChange={event => {
              setMissing(null);
              setAnew(event.currentTarget.checked);
            }}
          />
          <span>
            {t('send.anew')}
            <small>{t('send.anewNote', { name: known?.card.name ?? '' })}</small>
          </span>
        </label>
      )}
      {missing && <p role="alert">{t(`send.missing.${missing}`, { name: known?.card.name ?? '' })}</p>}
      <Staying procedure={procedure} state={state} />
      <GoesAlong
        along={along}
        reason={draft.texts.alongReason}
        missing={missing === 'along'}
        onChange={alongReason => {
          setMissing(null);
          draft.write({ alongReason });
        }}
      />
      <p className="transfers-quiet">{t('send.steps')}</p>
      <PlaceActs
        label={t('send.where')}
        next
        write={place => {
          const said = plain(draft.texts.alongReason);
          const lacks = !known
            ? 'office'
            : waits && !anew
              ? 'waits'
              : plain(reason) === ''
                ? 'reason'
                : along.ticked.length > 0 && said === ''
                  ? 'along'
                  : null;
          setMissing(lacks);
          if (lacks !== null || !known) return null;
          return desk.api.transfers.send({
            ...{ case: state.id, kind: kind as TransferKind, office: known.card.code, to: place },
            reason: plain(reason),
            ...(along.ticked.length > 0 ? { along: { fields: along.ticked, reason: said } } : {}),
          });
        }}
        onWritten={written => void draft.drop().then(() => onSent(written))}
      />
      <ActButton size="small" onClick={onLeave}>
        {t('notNow')}
      </ActButton>
    </div>
  );
}

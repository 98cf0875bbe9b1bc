import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMIT_UNITS, type LimitUnit } from '#shared/calendar/limit.types.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Limit } from '#shared/procedure/limit.schema.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { FaultNotice, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';

export interface OwnFigureFormProps {
  readonly procedure: string;
  readonly limit: Limit;
  readonly language: Language;
  readonly onDone: () => void;
}

/** Another figure than the pack's, with the reason; for cases received from now on. */
export function OwnFigureForm({ procedure, limit, language, onDone }: OwnFigureFormProps): ReactNode {
  const { t } = useTranslation('procedures');
  const desk = useDesk();
  const [amount, setAmount] = useState(String(limit.amount ?? ''));
  const [unit, setUnit] = useState<LimitUnit>(limit.unit);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState(false);
  const [fault, setFault] = useState<AnyFault | null>(null);

  const submit = async (
    figure: { readonly amount: number; readonly unit: LimitUnit } | null,
  ): Promise<void> => {
    const done = await desk.submitOffice({ type: 'set-limit', procedure, limit: limit.id, figure, reason });
    if (done.ok) onDone();
    else setFault(done.error);
  };
  const save = (): void => {
    const figure = Number(amount.normalize('NFKC').trim());
    const bad = amount.trim() === '' || !Number.isFinite(figure) || figure < 0;
    setWrong(bad);
    if (!bad) void submit({ amount: figure, unit });
  };

  return (
    <div
      className="procedure-form"
      role="group"
      aria-label={t('setTitle', { name: inLanguage(limit.name, language) })}
    >
      {fault && <FaultNotice title={t('notSaved')} fault={fault} />}
      <label>
        {t('amount')}
        <input
          inputMode="decimal"
          autoComplete="off"
          autoFocus
          aria-invalid={wrong || undefined}
          value={amount}
          onChange={event => setAmount(event.currentTarget.value)}
        />
      </label>
      {wrong && <small role="alert">{t('badNumber')}</small>}
      <label>
        {t('unit')}
        <select
          autoComplete="off"
          value={unit}
          onChange={event => setUnit(event.currentTarget.value as LimitUnit)}
        >
          {LIMIT_UNITS.map(each => (
            <option key={each} value={each}>
              {t(`figure.${each}`, { amount: '' }).trim()}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('reason')}
        <textarea
          autoComplete="off"
          rows={2}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
      </label>
      <small>{t('fromNow')}</small>
      <div className="procedure-acts">
        <ActButton rank="filled" onClick={save}>
          {t('saveOwn')}
        </ActButton>
        <ActButton onClick={() => void submit(null)}>{t('giveBack')}</ActButton>
        <ActButton rank="text" onClick={onDone}>
          {t('notNow')}
        </ActButton>
      </div>
    </div>
  );
}

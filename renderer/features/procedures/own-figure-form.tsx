import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMIT_UNITS, type LimitUnit } from '#shared/calendar/limit.types.ts';
import type { OfficeCommand } from '#shared/case/office.decide.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Limit } from '#shared/procedure/limit.schema.ts';
import { OwnForm } from './own-form.tsx';

export interface OwnFigureFormProps {
  readonly procedure: string;
  readonly limit: Limit;
  readonly language: Language;
  readonly onDone: () => void;
}

/** Another figure than the pack's. */
export function OwnFigureForm({ procedure, limit, language, onDone }: OwnFigureFormProps): ReactNode {
  const { t } = useTranslation('procedures');
  const [amount, setAmount] = useState(String(limit.amount ?? ''));
  const [unit, setUnit] = useState<LimitUnit>(limit.unit);
  const [wrong, setWrong] = useState(false);

  const own = (reason: string): OfficeCommand | null => {
    const figure = Number(amount.normalize('NFKC').trim());
    const bad = amount.trim() === '' || !Number.isFinite(figure) || figure < 0;
    setWrong(bad);
    if (bad) return null;
    return { type: 'set-limit', procedure, limit: limit.id, figure: { amount: figure, unit }, reason };
  };

  return (
    <OwnForm
      name={inLanguage(limit.name, language)}
      saveWords={t('saveOwn')}
      own={own}
      back={reason => ({ type: 'set-limit', procedure, limit: limit.id, figure: null, reason })}
      onDone={onDone}
    >
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
    </OwnForm>
  );
}

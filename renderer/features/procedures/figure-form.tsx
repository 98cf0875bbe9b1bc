import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMIT_UNITS, type LimitUnit } from '#shared/calendar/limit.types.ts';
import type { OfficeCommand } from '#shared/case/office.decide.ts';
import { useFormDraft } from '#renderer/db/live/use-form-draft.ts';
import { OwnForm } from './own-form.tsx';

/** As it is typed: without a unit where something is counted that is no time. */
export interface TypedFigure {
  readonly amount: number;
  readonly unit?: LimitUnit;
}

export interface FigureFormProps {
  readonly procedure: string;
  /** What is set, by its id. */
  readonly of: string;
  /** What is set, in words. */
  readonly name: string;
  readonly amount: number | undefined;
  readonly unit?: LimitUnit | undefined;
  readonly units?: readonly LimitUnit[];
  /** Null gives it back to the pack. */
  readonly command: (figure: TypedFigure | null, reason: string) => OfficeCommand;
  readonly onDone: () => void;
}

/** Full-width digits are what a Chinese input method writes. */
const read = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.normalize('NFKC')));

/** Another figure than the pack's. */
export function FigureForm({
  procedure,
  of,
  name,
  amount: now,
  unit: unitNow,
  units = LIMIT_UNITS,
  command,
  onDone,
}: FigureFormProps): ReactNode {
  const { t } = useTranslation('procedures');
  const draft = useFormDraft(
    { form: 'own', of, procedure },
    { amount: String(now ?? ''), unit: unitNow ?? '', reason: '' },
  );
  const { amount } = draft.texts;
  const unit = unitNow && (units.find(each => each === draft.texts.unit) ?? unitNow);
  const [wrong, setWrong] = useState(false);

  const own = (reason: string): OfficeCommand | null => {
    const figure = read(amount);
    const bad = !Number.isFinite(figure) || figure < 0;
    setWrong(bad);
    return bad ? null : command({ amount: figure, ...(unit === undefined ? {} : { unit }) }, reason);
  };

  return (
    <OwnForm
      name={name}
      draft={draft}
      saveWords={t('saveOwn')}
      own={own}
      back={reason => command(null, reason)}
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
          onChange={event => draft.write({ amount: event.currentTarget.value })}
        />
      </label>
      {wrong && <small role="alert">{t('badNumber')}</small>}
      {unit !== undefined && (
        <label>
          {t('unit')}
          <select
            autoComplete="off"
            value={unit}
            onChange={event => draft.write({ unit: event.currentTarget.value })}
          >
            {units.map(each => (
              <option key={each} value={each}>
                {t(`figure.${each}`, { amount: '' }).trim()}
              </option>
            ))}
          </select>
        </label>
      )}
    </OwnForm>
  );
}

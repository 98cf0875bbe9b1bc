import { NativeSelect } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { INDICATOR_COUNTS, type Indicator, type IndicatorCount } from '#shared/procedure/indicator.ts';
import { COUNT_WORDS, formulaInForce, INDICATOR_NAMES } from '#shared/reports/indicator.formulas.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { FaultNotice, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { EntryForm } from '#renderer/ui/entry-form/entry-form.tsx';

export interface FormulaFormProps {
  readonly indicator: Indicator;
  readonly language: Language;
  readonly onDone: () => void;
}

/** What an indicator is made of, by the office itself, with the reason. */
export function FormulaForm({ indicator, language, onDone }: FormulaFormProps): ReactNode {
  const { t } = useTranslation('statistics');
  const desk = useDesk();
  const { office } = useOpenDesk();
  const { of, over, set } = formulaInForce(indicator, office);
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<{ of: IndicatorCount; over: IndicatorCount | null }>({ of, over });
  const [lacks, setLacks] = useState(false);
  const [fault, setFault] = useState<AnyFault | null>(null);
  const name = inLanguage(INDICATOR_NAMES[indicator], language);
  const submit = async (formula: typeof chosen | null): Promise<void> => {
    const isLacking = reason.trim() === '';
    setLacks(isLacking);
    if (isLacking) return;
    const done = await desk.submitOffice({ type: 'choose-formula', indicator, formula, reason });
    if (done.ok) onDone();
    else setFault(done.error);
  };
  const counts = INDICATOR_COUNTS.map(value => ({ value, label: inLanguage(COUNT_WORDS[value], language) }));
  return (
    <EntryForm
      label={t('formulaOf', { name })}
      leave={t('notNow')}
      onLeave={onDone}
      acts={
        <>
          <ActButton rank="filled" onClick={() => void submit(chosen)}>
            {t('useFormula')}
          </ActButton>
          {set && <ActButton onClick={() => void submit(null)}>{t('backToProgram')}</ActButton>}
        </>
      }
    >
      {fault && <FaultNotice title={t('notSet')} fault={fault} />}
      <NativeSelect
        label={t('numerator')}
        size="md"
        value={chosen.of}
        onChange={event => setChosen({ ...chosen, of: event.currentTarget.value as IndicatorCount })}
        data={counts}
      />
      <NativeSelect
        label={t('denominator')}
        size="md"
        value={chosen.over ?? ''}
        onChange={event =>
          setChosen({ ...chosen, over: (event.currentTarget.value || null) as IndicatorCount | null })
        }
        data={[{ value: '', label: t('noDenominator') }, ...counts]}
      />
      <label>
        {t('reason')}
        <textarea
          autoComplete="off"
          rows={2}
          aria-invalid={lacks || undefined}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
      </label>
      {lacks && <small role="alert">{t('noReason')}</small>}
    </EntryForm>
  );
}

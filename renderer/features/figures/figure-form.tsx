import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { BaseFigure } from '#shared/procedure/rate.schema.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useFormDraft } from '#renderer/db/live/use-form-draft.ts';
import { FaultNotice, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { EntryForm } from '#renderer/ui/entry-form/entry-form.tsx';
import { typedAmount } from './typed-amount.ts';

export interface FigureFormProps {
  readonly procedure: string;
  readonly figure: BaseFigure;
  readonly month: PlainMonth;
  /** What stands there now. */
  readonly amount: number | null;
  /** The figure and its month in words. */
  readonly name: string;
  readonly language: Language;
  readonly onDone: (entered: boolean) => void;
}

/** A figure of a month, with what it was taken from. */
export function FigureForm(props: FigureFormProps): ReactNode {
  const { procedure, figure, month, amount, name, language, onDone } = props;
  const { t } = useTranslation('figures');
  const desk = useDesk();
  const draft = useFormDraft(
    { form: 'figure', of: `${figure.key} ${month}`, procedure },
    { typed: amount === null ? '' : String(amount), reason: '' },
  );
  const { typed, reason } = draft.texts;
  const [wrong, setWrong] = useState<'amount' | 'source' | null>(null);
  const [fault, setFault] = useState<AnyFault | null>(null);
  const submit = async (entered: number | null): Promise<void> => {
    const command = { type: 'enter-figure', procedure, figure: figure.key, month, reason } as const;
    const done = await desk.submitOffice({ ...command, amount: entered });
    if (!done.ok) {
      setFault(done.error);
      return;
    }
    await draft.drop();
    onDone(true);
  };
  const save = (found: number | undefined | null): void => {
    const missing = found === undefined ? 'amount' : reason.trim() === '' ? 'source' : null;
    setWrong(missing);
    if (found !== undefined && missing === null) void submit(found);
  };
  return (
    <EntryForm
      label={t('enterOf', { name })}
      leave={t('notNow')}
      onLeave={() => onDone(false)}
      acts={
        <>
          <ActButton rank="filled" onClick={() => save(typedAmount(typed))}>
            {t('save')}
          </ActButton>
          {amount !== null && <ActButton onClick={() => save(null)}>{t('takeAway')}</ActButton>}
        </>
      }
    >
      {fault && <FaultNotice title={t('notEnteredNow')} fault={fault} />}
      {figure.note && <p className="figures-quiet">{inLanguage(figure.note, language)}</p>}
      <label>
        {t('amount', { unit: inLanguage(figure.unit, language) })}
        <input
          inputMode="decimal"
          autoComplete="off"
          autoFocus
          aria-invalid={wrong === 'amount' || undefined}
          value={typed}
          onChange={event => draft.write({ typed: event.currentTarget.value })}
        />
      </label>
      {wrong === 'amount' && <small role="alert">{t('badAmount')}</small>}
      <label>
        {t('from')}
        <textarea
          autoComplete="off"
          rows={2}
          aria-invalid={wrong === 'source' || undefined}
          value={reason}
          onChange={event => draft.write({ reason: event.currentTarget.value })}
        />
      </label>
      {wrong === 'source' && <small role="alert">{t('noSource')}</small>}
    </EntryForm>
  );
}

import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenNumber, type NumberBook } from '#shared/case/number-books.ts';
import type { OfficeCommand } from '#shared/case/office.decide.ts';
import { assertNever } from '#shared/core/assert.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useFormDraft } from '#renderer/db/live/use-form-draft.ts';
import { FaultNotice, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { EntryForm } from '#renderer/ui/entry-form/entry-form.tsx';

export type NumberAct = 'start' | 'reserve' | 'void';

export interface NumberFormProps {
  readonly act: NumberAct;
  readonly book: NumberBook;
  readonly name: string;
  readonly date: PlainDate;
  readonly onDone: () => void;
}

/** Full-width digits are what a Chinese input method writes. */
const whole = (text: string): number => {
  const plain = text.normalize('NFKC').trim();
  return /^\d+$/.test(plain) ? Number(plain) : Number.NaN;
};

/** Where counting goes on, a block kept for another desk, or a number that is not used any more. */
export function NumberForm({ act, book, name, date, onDone }: NumberFormProps): ReactNode {
  const { t } = useTranslation('procedures');
  const desk = useDesk();
  const { office } = useOpenDesk();
  const draft = useFormDraft(
    { form: 'number', of: `${act} ${book.counter}` },
    { from: act === 'void' ? '' : String(book.next), to: '', why: '' },
  );
  const { from, to, why } = draft.texts;
  const [fault, setFault] = useState<AnyFault | null>(null);
  const { counter } = book;

  const command = (): OfficeCommand => {
    const n = whole(from);
    switch (act) {
      case 'start':
        return { type: 'start-number', counter, first: n };
      case 'reserve':
        return { type: 'reserve-block', counter, from: n, to: whole(to), for: why.trim() };
      case 'void': {
        const number = Number.isSafeInteger(n) && n > 0 ? writtenNumber(office, book, date, n) : '';
        return { type: 'void-number', counter, n, number, reason: why };
      }
      default:
        return assertNever(act);
    }
  };
  const submit = async (): Promise<void> => {
    const done = await desk.submitOffice(command());
    if (!done.ok) {
      setFault(done.error);
      return;
    }
    await draft.drop();
    onDone();
  };
  const entry = (
    label: string,
    value: string,
    onChange: (text: string) => void,
    first = false,
  ): ReactNode => (
    <label>
      {label}
      <input
        inputMode="numeric"
        autoComplete="off"
        autoFocus={first}
        value={value}
        onChange={event => onChange(event.currentTarget.value)}
      />
    </label>
  );

  return (
    <EntryForm
      label={t(`number.${act}Of`, { name })}
      leave={t('notNow')}
      onLeave={onDone}
      acts={
        <>
          <ActButton rank="filled" onClick={() => void submit()}>
            {t(`number.${act}Do`)}
          </ActButton>
        </>
      }
    >
      {fault && <FaultNotice title={t('number.notDone')} fault={fault} />}
      {entry(t(`number.${act}From`), from, text => draft.write({ from: text }), true)}
      {act === 'reserve' && entry(t('number.reserveTo'), to, text => draft.write({ to: text }))}
      {act !== 'start' && (
        <label>
          {t(`number.${act}Why`)}
          <input
            autoComplete="off"
            value={why}
            maxLength={200}
            onChange={event => draft.write({ why: event.currentTarget.value })}
          />
        </label>
      )}
      <small>{t(`number.${act}Note`)}</small>
    </EntryForm>
  );
}

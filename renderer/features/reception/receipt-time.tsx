import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf, instantAt, timeOf, type Instant } from '#shared/core/instant.ts';
import { plainDate } from '#shared/core/plain-date.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { DateTimeCell } from '#renderer/ui/paper-form/date-time-cell.tsx';
import { readDateTime } from '#renderer/ui/paper-form/date-time.reader.ts';
import './receipt-time.css';

/** When the matter came in: now, at a moment that was typed, or not yet to be told. */
export type Receipt = 'now' | 'unclear' | Instant;

export interface ReceiptTimeProps {
  readonly receipt: Receipt;
  /** False: nothing can be registered for that moment. */
  readonly onChange: (receipt: Receipt) => boolean;
}

type Wrong = 'unread' | 'future' | 'noProcedure';

const written = (at: Instant): string => `${dateOf(at)} ${timeOf(at)}`;

/** A letter lies a day before it is registered: limits and the procedure follow from the day it came. */
export function ReceiptTime({ receipt, onChange }: ReceiptTimeProps): ReactNode {
  const { t } = useTranslation('reception');
  const desk = useDesk();
  const id = useId();
  const [typed, setTyped] = useState(receipt === 'now' || receipt === 'unclear' ? '' : written(receipt));
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const now = (): string => written(desk.now());

  const refuse = (why: Wrong): void => {
    setWrong(why);
    onChange('unclear');
  };
  const take = (text: string): void => {
    const read = readDateTime(text, 'minute', now());
    if (read === undefined || read === '') {
      refuse('unread');
      return;
    }
    const [day = '', time = ''] = read.split(' ');
    const at = instantAt(plainDate(day), time);
    if (at > desk.now()) {
      refuse('future');
      return;
    }
    if (!onChange(at)) {
      refuse('noProcedure');
      return;
    }
    setWrong(null);
  };
  return (
    <div className="receipt-time">
      <label htmlFor={id}>{t('receipt.label')}</label>
      <DateTimeCell
        id={id}
        precision="minute"
        now={now}
        autoFocus={receipt === 'unclear'}
        value={typed}
        aria-invalid={wrong !== null || undefined}
        onChange={event => {
          setTyped(event.currentTarget.value);
          onChange('unclear');
        }}
        onBlur={event => take(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
      <ActButton rank="text" size="small" onClick={() => onChange('now')}>
        {t('receipt.now')}
      </ActButton>
      {wrong && <small role="alert">{t(`receipt.${wrong}`)}</small>}
    </div>
  );
}

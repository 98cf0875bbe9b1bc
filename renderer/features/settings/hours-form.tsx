import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeHours } from '#shared/calendar/limit.types.ts';
import { dayInText, WEEKDAYS } from '#shared/calendar/office-hours.ts';
import { dateOf, instantAt, timeOf, type Instant } from '#shared/core/instant.ts';
import { plainDate } from '#shared/core/plain-date.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useFormDraft } from '#renderer/db/live/use-form-draft.ts';
import { FaultNotice, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { EntryForm } from '#renderer/ui/entry-form/entry-form.tsx';
import { readDateTime } from '#renderer/ui/paper-form/date-time.reader.ts';
import { hoursFrom, readTypedHours, typedHours, type TypedDay, type TypedHours } from './typed-hours.ts';

export interface HoursFormProps {
  /** Those that are in force. */
  readonly hours: OfficeHours;
  readonly language: Language;
  readonly onDone: () => void;
}

const NO_DAY: TypedDay = { date: '', times: '' };

/** From now on for an empty line, today and now; from the beginning of a day to come. Undefined for no date. */
function readFrom(typed: string, now: Instant): Instant | null | undefined {
  const read = readDateTime(typed, 'day', `${dateOf(now)} ${timeOf(now)}`);
  if (read === undefined) return undefined;
  return read === '' || read === dateOf(now) ? null : instantAt(plainDate(read), '00:00');
}

/** The week of the office, the days that are unlike it, and from when on. */
export function HoursForm({ hours, language, onDone }: HoursFormProps): ReactNode {
  const { t } = useTranslation('settings');
  const desk = useDesk();
  const [stands] = useState(() => typedHours(hours, dateOf(desk.now())));
  const draft = useFormDraft({ form: 'hours' }, { table: JSON.stringify(stands), from: '' });
  const { table, from } = draft.texts;
  const typed = readTypedHours(table) ?? stands;
  const setTyped = (next: TypedHours): void => draft.write({ table: JSON.stringify(next) });
  const [fault, setFault] = useState<AnyFault | null>(null);
  const [unread, setUnread] = useState('');

  const setDay = (nth: number, change: Partial<TypedDay>): void =>
    setTyped({
      ...typed,
      days: typed.days.map((day, index) => (index === nth ? { ...day, ...change } : day)),
    });

  const save = async (): Promise<void> => {
    setFault(null);
    setUnread('');
    const now = desk.now();
    const read = hoursFrom(typed, `${dateOf(now)} ${timeOf(now)}`);
    if (!read.ok) {
      setUnread(
        read.error.kind === 'date'
          ? t('hours.badDate', { typed: read.error.typed })
          : t('hours.badTimes', { day: inLanguage(read.error.day, language), typed: read.error.typed }),
      );
      return;
    }
    const start = readFrom(from, now);
    if (start === undefined) {
      setUnread(t('hours.badDate', { typed: from }));
      return;
    }
    const done = await desk.submitOffice({ type: 'set-hours', hours: read.value, from: start });
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
    hint?: string,
  ): ReactNode => (
    <label>
      {label}
      <input
        autoComplete="off"
        placeholder={hint}
        value={value}
        onChange={event => onChange(event.currentTarget.value)}
      />
    </label>
  );

  return (
    <EntryForm
      label={t('hours.change')}
      leave={t('hours.notNow')}
      onLeave={onDone}
      acts={
        <>
          <ActButton rank="filled" onClick={() => void save()}>
            {t('hours.save')}
          </ActButton>
        </>
      }
    >
      <small>{t('hours.how')}</small>
      {WEEKDAYS.map(day => (
        <div key={day} className="settings-weekday">
          {entry(
            inLanguage(dayInText(day), language),
            typed.week[day] ?? '',
            text => setTyped({ ...typed, week: { ...typed.week, [day]: text } }),
            t('hours.closed'),
          )}
        </div>
      ))}
      <small>{t('hours.daysNote')}</small>
      {typed.days.map((day, nth) => (
        // A line has no name but its place, and none is taken away.
        <div className="settings-day" key={nth}>
          {entry(t('hours.date', { nth: nth + 1 }), day.date, date => setDay(nth, { date }), '12-31')}
          {entry(
            t('hours.times', { nth: nth + 1 }),
            day.times,
            times => setDay(nth, { times }),
            t('hours.closed'),
          )}
        </div>
      ))}
      <div>
        <ActButton size="small" onClick={() => setTyped({ ...typed, days: [...typed.days, NO_DAY] })}>
          {t('hours.addDay')}
        </ActButton>
      </div>
      {entry(t('hours.from'), from, text => draft.write({ from: text }), t('hours.fromNow'))}
      {unread !== '' && (
        <p role="alert" className="settings-wrong">
          {unread}
        </p>
      )}
      {fault && <FaultNotice title={t('hours.notSaved')} fault={fault} />}
    </EntryForm>
  );
}

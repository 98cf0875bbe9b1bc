import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimeNote } from '#shared/calendar/limit.types.ts';
import { dateOf, instantFromMs, msOf, timeOf, type Instant } from '#shared/core/instant.ts';
import { monthDay } from '#renderer/i18n/day-words.ts';
import './time-bar.css';

export interface TimeBarProps {
  readonly times: readonly TimeNote[];
  readonly now: Instant;
  /** null while the clock is stopped. */
  readonly due: Instant | null;
}

interface Stretch extends TimeNote {
  readonly past: boolean;
}

/** The present cuts the counted stretch it falls in into one that is over and one that is ahead. */
function cutAtNow(times: readonly TimeNote[], now: Instant): Stretch[] {
  const moment = msOf(now);
  return times.flatMap((note): Stretch[] => {
    const from = msOf(note.from);
    const to = msOf(note.to);
    if (note.state !== 'counted' || moment <= from || moment >= to) return [{ ...note, past: to <= moment }];
    const cut = instantFromMs(moment);
    const gone = Math.round((moment - from) / 60_000);
    return [
      { ...note, to: cut, minutes: gone, past: true },
      { ...note, from: cut, minutes: note.minutes - gone, past: false },
    ];
  });
}

function durationWords(t: TFunction<'ui'>, minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return t('unit.minutes', { count: rest });
  if (rest === 0) return t('unit.hours', { count: hours });
  return t('why.hoursMinutes', {
    hours: t('unit.hours', { count: hours }),
    minutes: t('unit.minutes', { count: rest }),
  });
}

/** For limits in minutes and hours: the hours that count, side by side, and the closed ones between them. */
export function TimeBar({ times, now, due }: TimeBarProps): ReactNode {
  const { t } = useTranslation('ui');
  const words = (note: TimeNote): string =>
    note.state === 'counted'
      ? t('why.timeCounted', { amount: durationWords(t, note.minutes) })
      : t(note.state === 'closed' ? 'why.timeClosed' : 'why.timePaused');

  return (
    <div className="ui-times">
      <div className="ui-times-bar keep-colors" aria-hidden>
        {cutAtNow(times, now).map(stretch => (
          <span
            key={stretch.from}
            data-state={stretch.state}
            data-past={stretch.past || undefined}
            style={{ flexGrow: stretch.state === 'closed' ? 0 : stretch.minutes }}
          >
            {stretch.state === 'closed' && t('why.closed')}
            {stretch.state === 'paused' && t('why.pause')}
          </span>
        ))}
        {due !== null && <b>{t('why.dueAt', { time: timeOf(due) })}</b>}
      </div>
      <ol className="ui-times-list" aria-label={t('why.timesLabel')}>
        {times.map(note => (
          <li key={note.from} data-state={note.state}>
            <span className="num">
              {monthDay(t, dateOf(note.from))} {timeOf(note.from)}–{timeOf(note.to)}
            </span>{' '}
            {words(note)}
          </li>
        ))}
      </ol>
    </div>
  );
}

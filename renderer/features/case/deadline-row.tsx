import type { TFunction } from 'i18next';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Counted, DayNote } from '#shared/calendar/limit.types.ts';
import type { Clock } from '#shared/case/clocks.ts';
import { weekdayInBrackets, writtenDate, writtenDayWithWeekday } from '#shared/calendar/chinese-date.ts';
import { dateOf, timeOf, type Instant } from '#shared/core/instant.ts';
import { inLanguage, type Language, type Text } from '#shared/core/text.ts';
import { yearOf } from '#shared/core/plain-date.ts';
import type { WorkingCalendar } from '#shared/calendar/limit.types.ts';
import { deadlineOf } from '#renderer/features/cases/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { DeadlineCalendar } from '#renderer/ui/deadline/deadline-calendar.tsx';
import { DeadlineMark } from '#renderer/ui/deadline/deadline-mark.tsx';
import { DeadlineWhy, type WhyFacts } from '#renderer/ui/deadline/deadline-why.tsx';
import { TimeBar } from '#renderer/ui/deadline/time-bar.tsx';

export interface DeadlineRowProps {
  readonly clock: Clock;
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly language: Language;
  readonly openAtFirst: boolean;
  /** The way to extend it, where there is one. */
  readonly extend?: ReactNode;
}

/** Skipped days by their reason: 国庆节 7 天、周末 2 天. */
function tally(days: readonly DayNote[], language: Language, weekend: string): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { state, day } of days) {
    if (state !== 'skipped') continue;
    const reason = day.kind === 'holiday' ? inLanguage(day.name, language) : weekend;
    sums.set(reason, (sums.get(reason) ?? 0) + 1);
  }
  return sums;
}

/** Of a limit in minutes or hours: how much of the time was counted, and what was not. */
function whyOfTime(
  { limit }: Clock,
  { times, due, unknownYears }: Counted,
  start: Instant,
  language: Language,
  t: TFunction<'case'>,
): { sentence: string; facts: WhyFacts } {
  const minutes = (state: (typeof times)[number]['state']): number =>
    times.filter(each => each.state === state).reduce((sum, each) => sum + each.minutes, 0);
  const spoken = (at: Instant): string => `${writtenDayWithWeekday(dateOf(at), language)} ${timeOf(at)}`;
  const facts: Record<string, ReactNode> = {
    counted: t('why.minutes', { count: minutes('counted') }),
    ...(minutes('closed') > 0 ? { notCounted: t('why.closedMinutes', { count: minutes('closed') }) } : {}),
    ...(minutes('paused') > 0 ? { paused: t('why.minutes', { count: minutes('paused') }) } : {}),
    rule: inLanguage(limit.rule, language),
    ...(unknownYears.length > 0
      ? { calendar: t('why.unknownYear', { years: unknownYears.join(t('why.list')) }) }
      : {}),
  };
  const from = spoken(start);
  const sentence =
    due === null
      ? t('why.timePaused', { from })
      : limit.unit === 'at-once'
        ? t('why.atOnce', { from })
        : t('why.time', { from, due: spoken(due) });
  return { sentence, facts };
}

function useWhy({ clock, calendar, language }: DeadlineRowProps): { sentence: string; facts: WhyFacts } {
  const { t } = useTranslation('case');
  const { counted, start, limit } = clock;
  if (!counted || !start) return { sentence: '', facts: {} };
  const words = (text: Text): string => inLanguage(text, language);
  const { days, dueDate } = counted;
  const count = (state: DayNote['state']): number => days.filter(day => day.state === state).length;
  const makeUp = days.filter(({ state, day }) => state === 'counted' && day.kind === 'make-up');
  const skipped = [...tally(days, language, t('why.weekend'))].map(([reason, amount]) =>
    t('why.reasonDays', { reason, amount }),
  );
  const paused = count('paused');
  const years = [...new Set(days.map(({ date }) => yearOf(date)))];
  const sources = years.flatMap(year => {
    const source = calendar.sourceOf(year);
    return source ? [words(source)] : [];
  });
  const unknown = counted.unknownYears.join(t('why.list'));
  const facts: Record<string, ReactNode> = {
    counted:
      t('why.countedDays', { count: count('counted') }) +
      (makeUp.length > 0
        ? t('why.withMakeUp', {
            days: makeUp.map(({ date }) => writtenDayWithWeekday(date, language)).join(t('why.list')),
          })
        : ''),
    ...(skipped.length > 0 ? { notCounted: skipped.join(t('why.list')) } : {}),
    ...(paused > 0 ? { paused: t('why.pausedDays', { count: paused }) } : {}),
    rule: words(limit.rule),
    calendar: unknown === '' ? sources.join(t('why.list')) : t('why.unknownYear', { years: unknown }),
  };
  const from = writtenDayWithWeekday(dateOf(start), language);
  if (counted.precision === 'minute') return whyOfTime(clock, counted, start, language, t);
  const sentence =
    dueDate === null
      ? t('why.sentencePaused', { from })
      : t('why.sentence', { from, due: writtenDayWithWeekday(dueDate, language) });
  return { sentence, facts };
}

/** The day, with its year where that is another one, and the minute where the limit counts minutes. */
function spokenDue(counted: Counted, now: Instant, language: Language): string {
  const { due, dueDate, precision } = counted;
  if (dueDate === null) return '';
  const day =
    yearOf(dueDate) === yearOf(dateOf(now))
      ? writtenDayWithWeekday(dueDate, language)
      : `${writtenDate(dueDate, language)}${language === 'en' ? ' ' : ''}${weekdayInBrackets(dueDate, language)}`;
  return precision === 'minute' && due !== null ? `${day} ${timeOf(due)}` : day;
}

/** One limit of the case: its mark, its day, and behind a button why it falls there. */
export function DeadlineRow(props: DeadlineRowProps): ReactNode {
  const { clock, now, language, openAtFirst } = props;
  const { t } = useTranslation('case');
  const [open, setOpen] = useState(openAtFirst);
  const why = useWhy(props);
  const { counted, limit, original } = clock;
  const name = inLanguage(limit.name, language);
  // Withdrawn or ended another way: nobody waits for that day any more.
  const over = clock.status === 'stopped';
  const provisional = !over && (counted?.unknownYears.length ?? 0) > 0;
  return (
    <section className="case-deadline" aria-label={t('deadlineOf', { name })}>
      <div className="case-deadline-line">
        <h3>{name}</h3>
        <DeadlineMark state={deadlineOf(clock)} />
        {counted?.dueDate && !over && (
          <strong className="num">
            <time dateTime={counted.precision === 'minute' && counted.due ? counted.due : counted.dueDate}>
              {t('before', { date: spokenDue(counted, now, language) })}
            </time>
          </strong>
        )}
        {provisional && <span className="case-deadline-original">{t('provisional')}</span>}
        {original?.dueDate && (
          <span className="case-deadline-original">
            {t('original', { date: writtenDayWithWeekday(original.dueDate, language) })}
          </span>
        )}
        {props.extend}
        {counted && !over && (
          <ActButton rank="text" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('why.button')}
          </ActButton>
        )}
      </div>
      {open && counted && !over && (
        <DeadlineWhy sentence={why.sentence} facts={why.facts}>
          {counted.precision === 'minute' ? (
            counted.times.length > 0 && <TimeBar times={counted.times} now={now} due={counted.due} />
          ) : (
            <DeadlineCalendar days={counted.days} today={dateOf(now)} due={counted.dueDate} />
          )}
        </DeadlineWhy>
      )}
    </section>
  );
}

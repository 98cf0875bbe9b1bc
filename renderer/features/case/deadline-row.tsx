import { IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { weekdayInBrackets, writtenDate, writtenDayWithWeekday } from '#shared/calendar/chinese-date.ts';
import type { Counted, WorkingCalendar } from '#shared/calendar/limit.types.ts';
import { explainClock } from '#shared/case/clock.explain.ts';
import { inFull, lineInWords, withoutYear, type DayWriting } from '#shared/case/clock.words.ts';
import type { Clock } from '#shared/case/clocks.ts';
import { dateOf, timeOf, type Instant } from '#shared/core/instant.ts';
import { yearOf } from '#shared/core/plain-date.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { deadlineOf } from '#renderer/features/cases/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';
import { DeadlineCalendar } from '#renderer/ui/deadline/deadline-calendar.tsx';
import { DeadlineMark } from '#renderer/ui/deadline/deadline-mark.tsx';
import { DeadlineWhy } from '#renderer/ui/deadline/deadline-why.tsx';
import { TimeBar } from '#renderer/ui/deadline/time-bar.tsx';

export interface DeadlineRowProps {
  readonly clock: Clock;
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly language: Language;
  /** The one that runs out first: it is explained at once, and Alt+W is for it. */
  readonly isFirst: boolean;
  /** Puts the explanation on paper. */
  readonly onPrint: () => void;
  /** The way to extend it, where there is one. */
  readonly extend?: ReactNode;
}

/** Days of this year go without it, as everywhere on the screen. */
const writingOf = ({ start, counted }: Clock, now: Instant, language: Language): DayWriting => {
  const years = [start && dateOf(start), counted?.dueDate].flatMap(date => (date ? [yearOf(date)] : []));
  return years.every(year => year === yearOf(dateOf(now))) ? withoutYear(language) : inFull(language);
};

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
  const { clock, now, calendar, language, isFirst, onPrint } = props;
  const { t } = useTranslation('case');
  const [open, setOpen] = useState(isFirst);
  const { counted, limit, original } = clock;
  const name = inLanguage(limit.name, language);
  // Withdrawn or ended another way: nobody waits for that day any more.
  const over = clock.status === 'stopped';
  const isExplained = counted !== undefined && !over;
  const why: Command = {
    ...{ id: `why-${limit.id}`, name: t('why.of', { name }), key: isFirst ? 'Alt+W' : undefined },
    group: 'here',
    run: () => setOpen(!open),
  };
  useCommands(isExplained ? [why] : []);
  const provisional = !over && (counted?.unknownYears.length ?? 0) > 0;
  return (
    <section className="case-deadline" aria-label={t('deadlineOf', { name })}>
      <div className="case-deadline-line">
        <h2>{name}</h2>
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
          <ActButton rank="text" size="small" command={why} aria-expanded={open}>
            {t('why.button')}
          </ActButton>
        )}
      </div>
      {open && counted && !over && (
        <DeadlineWhy
          lines={explainClock(clock, calendar).map(line =>
            lineInWords(line, writingOf(clock, now, language)),
          )}
          act={
            <ActButton
              rank="text"
              size="small"
              icon={<IconPrinter size={18} aria-hidden />}
              onClick={onPrint}
            >
              {t('why.print')}
            </ActButton>
          }
        >
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

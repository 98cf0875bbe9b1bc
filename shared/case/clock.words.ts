import {
  amountInWords,
  extensionInWords,
  figureInWords,
  minutesInWords,
} from '#shared/calendar/figure.words.ts';
import {
  weekdayInBrackets,
  writtenDate,
  writtenDayWithWeekday,
  writtenSpan,
} from '#shared/calendar/chinese-date.ts';
import type { DayKind, Pause, TimeNote } from '#shared/calendar/limit.types.ts';
import { assertNever } from '#shared/core/assert.ts';
import { dateOf, timeOf, type Instant } from '#shared/core/instant.ts';
import { addDays, type PlainDate } from '#shared/core/plain-date.ts';
import { inLanguage, type Language, type Text } from '#shared/core/text.ts';
import type { DayStretch, ExplanationLine, SkippedDays } from './clock.explain.ts';

/** How days are written: in full on paper, without the year on the screen, in figures by a command. */
export interface DayWriting {
  readonly language: Language;
  readonly day: (date: PlainDate) => string;
  readonly span: (from: PlainDate, to: PlainDate) => string;
}

const withWeekday = (day: string, date: PlainDate, language: Language): string =>
  `${day}${language === 'en' ? ' ' : ''}${weekdayInBrackets(date, language)}`;

export const inFull = (language: Language): DayWriting => ({
  language,
  day: date => withWeekday(writtenDate(date, language), date, language),
  span: (from, to) => writtenSpan(from, to, language),
});

export const withoutYear = (language: Language): DayWriting => ({
  language,
  day: date => writtenDayWithWeekday(date, language),
  span: (from, to) => writtenSpan(from, to, language),
});

/** `2026-10-09（周五）`: an explanation that another program reads, or that is looked through by a machine. */
export const inFigures: DayWriting = {
  language: 'zh-CN',
  day: date => withWeekday(date, date, 'zh-CN'),
  span: (from, to) => (from === to ? from : `${from} 至 ${to}`),
};

export const momentInWords = (at: Instant, { day }: DayWriting): string => `${day(dateOf(at))} ${timeOf(at)}`;

/** The two languages side by side, and the one that is asked for. */
const say = ({ language }: Pick<DayWriting, 'language'>, zh: string, en: string): string =>
  language === 'en' ? en : zh;

const listed = (items: readonly string[], writing: DayWriting): string =>
  items.join(say(writing, '、', ', '));

const TERMS: Readonly<Record<ExplanationLine['kind'], Required<Text>>> = {
  rule: { zh: '规定', en: 'Rule' },
  figure: { zh: '期限', en: 'Time given' },
  start: { zh: '起算', en: 'Start' },
  'counted-days': { zh: '算进去', en: 'Counted' },
  'counted-time': { zh: '算进去', en: 'Counted' },
  'skipped-days': { zh: '没有算', en: 'Not counted' },
  'closed-time': { zh: '没有算', en: 'Not counted' },
  paused: { zh: '中止', en: 'Stopped' },
  extended: { zh: '延长', en: 'Extended' },
  rolled: { zh: '顺延', en: 'Moved on' },
  calendar: { zh: '日历', en: 'Calendar' },
  'unknown-years': { zh: '日历', en: 'Calendar' },
  result: { zh: '到期', en: 'Due' },
  ended: { zh: '结果', en: 'Outcome' },
};

/** Runs of days, so that a holiday of a week is one span. */
function spansOf(days: readonly PlainDate[], writing: DayWriting): string {
  const spans: { from: PlainDate; to: PlainDate }[] = [];
  for (const date of days) {
    const last = spans.at(-1);
    if (last && addDays(last.to, 1) === date) last.to = date;
    else spans.push({ from: date, to: date });
  }
  return listed(
    spans.map(({ from, to }) => writing.span(from, to)),
    writing,
  );
}

const inDays = (amount: number, { language }: DayWriting): string =>
  amountInWords(amount, '天', 'day', language);

function skippedInWords({ reason, days }: SkippedDays, writing: DayWriting): string {
  const amount = inDays(days.length, writing);
  switch (reason.kind) {
    // Which days these are, everybody knows.
    case 'weekend':
      return say(writing, `周末 ${amount}`, `weekends ${amount}`);
    case 'holiday': {
      const name = inLanguage(reason.name, writing.language);
      const spans = spansOf(days, writing);
      return say(writing, `${name} ${amount}（${spans}）`, `${name} ${amount} (${spans})`);
    }
    case 'workday':
      return say(writing, `还没有到数的那个月的 ${amount}`, `before the month that is counted ${amount}`);
    default:
      return assertNever(reason);
  }
}

type Line<Kind extends ExplanationLine['kind']> = Extract<ExplanationLine, { kind: Kind }>;

function figureLine({ figure, rolls }: Line<'figure'>, writing: DayWriting): string {
  const long =
    figure === 'written'
      ? say(writing, '按写明的日子', 'the day that is written')
      : figure === 'none'
        ? say(writing, '没有数，只提醒', 'no figure, a reminder')
        : figureInWords(figure.amount, figure.unit, writing.language);
  return rolls
    ? long +
        say(writing, '；最后一天休息的，顺延到下一个工作日', '; a last day off moves to the next working day')
    : long;
}

function startLine({ at, waited, dayAfter }: Line<'start'>, writing: DayWriting): string {
  const notes = [
    waited
      ? say(
          writing,
          '收到时没有上班，从上班时起算',
          'it came while the office was closed, so from its opening',
        )
      : '',
    dayAfter ? say(writing, '当天不算', 'that day not included') : '',
  ].filter(note => note !== '');
  return [momentInWords(at, writing), ...notes].join(say(writing, '，', '; '));
}

/** From when to when, without what it is for. */
export function pauseSpan({ from, to }: Pick<Pause, 'from' | 'to'>, writing: DayWriting): string {
  const begun = momentInWords(from, writing);
  if (to === null) return say(writing, `${begun} 至 还没有恢复`, `${begun}, not yet resumed`);
  return say(
    writing,
    `${begun} 至 ${momentInWords(to, writing)}`,
    `${begun} to ${momentInWords(to, writing)}`,
  );
}

function pausedLine({ pause, lost }: Line<'paused'>, writing: DayWriting): string {
  const span = pauseSpan(pause, writing);
  const label = inLanguage(pause.label, writing.language);
  const amount =
    lost.in === 'days' ? inDays(lost.amount, writing) : minutesInWords(lost.amount, writing.language);
  const none = say(writing, '没有碰到要算的时间', 'no time that counts fell into it');
  const effect = lost.amount > 0 ? say(writing, `停 ${amount}`, `${amount} not counted`) : none;
  const shown = pause.to === null ? '' : say(writing, `，${effect}`, `; ${effect}`);
  return say(writing, `${span}${shown}（${label}）`, `${span}${shown} (${label})`);
}

/** More follows in the same line. */
const unended = (sentence: string): string => sentence.replace(/[。；.;]$/u, '');

function extendedLine({ extension, precision }: Line<'extended'>, writing: DayWriting): string {
  const { amount, unit, before, by, askedBy, at, reason } = extension;
  const long = extensionInWords(amount, unit, writing.language);
  const original =
    before === null
      ? undefined
      : precision === 'day'
        ? writing.day(lastDay(before))
        : momentInWords(before, writing);
  const parts = [
    askedBy ? say(writing, `${askedBy.name}申请`, `asked for by ${askedBy.name}`) : '',
    by && at
      ? say(
          writing,
          `${momentInWords(at, writing)} ${by.name}批准`,
          `granted by ${by.name} on ${momentInWords(at, writing)}`,
        )
      : '',
    reason === undefined ? '' : say(writing, `理由：${unended(reason)}`, `reason: ${unended(reason)}`),
    original === undefined ? '' : say(writing, `原来是 ${original}`, `originally ${original}`),
  ].filter(each => each !== '');
  return [long, ...parts].join(say(writing, '；', '; '));
}

/** A limit in days ends at 24:00, which is the next day already. */
const lastDay = (due: Instant): PlainDate =>
  timeOf(due) === '00:00' ? addDays(dateOf(due), -1) : dateOf(due);

/** What came out, in one phrase. */
export function resultInWords(
  { due, dueDate, precision }: Omit<Line<'result'>, 'kind'>,
  writing: DayWriting,
): string {
  if (due === null || dueDate === null)
    return say(writing, '中止着，恢复以后才知道', 'stopped; known when it goes on');
  return precision === 'day' ? writing.day(dueDate) : momentInWords(due, writing);
}

function endedLine({ at, how }: Line<'ended'>, writing: DayWriting): string {
  const moment = momentInWords(at, writing);
  switch (how) {
    case 'met':
      return say(writing, `${moment}，按时`, `${moment}, in time`);
    case 'met-late':
      return say(writing, `${moment}，超过了期限`, `${moment}, late`);
    case 'stopped':
      return say(writing, `${moment} 起不再计`, `no longer counted from ${moment}`);
    default:
      return assertNever(how);
  }
}

function content(line: ExplanationLine, writing: DayWriting): string {
  const { language } = writing;
  switch (line.kind) {
    case 'rule':
      return inLanguage(line.rule, language);
    case 'figure':
      return figureLine(line, writing);
    case 'start':
      return startLine(line, writing);
    case 'counted-days': {
      const amount = inDays(line.amount, writing);
      if (line.makeUp.length === 0) return amount;
      const days = listed(line.makeUp.map(writing.day), writing);
      return say(writing, `${amount}，含补班 ${days}`, `${amount}, make-up days among them: ${days}`);
    }
    case 'skipped-days':
      return listed(
        line.skipped.map(each => skippedInWords(each, writing)),
        writing,
      );
    case 'counted-time':
      return minutesInWords(line.minutes, language);
    case 'closed-time': {
      const time = minutesInWords(line.minutes, language);
      return say(writing, `没有上班的 ${time}`, `${time} out of office hours`);
    }
    case 'paused':
      return pausedLine(line, writing);
    case 'extended':
      return extendedLine(line, writing);
    case 'rolled': {
      const day = writing.day(line.last);
      return say(
        writing,
        `最后一天 ${day} 休息，顺延到下一个工作日`,
        `the last day, ${day}, is a day off: moved to the next working day`,
      );
    }
    case 'calendar':
      return listed(
        line.sources.map(source => inLanguage(source, language)),
        writing,
      );
    case 'unknown-years': {
      const years = listed(line.years.map(String), writing);
      return say(
        writing,
        `${years} 年还没有放假安排，日子是暂定的`,
        `the holidays of ${years} are not known yet; the date is provisional`,
      );
    }
    case 'result': {
      const result = resultInWords(line, writing);
      return line.precision === 'day' && line.due !== null
        ? result + say(writing, '，当天 24:00 为止', ', until 24:00 of that day')
        : result;
    }
    case 'ended':
      return endedLine(line, writing);
    default:
      return assertNever(line);
  }
}

export interface WordedLine {
  readonly kind: ExplanationLine['kind'];
  readonly term: string;
  readonly words: string;
}

export const lineInWords = (line: ExplanationLine, writing: DayWriting): WordedLine => ({
  kind: line.kind,
  term: inLanguage(TERMS[line.kind], writing.language),
  words: content(line, writing),
});

function kindInWords(day: DayKind, writing: DayWriting): string {
  switch (day.kind) {
    case 'workday':
      return say(writing, '工作日', 'working day');
    case 'make-up': {
      const holiday = inLanguage(day.holiday, writing.language);
      return say(writing, `${holiday}补班`, `make-up day for ${holiday}`);
    }
    case 'weekend':
      return say(writing, '周末', 'weekend');
    case 'holiday':
      return inLanguage(day.name, writing.language);
    default:
      return assertNever(day);
  }
}

function stateInWords({ state, nth }: DayStretch, writing: DayWriting): string {
  switch (state) {
    case 'start':
      return say(writing, '起算，当天不算', 'start, not counted itself');
    case 'counted': {
      const { first, last } = nth ?? { first: 0, last: 0 };
      return first === last
        ? say(writing, `第 ${first} 天`, `day ${first}`)
        : say(writing, `第 ${first} 至 ${last} 天`, `days ${first} to ${last}`);
    }
    case 'skipped':
      return say(writing, '不算', 'not counted');
    case 'paused':
      return say(writing, '中止，不算', 'stopped, not counted');
    case 'rolled':
      return say(writing, '顺延', 'moved on');
    default:
      return assertNever(state);
  }
}

/** One row of the account: when, whether it counts, and why. */
export interface WordedStretch {
  readonly when: string;
  readonly state: string;
  readonly why: string;
}

export const stretchInWords = (stretch: DayStretch, writing: DayWriting): WordedStretch => ({
  when: stretch.from === stretch.to ? writing.day(stretch.from) : writing.span(stretch.from, stretch.to),
  state: stateInWords(stretch, writing),
  why: stretch.pause ? inLanguage(stretch.pause, writing.language) : kindInWords(stretch.day, writing),
});

export function timeInWords({ from, to, state, minutes }: TimeNote, writing: DayWriting): WordedStretch {
  const end = dateOf(from) === dateOf(to) ? timeOf(to) : momentInWords(to, writing);
  const states: Readonly<Record<TimeNote['state'], string>> = {
    counted: say(writing, '算', 'counted'),
    closed: say(writing, '没有上班，不算', 'office closed, not counted'),
    paused: say(writing, '中止，不算', 'stopped, not counted'),
  };
  return {
    when: say(
      writing,
      `${momentInWords(from, writing)} 至 ${end}`,
      `${momentInWords(from, writing)} to ${end}`,
    ),
    state: states[state],
    why: minutesInWords(minutes, writing.language),
  };
}

import type {
  Counted,
  DayKind,
  DayNote,
  LimitUnit,
  Pause,
  TimeNote,
  WorkingCalendar,
} from '#shared/calendar/limit.types.ts';
import { dateOf, msOf, type Instant } from '#shared/core/instant.ts';
import { addDays, yearOf, type PlainDate } from '#shared/core/plain-date.ts';
import type { Text } from '#shared/core/text.ts';
import type { Clock, GrantedExtension } from './clocks.ts';

/** Days that are not counted for one reason. */
export interface SkippedDays {
  readonly reason: Exclude<DayKind, { readonly kind: 'make-up' }>;
  readonly days: readonly PlainDate[];
}

/** What is to be said of a deadline, in this order; screen, paper and command say the same. */
export type ExplanationLine =
  | { readonly kind: 'rule'; readonly rule: Text }
  | {
      readonly kind: 'figure';
      /** `written`: the day stands in a field of the case; `none`: a reminder. */
      readonly figure: { readonly amount: number; readonly unit: LimitUnit } | 'written' | 'none';
      readonly rolls: boolean;
    }
  | {
      readonly kind: 'start';
      readonly at: Instant;
      /** What began it came while the office was closed. */
      readonly waited: boolean;
      /** Limits in days begin with the day after (民法典 art. 201). */
      readonly dayAfter: boolean;
    }
  | { readonly kind: 'counted-days'; readonly amount: number; readonly makeUp: readonly PlainDate[] }
  | { readonly kind: 'skipped-days'; readonly skipped: readonly SkippedDays[] }
  | { readonly kind: 'counted-time'; readonly minutes: number }
  | { readonly kind: 'closed-time'; readonly minutes: number }
  | {
      readonly kind: 'paused';
      readonly pause: Pause;
      /** Days or minutes it took away; of one that lasts, those until now are not known. */
      readonly lost: { readonly amount: number; readonly in: 'days' | 'minutes' };
    }
  | { readonly kind: 'extended'; readonly extension: GrantedExtension; readonly precision: 'day' | 'minute' }
  /** The last counted day was a day off. */
  | { readonly kind: 'rolled'; readonly last: PlainDate }
  | { readonly kind: 'calendar'; readonly sources: readonly Text[] }
  | { readonly kind: 'unknown-years'; readonly years: readonly number[] }
  | {
      readonly kind: 'result';
      readonly due: Instant | null;
      readonly dueDate: PlainDate | null;
      readonly precision: 'day' | 'minute';
    }
  | { readonly kind: 'ended'; readonly at: Instant; readonly how: 'met' | 'met-late' | 'stopped' };

/** Everything a deadline is explained from. */
export interface Explained {
  readonly rule: Text;
  readonly figure: Extract<ExplanationLine, { kind: 'figure' }>['figure'];
  readonly rolls: boolean;
  readonly start: Instant;
  readonly waited: boolean;
  readonly pauses: readonly Pause[];
  readonly extensions: readonly GrantedExtension[];
  /** undefined for a reminder. */
  readonly counted: Counted | undefined;
  readonly calendar: WorkingCalendar;
}

function skippedDays(days: readonly DayNote[]): readonly SkippedDays[] {
  const skipped: SkippedDays[] = [];
  const nameOf = (reason: DayKind): string =>
    reason.kind === 'holiday' ? `holiday ${reason.name.zh}` : reason.kind;
  for (const { state, day, date } of days) {
    if (state !== 'skipped') continue;
    const reason = day.kind === 'make-up' ? ({ kind: 'workday' } as const) : day;
    const at = skipped.findIndex(each => nameOf(each.reason) === nameOf(reason));
    const same = skipped[at];
    if (same) skipped[at] = { reason, days: [...same.days, date] };
    else skipped.push({ reason, days: [date] });
  }
  return skipped;
}

/** Counted as the calculation counts: the day a pause begins on still counts, the day it ends on does not. */
function lostTo({ from, to }: Pause, { days, times, precision }: Counted) {
  if (precision === 'day') {
    const inside = (date: PlainDate): boolean => date > dateOf(from) && (to === null || date <= dateOf(to));
    const amount = days.filter(note => note.state === 'paused' && inside(note.date)).length;
    return { amount, in: 'days' } as const;
  }
  const end = to === null ? Infinity : msOf(to);
  const ms = times
    .filter(({ state }) => state === 'paused')
    .map(time => Math.min(end, msOf(time.to)) - Math.max(msOf(from), msOf(time.from)))
    .reduce((sum, overlap) => sum + Math.max(0, overlap), 0);
  return { amount: Math.round(ms / 60_000), in: 'minutes' } as const;
}

function dayLines({ days }: Counted, calendar: WorkingCalendar) {
  const counted = days.filter(({ state }) => state === 'counted');
  const makeUp = counted.filter(({ day }) => day.kind === 'make-up').map(({ date }) => date);
  const skipped = skippedDays(days);
  const rolled = days.findIndex(({ state }) => state === 'rolled');
  const last = rolled < 1 ? undefined : days.slice(0, rolled).findLast(each => each.state !== 'paused');
  const sources = [...new Set(days.map(({ date }) => yearOf(date)))].flatMap(
    year => calendar.sourceOf(year) ?? [],
  );
  return {
    counted: [
      { kind: 'counted-days', amount: counted.length, makeUp },
      ...(skipped.length > 0 ? [{ kind: 'skipped-days', skipped } as const] : []),
    ],
    rolled: last ? [{ kind: 'rolled', last: last.date }] : [],
    sources: sources.length > 0 ? [{ kind: 'calendar', sources }] : [],
  } as const satisfies Record<string, readonly ExplanationLine[]>;
}

function timeLines({ times }: Counted): readonly ExplanationLine[] {
  const minutes = (state: TimeNote['state']): number =>
    times.filter(each => each.state === state).reduce((sum, each) => sum + each.minutes, 0);
  return [
    ...(times.length > 0 ? [{ kind: 'counted-time', minutes: minutes('counted') } as const] : []),
    ...(minutes('closed') > 0 ? [{ kind: 'closed-time', minutes: minutes('closed') } as const] : []),
  ];
}

/** The lines of one deadline. */
export function explain(explained: Explained): readonly ExplanationLine[] {
  const { rule, figure, rolls, start, waited, pauses, extensions, counted, calendar } = explained;
  const head: readonly ExplanationLine[] = [
    { kind: 'rule', rule },
    { kind: 'figure', figure, rolls },
    { kind: 'start', at: start, waited, dayAfter: counted?.precision === 'day' && counted.days.length > 1 },
  ];
  if (!counted) return head;
  const { due, dueDate, precision, unknownYears } = counted;
  const inDays = counted.days.length > 0 ? dayLines(counted, calendar) : undefined;
  return [
    ...head,
    ...(inDays?.counted ?? timeLines(counted)),
    ...pauses.map(pause => ({ kind: 'paused', pause, lost: lostTo(pause, counted) }) as const),
    ...extensions.map(extension => ({ kind: 'extended', extension, precision }) as const),
    ...(inDays?.rolled ?? []),
    ...(inDays?.sources ?? []),
    ...(unknownYears.length > 0 ? [{ kind: 'unknown-years', years: unknownYears } as const] : []),
    { kind: 'result', due, dueDate, precision },
  ];
}

/** The lines of a deadline of a case; none before it began. */
export function explainClock(clock: Clock, calendar: WorkingCalendar): readonly ExplanationLine[] {
  const { limit, start, figure, waited, pauses, extensions, counted, ended, status } = clock;
  if (start === undefined) return [];
  const lines = explain({
    ...{ rule: limit.rule, rolls: limit.roll === 'next-working-day', start, waited, pauses, extensions },
    ...{ figure: limit.due_in === undefined ? (figure ?? 'none') : 'written', counted, calendar },
  });
  return ended !== undefined && (status === 'met' || status === 'met-late' || status === 'stopped')
    ? [...lines, { kind: 'ended', at: ended, how: status }]
    : lines;
}

/** Days on end that are counted, or not, for one reason. */
export interface DayStretch {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly state: DayNote['state'];
  readonly day: DayKind;
  readonly pause?: Text;
  /** Which counted days these are. */
  readonly nth?: { readonly first: number; readonly last: number };
}

const stretchOf = ({ date, state, day, pause, nth }: DayNote): DayStretch => ({
  ...{ from: date, to: date, state, day },
  ...(pause === undefined ? {} : { pause }),
  ...(nth === undefined ? {} : { nth: { first: nth, last: nth } }),
});

/** In a pause it does not matter what the day is otherwise. */
function reasonOf({ day, pause }: DayStretch): string {
  if (pause) return `pause ${pause.zh}`;
  if (day.kind === 'holiday') return `holiday ${day.name.zh}`;
  return day.kind === 'make-up' ? `make-up ${day.holiday.zh}` : day.kind;
}

/** One for each day. */
export const daysOneByOne = (days: readonly DayNote[]): readonly DayStretch[] => days.map(stretchOf);

/** As few as tell the same. */
export function dayStretches(days: readonly DayNote[]): readonly DayStretch[] {
  const stretches: DayStretch[] = [];
  for (const next of daysOneByOne(days)) {
    const last = stretches.at(-1);
    const joins =
      last?.state === next.state && reasonOf(last) === reasonOf(next) && addDays(last.to, 1) === next.from;
    if (!joins) stretches.push(next);
    else
      stretches.splice(-1, 1, {
        ...last,
        to: next.to,
        ...(last.nth && next.nth ? { nth: { first: last.nth.first, last: next.nth.last } } : {}),
      });
  }
  return stretches;
}

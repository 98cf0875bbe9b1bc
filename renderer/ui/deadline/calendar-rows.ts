import type { DayNote } from '#shared/calendar/limit.types.ts';
import { addDays, daysBetween, weekday, type PlainDate } from '#shared/core/plain-date.ts';

export interface CalendarDay {
  readonly date: PlainDate;
  /** Absent outside the counted stretch. */
  readonly note: DayNote | undefined;
}

export type CalendarRow =
  | { readonly kind: 'week'; readonly days: readonly CalendarDay[] }
  | {
      readonly kind: 'fold';
      readonly from: PlainDate;
      readonly to: PlainDate;
      readonly counted: number;
      readonly skipped: number;
      readonly paused: number;
    };

/** A wall calendar of more weeks than this would push everything else off the page. */
const MOST_WEEKS = 8;
/** Weeks that stay open at the beginning and at the end of a long limit. */
const OPEN_ENDS = 2;

const mondayOf = (date: PlainDate): PlainDate => addDays(date, 1 - weekday(date));

function fold(weeks: readonly (readonly CalendarDay[])[]): CalendarRow {
  const days = weeks.flat();
  const having = (state: DayNote['state']): number => days.filter(({ note }) => note?.state === state).length;
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) throw new Error('nothing to fold');
  return {
    kind: 'fold',
    from: first.date,
    to: last.date,
    counted: having('counted'),
    skipped: having('skipped') + having('rolled'),
    paused: having('paused'),
  };
}

/**
 * Monday-first weeks from the start to the week of the due day. Of a long limit the full weeks in the middle
 * become one line; the week of today stays, for that is where one looks.
 */
export function calendarRows(
  notes: readonly DayNote[],
  until: PlainDate | null,
  today: PlainDate,
): CalendarRow[] {
  const first = notes[0];
  const last = until ?? notes.at(-1)?.date;
  if (first === undefined || last === undefined) return [];

  const byDate = new Map(notes.map(note => [note.date, note]));
  const monday = mondayOf(first.date);
  const count = daysBetween(monday, mondayOf(last)) / 7 + 1;
  const weeks = Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (__, day): CalendarDay => {
      const date = addDays(monday, week * 7 + day);
      return { date, note: byDate.get(date) };
    }),
  );
  if (count <= MOST_WEEKS) return weeks.map(days => ({ kind: 'week', days }));

  const rows: CalendarRow[] = [];
  let folding: CalendarDay[][] = [];
  const flush = (): void => {
    if (folding.length > 1) rows.push(fold(folding));
    else rows.push(...folding.map((days): CalendarRow => ({ kind: 'week', days })));
    folding = [];
  };
  weeks.forEach((days, index) => {
    const inMiddle = index >= OPEN_ENDS && index < count - OPEN_ENDS;
    const hasToday = days.some(({ date }) => date === today);
    const isFull = days.every(({ note }) => note !== undefined);
    if (inMiddle && isFull && !hasToday) {
      folding.push(days);
      return;
    }
    flush();
    rows.push({ kind: 'week', days });
  });
  flush();
  return rows;
}

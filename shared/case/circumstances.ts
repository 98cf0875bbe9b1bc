import { hoursAt, type HoursTimeline } from '#shared/calendar/hours-timeline.ts';
import type { WorkingCalendar } from '#shared/calendar/limit.types.ts';
import { openingsOn } from '#shared/calendar/office-hours.ts';
import { watchCalendar } from '#shared/calendar/working-calendar.ts';
import { dateOf, msOf, type Instant } from '#shared/core/instant.ts';
import type { Circumstances, ReceivedTime } from '#shared/procedure/condition.ts';
import type { CaseState } from './case.state.ts';

interface Hours {
  readonly calendar: WorkingCalendar;
  readonly officeHours: HoursTimeline;
}

/** Whether the office was open at that moment. */
export function receivedTime(at: Instant, { calendar, officeHours }: Hours): ReceivedTime {
  const date = dateOf(at);
  const openings = openingsOn(date, hoursAt(officeHours, at), calendar, watchCalendar(calendar));
  if (openings.length === 0) return 'rest-day';
  const ms = msOf(at);
  return openings.some(({ from, to }) => from <= ms && ms < to) ? 'office-hours' : 'after-hours';
}

/** What conditions may ask of a case besides its fields. */
export const circumstancesOf = (state: CaseState, hours: Hours, severity?: string): Circumstances => ({
  received: receivedTime(state.receivedAt, hours),
  repeat: state.repeatOf !== undefined,
  ...(severity === undefined ? {} : { severity }),
});

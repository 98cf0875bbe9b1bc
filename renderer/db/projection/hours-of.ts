import { DEFAULT_OFFICE_HOURS } from '#shared/calendar/default-office-hours.ts';
import { steadyHours, type HoursTimeline } from '#shared/calendar/hours-timeline.ts';
import type { OfficeState } from '#shared/case/office.state.ts';

const USUAL = steadyHours(DEFAULT_OFFICE_HOURS);

/** When the office was and is open; the usual hours while it is not known yet. */
export const hoursOf = (office: Pick<OfficeState, 'hours'> | undefined): HoursTimeline =>
  office?.hours ?? USUAL;

import type { CalendarYear } from '#shared/calendar/calendar-year.ts';
import { DEFAULT_OFFICE_HOURS } from '#shared/calendar/default-office-hours.ts';
import type { WorkingCalendar } from '#shared/calendar/limit.types.ts';
import { workingCalendar } from '#shared/calendar/working-calendar.ts';
import { canonicalJson } from '#shared/core/canonical-json.ts';
import type { GuidancePack } from '#shared/procedure/guidance.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';

/** Goes up when the same events make other rows than before. */
const ROWS_VERSION = 11;

/** What rows are computed with, besides the events. */
export interface ProjectionContext {
  readonly procedures: readonly Procedure[];
  readonly guidance: readonly GuidancePack[];
  readonly calendar: WorkingCalendar;
  /** Stands for all of the above: a store made with another one is made again. */
  readonly fingerprint: string;
}

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), byte => byte.toString(16).padStart(2, '0')).join('');

export async function projectionContext(parts: {
  readonly procedures: readonly Procedure[];
  readonly guidance: readonly GuidancePack[];
  readonly calendars: readonly CalendarYear[];
}): Promise<ProjectionContext> {
  const { procedures, guidance, calendars } = parts;
  const text = canonicalJson({
    rows: ROWS_VERSION,
    packs: [...procedures, ...guidance].map(({ id, version, hash }) => `${id}/${version}/${hash}`).sort(),
    calendars: [...calendars].sort((a, b) => a.year - b.year),
    officeHours: DEFAULT_OFFICE_HOURS,
  });
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return {
    procedures,
    guidance,
    calendar: workingCalendar(calendars),
    fingerprint: hex(digest),
  };
}

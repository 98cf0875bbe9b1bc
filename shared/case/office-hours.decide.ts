import { dayInText, hoursFault, type StatedHours } from '#shared/calendar/office-hours.ts';
import type { OfficeHours } from '#shared/calendar/limit.types.ts';
import { msOf, type Instant } from '#shared/core/instant.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { Refusal } from './refusal.ts';

/** Hours of an office, from now on or from a moment to come: what was counted already stays as it was. */
export function decideHours(
  { hours, from }: { readonly hours: OfficeHours; readonly from: Instant | null },
  now: Instant,
): Result<{ readonly hours: StatedHours; readonly from: Instant }, Refusal> {
  const fault = hoursFault(hours);
  if (fault?.kind === 'few') return err({ code: 'office/hours-few' });
  if (fault) {
    const { day, from: opens, to: closes } = fault;
    return err({ code: 'office/hours-order', day: dayInText(day), opens, closes });
  }
  if (from !== null && msOf(from) < msOf(now)) return err({ code: 'office/hours-past' });
  const stated = Object.entries(hours).map(
    ([day, openings]) => [day, openings.map(each => ({ from: each.from, to: each.to }))] as const,
  );
  return ok({ hours: Object.fromEntries(stated), from: from ?? now });
}

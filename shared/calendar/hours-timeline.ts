import { msOf, type Instant } from '#shared/core/instant.ts';
import type { OfficeHours } from './limit.types.ts';

/** Opening hours, and since when they are in force; null: since the office began. */
export interface HoursSince {
  readonly from: Instant | null;
  readonly hours: OfficeHours;
}

/** The opening hours of an office through time, the oldest first. */
export type HoursTimeline = readonly HoursSince[];

/** Hours that never changed. */
export const steadyHours = (hours: OfficeHours): HoursTimeline => [{ from: null, hours }];

/**
 * The hours that were in force at a moment. Whatever begins to be counted then is counted by them to its end: a
 * deadline that somebody was told does not move because the office changes its hours (ADR 0013).
 */
export function hoursAt(timeline: HoursTimeline, at: Instant): OfficeHours {
  const inForce = timeline.findLast(({ from }) => from === null || msOf(from) <= msOf(at)) ?? timeline[0];
  return inForce?.hours ?? {};
}

import type { CaseId } from '#shared/core/ids.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import type { CountedCase } from './counted-case.ts';

/** The books a month is reported from: as they are, or as they were when it was locked. */
export interface MonthBooks {
  readonly period: PlainMonth;
  readonly cases: ReadonlyMap<CaseId, CountedCase>;
  /** Cases with an event since the bundle before. */
  readonly moved: ReadonlySet<CaseId>;
}

/** What stands in the register of the month. */
export const registeredCases = ({ period, cases }: MonthBooks): readonly CountedCase[] =>
  [...cases.values()].filter(({ registeredIn }) => registeredIn === period);

/**
 * What headquarters is told of: every case the figures of the month rest on, and earlier ones that something
 * happened to. Without any the month is a zero report. A case of a later month waits for the report of that month.
 */
export const reportedCases = ({ period, cases, moved }: MonthBooks): readonly CountedCase[] =>
  [...cases.values()].filter(
    ({ state, registeredIn, closedIn }) =>
      registeredIn === period || closedIn === period || (registeredIn < period && moved.has(state.id)),
  );

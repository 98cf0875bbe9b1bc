import type { MonthRemark } from '#shared/case/office.state.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import type { CountedCase } from './counted-case.ts';
import type { MonthCorrection } from './month.corrections.ts';

/** The books a month is reported from: as they are, or as they were when it was locked. */
export interface MonthBooks {
  readonly period: PlainMonth;
  readonly cases: ReadonlyMap<CaseId, CountedCase>;
  /** Cases with an event since the bundle before. */
  readonly moved: ReadonlySet<CaseId>;
  /** Of all months, in the order of the journal. */
  readonly corrections?: readonly MonthCorrection[];
  /** What was remarked when the month was locked. */
  readonly remarks?: readonly MonthRemark[];
}

/** All but what was brought along by mistake and withdrawn. */
export const countedCases = ({ cases }: MonthBooks): readonly CountedCase[] =>
  [...cases.values()].filter(({ state }) => !state.withdrawn);

/** What stands in the register of the month. */
export const registeredCases = (books: MonthBooks): readonly CountedCase[] =>
  countedCases(books).filter(({ registeredIn }) => registeredIn === books.period);

/**
 * What headquarters is told of: every case the figures of the month rest on, and earlier ones that something
 * happened to. Without any the month is a zero report. A case of a later month waits for the report of that month.
 */
export const reportedCases = (books: MonthBooks): readonly CountedCase[] => {
  const { period, moved } = books;
  return countedCases(books).filter(
    ({ state, registeredIn, closedIn }) =>
      registeredIn === period || closedIn === period || (registeredIn < period && moved.has(state.id)),
  );
};

import type { MonthRemark } from '#shared/case/office.state.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import type { CountedCase } from './counted-case.ts';
import type { Correction } from './month.corrections.ts';

/** The books a month, or another period, is reported from: as they are, or as they were when it was locked. */
export interface MonthBooks<Span extends string = PlainMonth> {
  readonly period: Span;
  readonly cases: ReadonlyMap<CaseId, CountedCase<Span>>;
  /** Cases with an event since the bundle before. */
  readonly moved: ReadonlySet<CaseId>;
  /** Of all months, in the order of the journal. */
  readonly corrections?: readonly Correction<Span>[];
  /** What was remarked when the month was locked. */
  readonly remarks?: readonly MonthRemark[];
}

/** All but what was brought along by mistake and withdrawn. */
export const countedCases = <Span extends string>({
  cases,
}: Pick<MonthBooks<Span>, 'cases'>): readonly CountedCase<Span>[] =>
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

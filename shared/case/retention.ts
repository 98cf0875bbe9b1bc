import { dateOf } from '#shared/core/instant.ts';
import { plainDate, yearOf, type PlainDate } from '#shared/core/plain-date.ts';
import type { Archive } from '#shared/procedure/archive.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { CaseState } from './case.state.ts';
import { closedAt } from './standing.ts';

export type Retention = Archive['retention'];

/** Key of the setting by which an office says how many years it keeps what the source leaves open. */
export const RETENTION_KEY = 'retention_years';

/** Beyond this nobody means a number of years; for good is another answer. */
const LONGEST_YEARS = 99;

/** The office's own years, as they stand in the setting; undefined for what cannot be meant. */
export function ownRetention(value: string): Retention | undefined {
  const years = /^\d{1,2}$/.test(value.trim()) ? Number(value.trim()) : 0;
  return years >= 1 && years <= LONGEST_YEARS ? { years } : undefined;
}

/** How long the file of a closed case is kept. */
export type Keeping =
  { readonly until: PlainDate } | { readonly permanent: true } | { readonly office_decides: true };

/**
 * Undefined while the case is open and where the pack says nothing of a file. Years of keeping are counted from the
 * year after the one a case is closed in, as files are put away by years: closed in 2026 and kept for five, it is
 * kept to the last day of 2031.
 */
export function keepingOf(
  procedure: Pick<Procedure, 'archive' | 'tracks'>,
  state: CaseState,
): Keeping | undefined {
  const closed = closedAt(procedure, state);
  const retention = procedure.archive?.retention;
  if (closed === undefined || retention === undefined) return undefined;
  if (!('years' in retention)) return retention;
  return { until: plainDate(`${yearOf(dateOf(closed)) + retention.years}-12-31`) };
}

import type { CaseState } from '#shared/case/case.state.ts';
import { comparedFrom, NO_OTHER_CASES, type CaseQueries } from '#shared/case/severity.ts';
import { dateOf, type Instant } from '#shared/core/instant.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { openCaseRow, type CaseStore } from '../case-store.ts';

export interface CaseOfProcedure {
  readonly state: CaseState;
  readonly procedure: Procedure;
}

type Window = readonly [from: Instant, to: Instant];

/** Windows that overlap are one: most cases are compared with the same others. */
const joined = (windows: readonly Window[]): readonly Window[] =>
  windows
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .reduce<readonly Window[]>((before, next) => {
      const last = before.at(-1);
      if (!last || last[1] < next[0]) return [...before, next];
      return [...before.slice(0, -1), [last[0], last[1] > next[1] ? last[1] : next[1]]];
    }, []);

/** Cases of a procedure received on the days from one moment to another, both included. */
export async function casesReceived(
  store: CaseStore,
  procedure: string,
  from: Instant,
  to: Instant,
): Promise<readonly CaseState[]> {
  const rows = await store.db.cases.where('received').between(dateOf(from), dateOf(to), true, true).toArray();
  return Promise.all(rows.filter(row => row.procedure === procedure).map(row => openCaseRow(store, row)));
}

/** The cases the rules of severity may ask about, for all of these at once; none are read where no rule asks. */
export async function othersOfAll(store: CaseStore, cases: readonly CaseOfProcedure[]): Promise<CaseQueries> {
  const windows = new Map<string, readonly Window[]>();
  for (const { state, procedure } of cases) {
    const from = comparedFrom(procedure, state.receivedAt);
    if (from === undefined) continue;
    windows.set(procedure.id, [...(windows.get(procedure.id) ?? []), [from, state.receivedAt]]);
  }
  if (windows.size === 0) return NO_OTHER_CASES;
  const found = new Map<string, readonly CaseState[]>();
  for (const [id, asked] of windows) {
    const parts = await Promise.all(joined(asked).map(([from, to]) => casesReceived(store, id, from, to)));
    // A day on the border of two windows is in both.
    found.set(id, [...new Map(parts.flat().map(state => [state.id, state])).values()]);
  }
  return { received: id => found.get(id) ?? [] };
}

/** The cases a rule of severity may ask about. */
export const othersOf = (store: CaseStore, procedure: Procedure, state: CaseState): Promise<CaseQueries> =>
  othersOfAll(store, [{ procedure, state }]);

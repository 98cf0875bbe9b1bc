import { hangsOnOthers } from '#shared/agenda/wakes.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { ClockContext } from '#shared/case/clocks.ts';
import type { OfficeState } from '#shared/case/office.state.ts';
import type { CaseQueries } from '#shared/case/severity.ts';
import { openCaseRow, type CaseStore } from '../case-store.ts';
import { hoursOf } from '../projection/hours-of.ts';
import { procedureOf } from '../projection/procedure-of.ts';
import type { CaseRow } from '../store-rows.ts';
import { ofEach } from './of-each.ts';
import { othersOfAll, type CaseOfProcedure } from './other-cases.ts';

export type OfficeRules = Pick<OfficeState, 'overrides' | 'chosen' | 'hours'> | undefined;

export interface CasesAtHand {
  readonly cases: readonly CaseOfProcedure[];
  /** What the rules of severity ask of other cases, as far as days hang on it. */
  readonly others: CaseQueries;
}

/** Elsewhere the class of a case moves no day, and nobody need be compared. */
const othersOfHanging = (store: CaseStore, cases: readonly CaseOfProcedure[]): Promise<CaseQueries> =>
  othersOfAll(
    store,
    cases.filter(({ procedure }) => hangsOnOthers(procedure)),
  );

const withProcedures = (
  store: CaseStore,
  states: readonly CaseState[],
  office: OfficeRules,
): readonly CaseOfProcedure[] =>
  states.flatMap(state => {
    const procedure = procedureOf(store.context, state, office);
    return procedure ? [{ state, procedure }] : [];
  });

/** What the limits of these cases ask of other cases. */
export const othersOfStates = (
  store: CaseStore,
  states: readonly CaseState[],
  office: OfficeRules,
): Promise<CaseQueries> => othersOfHanging(store, withProcedures(store, states, office));

export async function atHand(
  store: CaseStore,
  rows: readonly CaseRow[],
  office: OfficeRules,
): Promise<CasesAtHand> {
  const states = await Promise.all(rows.map(row => openCaseRow(store, row)));
  const cases = withProcedures(store, states, office);
  return { cases, others: await othersOfHanging(store, cases) };
}

/** Open cases whose days hang on the cases of other people: their rows do not know them. */
export async function rowsOnOthers(store: CaseStore): Promise<readonly CaseRow[]> {
  const ids = store.context.procedures.filter(hangsOnOthers).map(({ id }) => id);
  // By the index of procedures: where none of these is in use, no row is looked at.
  const rows = await ofEach(ids, id => store.db.cases.where('procedure').equals(id).toArray());
  return rows.filter(({ shelf }) => shelf === 'open');
}

/** Those cases, opened. */
export const casesOnOthers = async (store: CaseStore, office: OfficeRules): Promise<CasesAtHand> =>
  atHand(store, await rowsOnOthers(store), office);

/** Any moment finds the last days of limits that run. */
export const dueContext = (
  store: CaseStore,
  state: CaseState,
  office: OfficeRules,
  others: CaseQueries,
): ClockContext => ({
  ...{ now: state.lastAt, calendar: store.context.calendar, officeHours: hoursOf(office), others },
});

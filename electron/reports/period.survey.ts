import { isSealed } from '#shared/bundle/sealing.ts';
import type { CaseEvent } from '#shared/case/case.events.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { findProcedure } from '#shared/case/find-procedure.ts';
import { officeProcedure } from '#shared/case/office.procedure.ts';
import { evolveOffice, type DutyDone, type OfficeState } from '#shared/case/office.state.ts';
import { periodDone, type ClosedPeriod } from '#shared/case/period-close.decide.ts';
import { invariant } from '#shared/core/assert.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { findPeriodById } from '#shared/procedure/duty.due.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { CountedCase } from '#shared/reports/counted-case.ts';
import { countedCases } from '#shared/reports/month.books.ts';
import { correctionOf, type Correction } from '#shared/reports/month.corrections.ts';
import { numberTrail, type NumberTrail } from '#shared/reports/number.trail.ts';
import type { ReportedCase } from '#shared/reports/period.figures.ts';
import { countPeriodCase, daysCounted, lockedPeriods } from '#shared/reports/period.locked.ts';
import type { PackAnswer } from '#shared/ipc/answers.ts';
import type { Ledger } from '../office/ledger.ts';

/** The books of a period of what a procedure asks for: up to the record that closes it, or to the end. */
export interface PeriodSurvey {
  /** With what it told, where it is closed. */
  readonly done: DutyDone | undefined;
  readonly office: OfficeState;
  readonly counted: ReadonlyMap<CaseId, CountedCase<string>>;
  readonly cases: readonly ReportedCase[];
  readonly procedureOf: (state: CaseState) => Procedure;
  readonly numbers: NumberTrail<string>;
  /** Of all its periods, also those written after this one was closed. */
  readonly corrections: readonly Correction[];
  /** Whether the case hides who it comes from. Secrecy asked for at any time, also after the close, covers all. */
  readonly isHidden: (state: CaseState) => boolean;
  /** The last record there is. */
  readonly journal: { readonly seq: number; readonly hash: string };
}

/** Goes through the whole journal once, as for a month. */
export async function surveyPeriod(
  ledger: Pick<Ledger, 'read'>,
  { procedures, guidance }: Pick<PackAnswer, 'procedures' | 'guidance'>,
  wanted: ClosedPeriod,
): Promise<PeriodSurvey> {
  const days = findPeriodById(wanted.period);
  invariant(days, `${wanted.period} is a period`);
  const closed = new Set<string>();
  const locked = lockedPeriods(days.period, closed);
  let books = new Map<CaseId, CountedCase<string>>();
  let office: OfficeState | undefined;
  let atClose:
    { readonly done: DutyDone; readonly office: OfficeState; readonly books: typeof books } | undefined;
  let journal: PeriodSurvey['journal'] = { seq: 0, hash: '0'.repeat(64) };
  const numbers = numberTrail<string>();
  const corrections: Correction[] = [];

  const packOf = ({ procedure: ref }: Pick<CaseState, 'procedure'>): Procedure => {
    const found = findProcedure(procedures, ref);
    invariant(found, `the pack of procedure ${ref.id} is here`);
    return found;
  };
  const count = (event: CaseEvent): void => {
    const present = books.get(event.case);
    if (!present && !(event.type === 'registered' && event.procedure.id === wanted.procedure)) return;
    const ref = event.type === 'registered' ? event : present?.state;
    invariant(ref, 'a case begins with its registration');
    const after = countPeriodCase(present, event, packOf(ref), locked);
    books.set(event.case, after);
    const correction = correctionOf(present, after, event, packOf(ref), locked);
    if (correction) corrections.push(correction);
  };

  for await (const { seq, hash, events } of ledger.read(1)) {
    for (const event of events) {
      if (event.stream === 'case') count(event);
      else {
        office = evolveOffice(office, event);
        if (atClose === undefined) numbers.follow(event, locked.carriedBy);
        const isOwn =
          event.type === 'duty-done' && event.procedure === wanted.procedure && event.duty === wanted.duty;
        if (isOwn && event.close) closed.add(event.period);
      }
    }
    journal = { seq, hash };
    const done = atClose === undefined && office && closed.has(wanted.period) && periodDone(office, wanted);
    if (done && office) {
      atClose = { done, office, books };
      books = new Map(books);
    }
  }
  const then = atClose?.office ?? office;
  invariant(then, 'the journal begins with the founding of the office');
  const procedureOf = (state: CaseState): Procedure =>
    officeProcedure(packOf(state), then, guidance, state.receivedAt);
  const counted = atClose?.books ?? books;
  const isHidden = (state: CaseState): boolean =>
    [state, books.get(state.id)?.state].some(
      each => each !== undefined && isSealed(packOf(each), each.values),
    );
  return {
    ...{ done: atClose?.done, office: then, counted, procedureOf, numbers, corrections, isHidden, journal },
    cases: countedCases({ cases: counted }).map(each => {
      const counts = daysCounted(each, packOf(each.state), locked.spanOf);
      return {
        ...{ state: each.state, procedure: procedureOf(each.state) },
        ...(counts ? { counts } : {}),
      };
    }),
  };
}

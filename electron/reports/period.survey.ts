import { isSealed } from '#shared/bundle/sealing.ts';
import type { CaseEvent } from '#shared/case/case.events.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { findProcedure } from '#shared/case/find-procedure.ts';
import { officeProcedure } from '#shared/case/office.procedure.ts';
import { evolveOffice, type OfficeState } from '#shared/case/office.state.ts';
import type { ClosedPeriod } from '#shared/case/period-close.decide.ts';
import { invariant } from '#shared/core/assert.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { findPeriodById } from '#shared/procedure/duty.due.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { CountedCase } from '#shared/reports/counted-case.ts';
import { countedCases } from '#shared/reports/month.books.ts';
import { correctionOf, type Correction } from '#shared/reports/month.corrections.ts';
import { numberTrail, type NumberTrail } from '#shared/reports/number.trail.ts';
import { dutyClosings, monthClosings, type PeriodClosed } from '#shared/reports/period.closings.ts';
import type { ReportedCase } from '#shared/reports/period.figures.ts';
import { countPeriodCase, daysCounted } from '#shared/reports/period.locked.ts';
import { figuresStanding, type EnteredFigures } from '#shared/reports/rate.figures.ts';
import type { PackAnswer } from '#shared/ipc/answers.ts';
import type { Ledger } from '../office/ledger.ts';

/** A period of what a procedure asks for. Without a duty it is a month, closed with that of the office. */
export interface SurveyedPeriod extends Omit<ClosedPeriod, 'duty'> {
  readonly duty: string | null;
}

/** The books of a period of what a procedure asks for: up to the record that closes it, or to the end. */
export interface PeriodSurvey {
  readonly done: PeriodClosed | undefined;
  readonly office: OfficeState;
  readonly entered: Required<EnteredFigures>;
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
  { procedure, duty, period }: SurveyedPeriod,
): Promise<PeriodSurvey> {
  const days = findPeriodById(period);
  invariant(days, `${period} is a period`);
  const closings = duty === null ? monthClosings() : dutyClosings({ procedure, duty }, days.period);
  const { locked } = closings;
  let books = new Map<CaseId, CountedCase<string>>();
  let office: OfficeState | undefined;
  let atClose:
    { readonly done: PeriodClosed; readonly office: OfficeState; readonly books: typeof books } | undefined;
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
    if (!present && !(event.type === 'registered' && event.procedure.id === procedure)) return;
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
        closings.follow(event);
      }
    }
    journal = { seq, hash };
    const done = atClose === undefined ? closings.find(period) : undefined;
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
    entered: atClose && office ? figuresStanding(then, office) : { figures: then.figures ?? [] },
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

import { isSealed } from '#shared/bundle/sealing.ts';
import type { CaseEvent } from '#shared/case/case.events.ts';
import { evolveCase } from '#shared/case/case.evolve.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { OfficeEvent } from '#shared/case/office.events.ts';
import { officeProcedure } from '#shared/case/office.procedure.ts';
import { evolveOffice, type MonthRemark, type OfficeState } from '#shared/case/office.state.ts';
import type { HoursTimeline } from '#shared/calendar/hours-timeline.ts';
import { invariant } from '#shared/core/assert.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { dateOf, type Instant } from '#shared/core/instant.ts';
import { monthOf, type PlainMonth } from '#shared/core/plain-date.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { countCase, openAfterLock, type CountedCase } from '#shared/reports/counted-case.ts';
import type { CheckedBooks } from '#shared/reports/month.checks.ts';
import { correctionOf, lockedMonths, type MonthCorrection } from '#shared/reports/month.corrections.ts';
import { numberTrail } from '#shared/reports/number.trail.ts';
import type { Packs } from '../desk/packs.ts';
import type { Ledger } from '../office/ledger.ts';

/** Office events that headquarters needs to follow the books; staff lists and keys stay at home. */
const TOLD: readonly OfficeEvent['type'][] = ['number-allocated', 'month-locked'];

/** An event with the journal record it stands in. */
export interface ToldEvent {
  readonly journal: string;
  readonly event: CaseEvent | OfficeEvent;
}

/** The books of a month up to the record that locks it, or to the end while it is open. */
export interface Survey extends CheckedBooks {
  /** When the month was locked; undefined while it is open. */
  readonly lockedAt: Instant | undefined;
  /** The procedure of a case as the office used it when the case came in. */
  readonly procedureOf: (state: Pick<CaseState, 'procedure' | 'receivedAt'>) => Procedure;
  /** Opening hours as the office had set them by then. */
  readonly officeHours: HoursTimeline;
  /** Whether the case hides who it comes from. Secrecy asked for at any time, also after the lock, covers all. */
  readonly isHidden: (state: CaseState) => boolean;
  /** What happened since a certain record. */
  readonly told: readonly ToldEvent[];
  /** The last record that is in the books. */
  readonly through: { readonly seq: number; readonly hash: string };
}

export interface SurveyScope {
  readonly period: PlainMonth;
  /** The last record that headquarters was told of before. */
  readonly since: number;
}

/** Goes through the whole journal once: what leaves the office is made from the truth, not from its copies. */
export async function surveyLedger(
  ledger: Pick<Ledger, 'read'>,
  { procedures, guidance }: Packs,
  { period, since }: SurveyScope,
): Promise<Survey> {
  const cases = new Map<CaseId, CountedCase>();
  const afterLock = new Map<CaseId, CaseState>();
  const moved = new Set<CaseId>();
  const told: ToldEvent[] = [];
  const corrections: MonthCorrection[] = [];
  const numbers = numberTrail();
  let remarks: readonly MonthRemark[] = [];
  let founded: PlainMonth | undefined;
  let through = { seq: 0, hash: '0'.repeat(64) };
  let openFrom: PlainMonth | undefined;
  let lockedAt: Instant | undefined;
  let office: OfficeState | undefined;
  const packOf = ({ procedure: ref }: Pick<CaseState, 'procedure'>): Procedure => {
    const found = procedures.find(({ id, version }) => id === ref.id && version === ref.version);
    invariant(found, `the pack of procedure ${ref.id} version ${ref.version} is here`);
    return found;
  };
  const procedureOf: Survey['procedureOf'] = state => {
    invariant(office, 'the journal begins with the founding of the office');
    return officeProcedure(packOf(state), office, guidance, state.receivedAt);
  };
  const count = (event: CaseEvent): void => {
    const present = cases.get(event.case);
    const ref = event.type === 'registered' ? event : present?.state;
    invariant(ref, 'a case begins with its registration');
    invariant(openFrom && founded, 'the journal begins with the founding of the office');
    const after = countCase(present, event, packOf(ref), openFrom);
    cases.set(event.case, after);
    const correction = correctionOf(present, after, event, packOf(ref), lockedMonths(founded, openFrom));
    if (correction) corrections.push(correction);
  };
  /** Of what is written after the lock only the wish for secrecy matters. */
  const follow = (event: CaseEvent): void => {
    const present = afterLock.get(event.case) ?? cases.get(event.case)?.state;
    if (present) afterLock.set(event.case, evolveCase(present, event, packOf(present)));
  };

  for await (const record of ledger.read(1)) {
    const isInBooks = lockedAt === undefined;
    for (const event of record.events) {
      if (event.stream === 'office' && isInBooks) office = evolveOffice(office, event);
      if (event.stream === 'case') (isInBooks ? count : follow)(event);
      else if (event.type === 'office-founded') founded = openFrom = monthOf(dateOf(event.at));
      else if (event.type === 'month-locked' && openFrom !== undefined) {
        openFrom = openAfterLock(openFrom, event.period);
        if (event.period === period && lockedAt === undefined) {
          lockedAt = event.at;
          ({ remarks } = event);
        }
      }
      if (event.stream === 'office' && isInBooks && founded !== undefined && openFrom !== undefined)
        numbers.follow(event, lockedMonths(founded, openFrom).carriedBy);
      if (!isInBooks || record.seq <= since) continue;
      if (event.stream === 'case') moved.add(event.case);
      if (event.stream === 'case' || TOLD.includes(event.type)) told.push({ journal: record.hash, event });
    }
    if (isInBooks) through = { seq: record.seq, hash: record.hash };
  }
  const isHidden = (state: CaseState): boolean =>
    [state, afterLock.get(state.id)].some(
      each => each !== undefined && isSealed(procedureOf(each), each.values),
    );
  const officeHours = office?.hours ?? [];
  const { figures } = office ?? {};
  const chosen = office?.chosen?.procedures ?? (office ? [office.procedure] : []);
  const inUse = procedures.filter(
    ({ id, version }) =>
      chosen.includes(id) && procedures.every(other => other.id !== id || other.version <= version),
  );
  return {
    months: [period],
    ...{ period, cases, moved, corrections, remarks, numbers, figures, inUse, lockedAt, procedureOf },
    ...{ officeHours, isHidden, told, through },
  };
}

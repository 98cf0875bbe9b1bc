import type { WorkingCalendar } from '#shared/calendar/limit.types.ts';
import type { OfficeState } from '#shared/case/office.state.ts';
import { ownDutyDue } from '#shared/case/overrides.ts';
import { dateOf } from '#shared/core/instant.ts';
import { addDays, type PlainDate } from '#shared/core/plain-date.ts';
import { periodsDueBetween, type DutyPeriod } from '#shared/procedure/duty.due.ts';
import type { Duty } from '#shared/procedure/duty.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { DutyEntry, DutyStanding } from './agenda.entry.ts';

type DutyOffice = Pick<OfficeState, 'dutiesDone' | 'overrides' | 'foundedAt' | 'chosen'>;

export interface DutyContext {
  readonly office: DutyOffice;
  readonly calendar: WorkingCalendar;
  readonly today: PlainDate;
}

export const isDutyDone = (
  { dutiesDone }: Pick<DutyOffice, 'dutiesDone'>,
  procedure: string,
  duty: string,
  period: string,
): boolean =>
  dutiesDone.some(each => each.procedure === procedure && each.duty === duty && each.period === period);

/** Since when the office owes what the procedure asks. */
export const usedSince = (
  { foundedAt, chosen }: Pick<DutyOffice, 'foundedAt' | 'chosen'>,
  procedure: string,
): PlainDate => dateOf(chosen?.since?.[procedure] ?? foundedAt);

const standingOn = (due: PlainDate, today: PlainDate): DutyStanding =>
  due < today ? 'overdue' : due === today ? 'today' : 'near';

function entry(
  procedure: Pick<Procedure, 'id' | 'name'>,
  duty: Duty,
  period: DutyPeriod,
  today: PlainDate,
): DutyEntry {
  return {
    ...{ kind: 'duty', key: `duty/${procedure.id}/${duty.id}/${period.id}`, what: duty.name },
    ...{ reason: duty.rule, standing: standingOn(period.due, today), procedure: procedure.id },
    ...{ of: procedure.name, duty: duty.id, every: duty.period, period },
    ...(duty.report === undefined ? {} : { report: duty.report }),
  };
}

/** Duties that fall due from one day to another, as far as the office owes them and has not done them. */
export function dutiesBetween(
  procedures: readonly Pick<Procedure, 'id' | 'name' | 'duties'>[],
  [from, to]: readonly [PlainDate, PlainDate],
  { office, calendar, today }: DutyContext,
): readonly DutyEntry[] {
  return procedures.flatMap(procedure => {
    const since = usedSince(office, procedure.id);
    return procedure.duties.flatMap(duty =>
      periodsDueBetween(duty, [from, to], calendar, ownDutyDue(procedure.id, duty, office))
        // A period that was over before the office worked by the procedure is not owed.
        .filter(period => period.to >= since && !isDutyDone(office, procedure.id, duty.id, period.id))
        .map(period => entry(procedure, duty, period, today)),
    );
  });
}

/** What is owed now: every period that was missed, what is due today, and what is near by the duty's own warning. */
export function dutyAgenda(
  procedures: readonly Pick<Procedure, 'id' | 'name' | 'duties'>[],
  context: DutyContext,
): readonly DutyEntry[] {
  return procedures.flatMap(procedure =>
    procedure.duties.flatMap(duty =>
      dutiesBetween(
        [{ ...procedure, duties: [duty] }],
        [usedSince(context.office, procedure.id), addDays(context.today, duty.warn)],
        context,
      ),
    ),
  );
}

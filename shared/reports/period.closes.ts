import { usedSince } from '#shared/agenda/duty.agenda.ts';
import type { OfficeState } from '#shared/case/office.state.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Duty } from '#shared/procedure/duty.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { recentPeriods, type PeriodDays } from './report.period.ts';

/** One period of a report that comes back otherwise than by the month. */
export interface ClosablePeriod extends PeriodDays {
  /** Its last day is here or past: it can be closed. */
  readonly ripe: boolean;
  readonly done?: OfficeState['dutiesDone'][number];
}

export interface PeriodicDuty {
  readonly procedure: Pick<Procedure, 'id' | 'name'>;
  readonly duty: Duty;
  /** With nothing to tell it is sent all the same. */
  readonly zeroReport: boolean;
  /** The newest first. */
  readonly periods: readonly ClosablePeriod[];
}

/** Ten years of months, two of weeks. */
const MOST_PERIODS = 120;

/** What the procedures in use ask for by half-month, quarter, half-year, year or week; months are closed as months. */
export function periodicDuties(
  procedures: readonly Pick<Procedure, 'id' | 'name' | 'duties' | 'reports'>[],
  office: Pick<OfficeState, 'dutiesDone' | 'foundedAt' | 'chosen' | 'overrides'>,
  today: PlainDate,
): readonly PeriodicDuty[] {
  return procedures.flatMap(procedure =>
    procedure.duties
      .filter(({ period }) => period !== 'month')
      .map(duty => ({
        procedure,
        duty,
        zeroReport: procedure.reports.some(({ id, zero_report: zero }) => id === duty.report && zero),
        periods: recentPeriods(duty.period, today, usedSince(office, procedure.id), MOST_PERIODS).map(
          days => {
            const done = office.dutiesDone.find(
              each => each.procedure === procedure.id && each.duty === duty.id && each.period === days.id,
            );
            return { ...days, ripe: days.to <= today, ...(done ? { done } : {}) };
          },
        ),
      })),
  );
}

/** The oldest that is over and not closed, else the newest. */
export const periodToClose = ({ periods }: PeriodicDuty): ClosablePeriod | undefined =>
  periods.findLast(({ ripe, done }) => ripe && done === undefined) ?? periods[0];

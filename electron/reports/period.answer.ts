import { workingCalendar } from '#shared/calendar/working-calendar.ts';
import type { ClockContext } from '#shared/case/clocks.ts';
import { err, ok } from '#shared/core/result.ts';
import type { PeriodAnswer } from '#shared/ipc/answers.ts';
import type { ParsedInputOf } from '#shared/ipc/contract.ts';
import type { Reply } from '#shared/ipc/result.ts';
import { findPeriodById } from '#shared/procedure/duty.due.ts';
import { withLate } from '#shared/reports/late.checks.ts';
import { monthChecks } from '#shared/reports/month.checks.ts';
import { countsOf, periodCases, rememberClocks } from '#shared/reports/period.figures.ts';
import { monthsOf } from '#shared/reports/rate.figures.ts';
import { openedLedger, type Desk } from '../desk/desk.ts';
import { readPacks } from '../desk/packs.ts';
import { surveyPeriod } from './period.survey.ts';

/** What is looked at before a period is closed. */
export async function lookAtPeriod(
  desk: Desk,
  wanted: ParsedInputOf<'reports:period'>,
): Promise<Reply<PeriodAnswer>> {
  const { period, procedure: id } = wanted;
  const packs = await readPacks(desk.resources);
  const pack = packs.procedures
    .filter(each => each.id === id)
    .toSorted((a, b) => b.version - a.version)
    .at(0);
  const duty = pack?.duties.find(each => each.id === wanted.duty);
  const days = findPeriodById(period);
  if (!pack || !duty || !days) return err({ code: 'papers/no-such-report' });
  const survey = await surveyPeriod(openedLedger(desk), packs, wanted);
  const { done, office, cases, counted, numbers, corrections, procedureOf } = survey;
  const context: ClockContext = {
    ...{ now: done?.at ?? desk.now(), calendar: workingCalendar(packs.calendars), officeHours: office.hours },
    others: { received: () => cases.map(({ state }) => state) },
  };
  const clocks = rememberClocks(context);
  const behind = periodCases(cases, days, context, clocks);
  const checks = monthChecks(
    {
      ...{ period, cases: counted, moved: new Set(), months: monthsOf(days), numbers, inUse: [pack] },
      figures: office.figures,
    },
    procedureOf,
    context,
  );
  return ok({
    ...(duty.report === undefined ? {} : { figures: done?.figures ?? countsOf(behind) }),
    checks: withLate(checks, behind.overdue),
    corrections: corrections.filter(each => each.in === period || each.of === period),
  });
}

import { useState } from 'react';
import { ownDutyDue } from '#shared/case/overrides.ts';
import { dateOf } from '#shared/core/instant.ts';
import { addMonths, type PlainDate } from '#shared/core/plain-date.ts';
import { duePeriods, periodOf } from '#shared/procedure/duty.due.ts';
import type { Period } from '#shared/procedure/duty.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { PeriodPaper } from '#shared/reports/period.papers.ts';
import { recentPeriods } from '#shared/reports/report.period.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useNow } from '#renderer/db/live/use-now.ts';
import type { PeriodChoiceProps } from './period-choice.tsx';

/** Two years of months; more of what is longer does no harm. */
const MOST_PERIODS = 24;
/** Cases of the paper books are entered with the day they were received, which may lie before the founding. */
const MONTHS_BEFORE = 12;

/** What is owed first is opened first: of a report that is due, the period that just ended. */
function useFirstDay(procedure: Procedure, paper: PeriodPaper, today: PlainDate): PlainDate {
  const { calendar, office } = useOpenDesk();
  const duty = procedure.duties.find(({ report }) => report !== undefined && report === paper.report?.id);
  if (!duty) return today;
  const dueFor = ownDutyDue(procedure.id, duty, office);
  return duePeriods(duty, today, calendar, dueFor)[0]?.from ?? today;
}

/** A kind of period and a day in it. */
export interface ChosenPeriod {
  readonly period: Period;
  readonly day: PlainDate;
}

/** The period of a register or report that is looked at; `begin` is the one to begin with. */
export function usePeriodChoice(
  procedure: Procedure,
  paper: PeriodPaper,
  begin?: ChosenPeriod,
): PeriodChoiceProps {
  const { office } = useOpenDesk();
  const today = dateOf(useNow());
  const first = useFirstDay(procedure, paper, today);
  const [period, setPeriod] = useState<Period>(begin?.period ?? paper.period);
  const [day, setDay] = useState<PlainDate>(begin?.day ?? first);
  const since = addMonths(dateOf(office.foundedAt), -MONTHS_BEFORE);
  const all = recentPeriods(period, today, since, MOST_PERIODS);
  return {
    ...{ period, all },
    free: paper.free,
    at: all.find(({ from, to }) => from <= day && day <= to) ?? periodOf(day, period),
    onPeriod: kind => {
      setPeriod(kind);
      setDay(first);
    },
    onDay: setDay,
  };
}

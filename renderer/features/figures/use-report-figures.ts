import { useEffect, useState } from 'react';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { DeskFault } from '#shared/ipc/result.ts';
import type { TrendMonths } from '#shared/procedure/breakdown.schema.ts';
import type { Period } from '#shared/procedure/duty.schema.ts';
import type { ReportFigures } from '#shared/reports/report.figures.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';

/** Which report of which procedure, over which period, and how many months of its trend. */
export interface AskedFigures {
  readonly procedure: string;
  readonly paper: string;
  readonly period: Period;
  /** The first day of the period. */
  readonly day: PlainDate;
  readonly months: TrendMonths;
}

interface Answer {
  readonly key: string;
  readonly figures?: ReportFigures;
  readonly fault?: DeskFault;
}

/** The figures as the books stand now; while others are counted, what was counted last stays where it is. */
export function useReportFigures(asked: AskedFigures, tries: number) {
  const { api } = useDesk();
  const [answer, setAnswer] = useState<Answer>();
  const { procedure, paper, period, day, months } = asked;
  const key = [procedure, paper, period, day, months, tries].join(' ');

  useEffect(() => {
    let left = false;
    void api.reports.figures({ procedure, paper, period, day, months }).then(counted => {
      if (!left) setAnswer(counted.ok ? { key, figures: counted.value } : { key, fault: counted.error });
    });
    return () => {
      left = true;
    };
  }, [api, procedure, paper, period, day, months, key]);

  return { figures: answer?.figures, fault: answer?.fault ?? null, counting: answer?.key !== key };
}

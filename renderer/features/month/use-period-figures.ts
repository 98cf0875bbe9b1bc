import { useEffect, useState } from 'react';
import type { Period } from '#shared/procedure/duty.schema.ts';
import type { PeriodFigures } from '#shared/reports/period.figures.ts';
import type { PeriodDays } from '#shared/reports/report.period.ts';
import type { DeskFault } from '#shared/ipc/result.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';

export interface AskedPeriod extends Pick<PeriodDays, 'from'> {
  readonly procedure: string;
  /** The report; where there is none, nothing is counted. */
  readonly paper: string | undefined;
  readonly period: Period;
}

/** What a report counts over a period, as the books stand when it is looked at. */
export function usePeriodFigures({ procedure, paper, period, from }: AskedPeriod) {
  const { api } = useDesk();
  const [figures, setFigures] = useState<PeriodFigures>();
  const [fault, setFault] = useState<DeskFault | null>(null);
  useEffect(() => {
    if (paper === undefined) return undefined;
    let wanted = true;
    void api.reports.figures({ procedure, paper, period, day: from, months: 12 }).then(reply => {
      if (!wanted) return;
      if (reply.ok) setFigures(reply.value.period);
      else setFault(reply.error);
    });
    return () => {
      wanted = false;
    };
  }, [api, procedure, paper, period, from]);
  return { figures, fault };
}

import { useEffect, useState } from 'react';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { MadePaper } from '#shared/ipc/answers.ts';
import type { DeskFault } from '#shared/ipc/result.ts';
import type { Period } from '#shared/procedure/duty.schema.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';

/** Which paper of which procedure, over which period. */
export interface AskedPeriod {
  readonly procedure: string;
  readonly paper: string;
  readonly period: Period;
  /** The first day of the period. */
  readonly day: PlainDate;
}

export interface PeriodDocument {
  /** undefined until it is made. */
  readonly document: MadePaper | undefined;
  readonly fault: DeskFault | null;
}

interface Answer {
  readonly key: string;
  readonly document?: MadePaper;
  readonly fault?: DeskFault;
}

/** The register or report as the books stand now: set anew each time it is opened or another period is chosen. */
export function usePeriodDocument(asked: AskedPeriod, tries: number): PeriodDocument {
  const { api } = useDesk();
  const [answer, setAnswer] = useState<Answer>();
  const { procedure, paper, period, day } = asked;
  const key = [procedure, paper, period, day, tries].join(' ');

  useEffect(() => {
    let left = false;
    void api.reports.make({ procedure, paper, period, day }).then(made => {
      if (!left) setAnswer(made.ok ? { key, document: made.value } : { key, fault: made.error });
    });
    return () => {
      left = true;
    };
  }, [api, procedure, paper, period, day, key]);

  return answer?.key === key
    ? { document: answer.document, fault: answer.fault ?? null }
    : { document: undefined, fault: null };
}

import { useEffect, useState } from 'react';
import type { ClosedPeriod } from '#shared/case/period-close.decide.ts';
import type { PeriodAnswer } from '#shared/ipc/answers.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';

export interface PeriodLook {
  readonly answer: PeriodAnswer | undefined;
  readonly fault: AnyFault | null;
  /** Looks once more; undefined where the books cannot be read. */
  readonly again: () => Promise<PeriodAnswer | undefined>;
}

/** What a period tells and what its check list asks, as the books stand when it is looked at. */
export function usePeriod({ procedure, duty, period }: ClosedPeriod): PeriodLook {
  const { api } = useDesk();
  const { office } = useOpenDesk();
  const [answer, setAnswer] = useState<PeriodAnswer>();
  const [fault, setFault] = useState<AnyFault | null>(null);
  useEffect(() => {
    let wanted = true;
    void api.reports.period({ procedure, duty, period }).then(reply => {
      if (!wanted) return;
      if (reply.ok) setAnswer(reply.value);
      setFault(reply.ok ? null : reply.error);
    });
    return () => {
      wanted = false;
    };
  }, [api, procedure, duty, period, office]);
  return {
    answer,
    fault,
    again: async () => {
      const reply = await api.reports.period({ procedure, duty, period });
      setFault(reply.ok ? null : reply.error);
      if (!reply.ok) return undefined;
      setAnswer(reply.value);
      return reply.value;
    },
  };
}

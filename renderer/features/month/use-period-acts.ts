import { useState } from 'react';
import { APPROVES_LOCKS } from '#shared/case/close.decide.ts';
import type { MonthRemark } from '#shared/case/office.state.ts';
import type { OfficeCommand } from '#shared/case/office.decide.ts';
import type { ClosedPeriod, CountedPeriod } from '#shared/case/period-close.decide.ts';
import type { PeriodAnswer } from '#shared/ipc/answers.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useHoldOpen } from '#renderer/db/live/hold-open.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';

export interface PeriodActs {
  readonly busy: boolean;
  readonly fault: AnyFault | null;
  /** What was done last, in a word the page turns into a sentence. */
  readonly done: 'close' | 'propose' | 'give' | 'refuse' | null;
  readonly close: (counted: CountedPeriod, remarks: readonly MonthRemark[]) => Promise<boolean>;
  readonly give: (counted: CountedPeriod, remarks: readonly MonthRemark[]) => Promise<boolean>;
  readonly sendBack: (reason: string) => Promise<boolean>;
}

/** What a closed period keeps of what was looked at; nothing where nothing is reported. */
export const countedOf = ({ figures, checks }: PeriodAnswer): CountedPeriod | undefined => {
  const open = checks.filter(({ question }) => question).map(({ item, count }) => ({ item, count }));
  return figures && { figures, open };
};

/** Closing a period or putting that before whoever approves it, and their answer; one act at a time. */
export function usePeriodActs(of: ClosedPeriod): PeriodActs {
  const desk = useDesk();
  const { me } = useOpenDesk();
  const [busy, setBusy] = useState(false);
  useHoldOpen(busy);
  const [fault, setFault] = useState<AnyFault | null>(null);
  const [done, setDone] = useState<PeriodActs['done']>(null);

  const submit = async (act: NonNullable<PeriodActs['done']>, command: OfficeCommand): Promise<boolean> => {
    setBusy(true);
    setFault(null);
    setDone(null);
    const reply = await desk.submitOffice(command);
    setBusy(false);
    if (reply.ok) setDone(act);
    else setFault(reply.error);
    return reply.ok;
  };
  return {
    ...{ busy, fault, done },
    close: (counted, remarks) =>
      submit(me.roles.includes(APPROVES_LOCKS) ? 'close' : 'propose', {
        ...of,
        ...{ type: 'close-period', counted, remarks },
      }),
    give: (counted, remarks) =>
      submit('give', { ...of, type: 'answer-period', answer: 'given', counted, remarks }),
    sendBack: reason => submit('refuse', { ...of, type: 'answer-period', answer: 'refused', reason }),
  };
}

import { useState } from 'react';
import { APPROVES_LOCKS, CLOSES_MONTHS } from '#shared/case/close.decide.ts';
import type { LockProposal, MonthRemark } from '#shared/case/office.state.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { EARLY_LOCK, isEarlyClose } from '#shared/reports/early-lock.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import type { MonthRemarks } from './use-remarks.ts';

/** What is closed: a month, or a period of what a procedure asks for. */
export interface Closable {
  readonly isClosed: boolean;
  readonly lastDay: PlainDate;
  readonly proposal: LockProposal | undefined;
  /** Looks once more; what to remark hangs on how the books stand now. undefined where they cannot be read. */
  readonly look: () => Promise<readonly string[] | undefined>;
  /** Closes it, or puts that before whoever approves it; whether it was taken. */
  readonly close: (remarks: readonly MonthRemark[], open: readonly string[]) => Promise<boolean>;
  /** Approves it as it was proposed; whether it was taken. */
  readonly give: (remarks: readonly MonthRemark[], open: readonly string[]) => Promise<boolean>;
}

export interface Closing {
  /** Whether this person can close it, or propose that, now. */
  readonly mayClose: boolean;
  /** Whether it waits for an answer of this person. */
  readonly mayGive: boolean;
  /** The books are looked at once more: another press would close it twice. */
  readonly looking: boolean;
  /** Asked why it is closed before it is over. */
  readonly askingEarly: boolean;
  readonly keepOpen: () => void;
  readonly press: () => void;
  readonly give: () => void;
  readonly closeEarly: (reason: string) => void;
}

/** Every open question is remarked first, and what is not over asks why. */
export function useClose(closable: Closable, remarks: MonthRemarks, onMissing: () => void): Closing {
  const desk = useDesk();
  const { me } = useOpenDesk();
  const [askingEarly, setAskingEarly] = useState(false);
  const [looking, setLooking] = useState(false);
  const { isClosed, lastDay, proposal, look, close, give } = closable;
  const waits = proposal !== undefined && proposal.refused === undefined;

  const remarked = async () => {
    setLooking(true);
    const open = await look().finally(() => setLooking(false));
    const collected = open && remarks.collect(open);
    if (open && !collected) onMissing();
    return collected && { open, collected };
  };
  const take = async (early?: string): Promise<void> => {
    const said = await remarked();
    if (!said) return;
    const why = early === undefined ? [] : [{ item: EARLY_LOCK, text: early }];
    if (await close([...why, ...said.collected], said.open)) remarks.clear();
  };
  const approve = async (): Promise<void> => {
    const said = await remarked();
    if (said && (await give(said.collected, said.open))) remarks.clear();
  };
  const ask = async (): Promise<void> => {
    if (await remarked()) setAskingEarly(true);
  };
  return {
    mayClose: !isClosed && !waits && me.roles.includes(CLOSES_MONTHS),
    mayGive: !isClosed && waits && me.roles.includes(APPROVES_LOCKS),
    looking,
    askingEarly,
    keepOpen: () => setAskingEarly(false),
    press: () => void (isEarlyClose(lastDay, desk.now()) ? ask() : take()),
    give: () => void approve(),
    closeEarly: reason => {
      setAskingEarly(false);
      void take(reason);
    },
  };
}

import { useState } from 'react';
import { CLOSES_MONTHS, lockProposal } from '#shared/case/month-lock.decide.ts';
import type { LockedMonth, LockProposal } from '#shared/case/office.state.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { EARLY_LOCK, isEarlyLock } from '#shared/reports/early-lock.ts';
import { JOURNAL_CHECK } from '#shared/reports/month.checks.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import type { MonthWork } from './use-month.ts';
import type { MonthRemarks } from './use-remarks.ts';

export interface MonthLock {
  readonly locked: LockedMonth | undefined;
  readonly proposal: LockProposal | undefined;
  /** Whether this person can close the month, or propose that, now. */
  readonly mayLock: boolean;
  /** Asked why it is locked before it is over. */
  readonly askingEarly: boolean;
  readonly keepOpen: () => void;
  readonly press: () => void;
  readonly lockEarly: (reason: string) => void;
}

interface LockParts {
  readonly work: MonthWork;
  readonly remarks: MonthRemarks;
  /** Remarks are missing: the list has to be in sight. */
  readonly onMissing: () => void;
}

/** Closing a month: every open question is remarked first, and a month that is not over asks why. */
export function useLock(period: PlainMonth, { work, remarks, onMissing }: LockParts): MonthLock {
  const desk = useDesk();
  const { office, me } = useOpenDesk();
  const [askingEarly, setAskingEarly] = useState(false);
  const locked = office.months.find(month => month.period === period);
  const proposal = lockProposal(office, period);
  const waits = proposal !== undefined && proposal.refused === undefined;

  const remarked = async () => {
    const checks = await work.look();
    if (!checks) return undefined;
    const questions = checks.filter(({ question }) => question).map(({ item }) => item);
    const collected = remarks.collect([
      ...(work.journal.state === 'bad' ? [JOURNAL_CHECK] : []),
      ...questions,
    ]);
    if (!collected) onMissing();
    return collected;
  };
  const take = async (early?: string): Promise<void> => {
    const said = await remarked();
    if (!said) return;
    const why = early === undefined ? [] : [{ item: EARLY_LOCK, text: early }];
    if (await work.lock([...why, ...said])) remarks.clear();
  };
  const ask = async (): Promise<void> => {
    if (await remarked()) setAskingEarly(true);
  };
  return {
    locked,
    proposal,
    mayLock: !locked && !waits && me.roles.includes(CLOSES_MONTHS),
    askingEarly,
    keepOpen: () => setAskingEarly(false),
    press: () => void (isEarlyLock(period, desk.now()) ? ask() : take()),
    lockEarly: reason => {
      setAskingEarly(false);
      void take(reason);
    },
  };
}

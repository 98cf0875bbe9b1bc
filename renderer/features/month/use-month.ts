import { useCallback, useEffect, useState } from 'react';
import type { ExportProgress } from '#shared/bundle/export-progress.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { APPROVES_LOCKS, type CloseAnswer } from '#shared/case/close.decide.ts';
import type { MonthRemark } from '#shared/case/office.state.ts';
import type { BundleAnswer, MonthAnswer } from '#shared/ipc/answers.ts';
import type { InputOf } from '#shared/ipc/contract.ts';
import type { MonthCases, MonthStatistics } from '#shared/reports/month.statistics.ts';
import type { MonthCheck } from '#shared/reports/month.checks.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useHoldOpen } from '#renderer/db/live/hold-open.ts';
import { receiptFault } from '#renderer/features/drives/index.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';
import { findOtherCard, type OtherCard } from './other-card.ts';

export type Journal =
  | { readonly state: 'checking' }
  | { readonly state: 'sound'; readonly records: number }
  | { readonly state: 'bad' };

export interface MonthWork {
  readonly statistics: MonthStatistics | undefined;
  /** Behind the figures. */
  readonly cases: MonthCases | undefined;
  readonly checks: readonly MonthCheck[] | undefined;
  readonly journal: Journal;
  readonly busy: 'lock' | 'propose' | 'give' | 'refuse' | 'export' | 'receipts' | 'card' | 'verify' | null;
  readonly progress: ExportProgress | null;
  readonly fault: AnyFault | null;
  /** What the last act did, in a word the page turns into a sentence. */
  readonly done: {
    readonly act: string;
    readonly detail: string;
    readonly drive?: BundleAnswer['drive'];
  } | null;
  /** A card was read that differs from the enrolled one: nothing is taken until somebody has looked at it. */
  readonly otherCard: OtherCard | null;
  /** Looks once more: what to remark hangs on how the books stand now. undefined where they cannot be read. */
  readonly look: () => Promise<readonly MonthCheck[] | undefined>;
  /** Locks it, or puts that before whoever approves it; whether it was taken. */
  readonly lock: (remarks: readonly MonthRemark[], open: readonly string[]) => Promise<boolean>;
  /** Approves the lock as it was proposed; whether it was taken. */
  readonly give: (remarks: readonly MonthRemark[], open: readonly string[]) => Promise<boolean>;
  readonly sendBack: (reason: string) => Promise<void>;
  readonly exportBundle: (to: WriteTo) => Promise<void>;
  /** The folder chosen may not be what was meant: nothing is written until somebody said so. */
  readonly doubt: BundleAnswer['doubt'] | null;
  readonly leaveDoubt: () => void;
  readonly cancel: () => void;
  readonly verify: (bundle: string) => Promise<void>;
  readonly importReceipts: () => Promise<void>;
  readonly importCard: () => Promise<void>;
  readonly replaceCard: () => Promise<void>;
  readonly keepCard: () => void;
  readonly exportCard: () => Promise<void>;
}

export type WriteTo = InputOf<'bundles:export'>['to'];

type Busy = Exclude<MonthWork['busy'], null>;

/** Everything the month page does, one act at a time. */
export function useMonth(period: PlainMonth, onBegin: () => void): MonthWork {
  const desk = useDesk();
  const { office, me } = useOpenDesk();
  const [counted, setCounted] = useState<{ readonly of: PlainMonth } & MonthAnswer>();
  const [journal, setJournal] = useState<Journal>({ state: 'checking' });
  const [busy, setBusy] = useState<MonthWork['busy']>(null);
  useHoldOpen(busy !== null);
  const [progress, setProgress] = useState<ExportProgress | null>(null);
  const [fault, setFault] = useState<AnyFault | null>(null);
  const [done, setDone] = useState<MonthWork['done']>(null);
  const [doubt, setDoubt] = useState<MonthWork['doubt']>(null);
  const [otherCard, setOtherCard] = useState<OtherCard | null>(null);

  useEffect(() => {
    let wanted = true;
    void desk.api.month.summary({ period }).then(reply => {
      if (!wanted) return;
      if (reply.ok) setCounted({ of: period, ...reply.value });
      else setFault(reply.error);
    });
    return () => {
      wanted = false;
    };
  }, [desk, period, office]);

  useEffect(() => {
    let wanted = true;
    void desk.api.journal.verify().then(reply => {
      if (wanted) setJournal(reply.ok ? { state: 'sound', records: reply.value.records } : { state: 'bad' });
    });
    return () => {
      wanted = false;
    };
  }, [desk]);

  useEffect(() => desk.api.on('bundles:progress', setProgress), [desk]);

  const run = useCallback(
    async (
      act: Busy,
      work: () => Promise<
        | {
            readonly ok: true;
            readonly said: string | null;
            readonly drive?: BundleAnswer['drive'] | undefined;
          }
        | { readonly ok: false; readonly error: AnyFault }
      >,
    ): Promise<boolean> => {
      onBegin();
      setBusy(act);
      setFault(null);
      setDone(null);
      const reply = await work();
      setBusy(null);
      setProgress(null);
      if (!reply.ok) setFault(reply.error);
      else if (reply.said !== null)
        setDone({ act, detail: reply.said, ...(reply.drive === undefined ? {} : { drive: reply.drive }) });
      return reply.ok;
    },
    [onBegin],
  );

  const { api } = desk;
  const shown = counted?.of === period ? counted : undefined;
  const act = async (...args: Parameters<typeof run>): Promise<void> => {
    await run(...args);
  };
  const answer = async (said: CloseAnswer) => {
    const reply = await desk.submitOffice({ type: 'answer-lock', period, ...said });
    return reply.ok ? { ok: true as const, said: '' } : reply;
  };
  return {
    statistics: shown?.statistics,
    cases: shown?.cases,
    checks: shown?.checks,
    journal,
    busy,
    progress,
    fault,
    done,
    otherCard,
    look: async () => {
      const reply = await api.month.summary({ period });
      if (reply.ok) setCounted({ of: period, ...reply.value });
      else setFault(reply.error);
      return reply.ok ? reply.value.checks : undefined;
    },
    lock: (remarks, open) =>
      run(me.roles.includes(APPROVES_LOCKS) ? 'lock' : 'propose', async () => {
        const reply = await desk.lockMonth({ period, remarks, open });
        return reply.ok ? { ok: true, said: '' } : reply;
      }),
    give: (remarks, open) => run('give', () => answer({ answer: 'given', remarks, open })),
    sendBack: reason => act('refuse', () => answer({ answer: 'refused', reason })),
    doubt,
    leaveDoubt: () => setDoubt(null),
    exportBundle: to =>
      act('export', async () => {
        setDoubt(null);
        const reply = await api.bundles.export({ period, to });
        if (!reply.ok) return reply;
        setDoubt(reply.value.doubt ?? null);
        return { ok: true, said: reply.value.bundles[0]?.file ?? null, drive: reply.value.drive };
      }),
    cancel: () => void api.bundles.cancel(),
    verify: bundle =>
      act('verify', async () => {
        const reply = await api.bundles.verify({ bundle });
        return reply.ok ? { ok: true, said: reply.value.path === null ? null : '' } : reply;
      }),
    importReceipts: () =>
      act('receipts', async () => {
        const reply = await api.bundles.importReceipts();
        if (!reply.ok) return reply;
        const refused = reply.value.bundles.find(({ outcome }) => outcome === 'refused');
        if (refused) return { ok: false, error: { code: receiptFault(refused.code) } };
        return { ok: true, said: reply.value.cancelled ? null : String(reply.value.bundles.length) };
      }),
    importCard: () =>
      act('card', async () => {
        setOtherCard(null);
        const reply = await api.cards.importHeadquarters({ answer: 'read' });
        if (reply.ok) return { ok: true, said: reply.value.name };
        const other = findOtherCard(reply.error);
        setOtherCard(other ?? null);
        return other ? { ok: true, said: null } : reply;
      }),
    replaceCard: () =>
      act('card', async () => {
        setOtherCard(null);
        const reply = await api.cards.importHeadquarters({ answer: 'replace' });
        return reply.ok ? { ok: true, said: reply.value.name } : reply;
      }),
    keepCard: () => {
      setOtherCard(null);
      void api.cards.importHeadquarters({ answer: 'keep' });
    },
    exportCard: () =>
      act('card', async () => {
        const reply = await api.cards.exportOffice();
        return reply.ok ? { ok: true, said: reply.value.path } : reply;
      }),
  };
}

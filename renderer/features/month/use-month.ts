import { useCallback, useEffect, useState } from 'react';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import type { MonthStatistics } from '#shared/reports/month.statistics.ts';
import { EARLY_LOCK } from '#shared/reports/early-lock.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';
import { findOtherCard, type OtherCard } from './other-card.ts';

export type Journal =
  | { readonly state: 'checking' }
  | { readonly state: 'sound'; readonly records: number }
  | { readonly state: 'bad' };

/** Done so far of writing a bundle; total is not known beforehand. */
export interface Progressed {
  readonly phase: string;
  readonly done: number;
}

export interface MonthWork {
  readonly statistics: MonthStatistics | undefined;
  readonly journal: Journal;
  readonly busy: 'lock' | 'export' | 'receipts' | 'card' | 'verify' | null;
  readonly progress: Progressed | null;
  readonly fault: AnyFault | null;
  /** What the last act did, in a word the page turns into a sentence. */
  readonly done: { readonly act: string; readonly detail: string } | null;
  /** A card was read that differs from the enrolled one: nothing is taken until somebody has looked at it. */
  readonly otherCard: OtherCard | null;
  /** The reason is for a month that is not over. */
  readonly lock: (early?: string) => Promise<void>;
  readonly exportBundle: () => Promise<void>;
  readonly cancel: () => void;
  readonly verify: (bundle: string) => Promise<void>;
  readonly importReceipts: () => Promise<void>;
  readonly importCard: () => Promise<void>;
  readonly replaceCard: () => Promise<void>;
  readonly keepCard: () => void;
  readonly exportCard: () => Promise<void>;
}

/** `receipt/other-key` as a fault of the month page, whose sentences say what to do about it. */
const receiptFault = (code: FaultCode = 'ipc/bug'): FaultCode =>
  code.replace('receipt/', 'bundles/receipt-') as FaultCode;

type Busy = Exclude<MonthWork['busy'], null>;

/** Everything the month page does, one act at a time. */
export function useMonth(period: PlainMonth): MonthWork {
  const desk = useDesk();
  const { office } = useOpenDesk();
  const [statistics, setStatistics] = useState<MonthStatistics>();
  const [journal, setJournal] = useState<Journal>({ state: 'checking' });
  const [busy, setBusy] = useState<MonthWork['busy']>(null);
  const [progress, setProgress] = useState<Progressed | null>(null);
  const [fault, setFault] = useState<AnyFault | null>(null);
  const [done, setDone] = useState<MonthWork['done']>(null);
  const [otherCard, setOtherCard] = useState<OtherCard | null>(null);

  useEffect(() => {
    let wanted = true;
    void desk.api.month.summary({ period }).then(reply => {
      if (!wanted) return;
      if (reply.ok) setStatistics(reply.value.statistics);
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

  useEffect(
    () => desk.api.on('bundles:progress', ({ phase, done: bytes }) => setProgress({ phase, done: bytes })),
    [desk],
  );

  const run = useCallback(
    async (
      act: Busy,
      work: () => Promise<
        { readonly ok: true; readonly said: string | null } | { readonly ok: false; readonly error: AnyFault }
      >,
    ): Promise<void> => {
      setBusy(act);
      setFault(null);
      setDone(null);
      const reply = await work();
      setBusy(null);
      setProgress(null);
      if (!reply.ok) setFault(reply.error);
      else if (reply.said !== null) setDone({ act, detail: reply.said });
    },
    [],
  );

  const { api } = desk;
  return {
    statistics,
    journal,
    busy,
    progress,
    fault,
    done,
    otherCard,
    lock: early =>
      run('lock', async () => {
        const remarks = early === undefined ? [] : [{ item: EARLY_LOCK, text: early }];
        const reply = await desk.lockMonth(period, remarks);
        return reply.ok ? { ok: true, said: '' } : reply;
      }),
    exportBundle: () =>
      run('export', async () => {
        const reply = await api.bundles.export({ period });
        return reply.ok ? { ok: true, said: reply.value.bundles[0]?.file ?? null } : reply;
      }),
    cancel: () => void api.bundles.cancel(),
    verify: bundle =>
      run('verify', async () => {
        const reply = await api.bundles.verify({ bundle });
        return reply.ok ? { ok: true, said: reply.value.path === null ? null : '' } : reply;
      }),
    importReceipts: () =>
      run('receipts', async () => {
        const reply = await api.bundles.importReceipts();
        if (!reply.ok) return reply;
        const refused = reply.value.bundles.find(({ outcome }) => outcome === 'refused');
        if (refused) return { ok: false, error: { code: receiptFault(refused.code) } };
        return { ok: true, said: reply.value.cancelled ? null : String(reply.value.bundles.length) };
      }),
    importCard: () =>
      run('card', async () => {
        setOtherCard(null);
        const reply = await api.cards.importHeadquarters({ answer: 'read' });
        if (reply.ok) return { ok: true, said: reply.value.name };
        const other = findOtherCard(reply.error);
        setOtherCard(other ?? null);
        return other ? { ok: true, said: null } : reply;
      }),
    replaceCard: () =>
      run('card', async () => {
        setOtherCard(null);
        const reply = await api.cards.importHeadquarters({ answer: 'replace' });
        return reply.ok ? { ok: true, said: reply.value.name } : reply;
      }),
    keepCard: () => {
      setOtherCard(null);
      void api.cards.importHeadquarters({ answer: 'keep' });
    },
    exportCard: () =>
      run('card', async () => {
        const reply = await api.cards.exportOffice();
        return reply.ok ? { ok: true, said: reply.value.path } : reply;
      }),
  };
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import type { CaseColumns } from '#shared/list/case-list.choices.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { isClosed } from '#renderer/db/live/use-live.ts';
import type { BatchOrder } from '#renderer/features/paper/index.ts';
import { registerRows, type Batch, type PaperRow } from '#renderer/features/papers/index.ts';
import type { TickedRows } from '#renderer/ui/table/use-row-ticks.ts';
import type { BulkBarProps } from './bulk-bar.tsx';
import type { ListPlace } from './list-place.ts';
import { useExport, type CaseExport } from './use-export.ts';
import { useTogether, type Together } from './use-together.ts';

/** What goes to a printer, or through the journal one by one, is looked over by somebody. */
export const MOST_AT_ONCE = 500;

export interface Bulk {
  readonly bar: BulkBarProps;
  /** The register forms that wait for a printer to be chosen. */
  readonly printing: readonly PaperRow[] | null;
  readonly print: (rows: readonly PaperRow[], order: BatchOrder) => void;
  readonly isTogether: boolean;
  readonly together: Together;
  readonly exporting: CaseExport;
  readonly close: () => void;
}

export interface BulkParts {
  readonly batch: Batch;
  readonly columns: CaseColumns;
  /** Where the cases were chosen. */
  readonly place: ListPlace;
}

/** What is done with the chosen cases of the list. */
export function useBulk(chosen: TickedRows<CaseId>, { batch, columns, place }: BulkParts): Bulk {
  const { t } = useTranslation('cases');
  const { store } = useOpenDesk();
  const together = useTogether();
  const exporting = useExport();
  const [open, setOpen] = useState<'together' | readonly PaperRow[] | null>(null);
  const [said, setSaid] = useState('');
  const count = chosen.rows.length;

  /** Whether it may begin; else it is said why not. */
  const mayBegin = (isRunning: boolean): boolean => {
    const why = isRunning
      ? t('bulk.running')
      : count > MOST_AT_ONCE
        ? t('bulk.most', { most: MOST_AT_ONCE })
        : '';
    setSaid(why);
    return why === '';
  };
  const askPrinter = async (): Promise<void> => {
    const rows = await registerRows(store, chosen.rows);
    if (rows.length > 0) setOpen(rows);
    else setSaid(t('bulk.noForms'));
  };

  return {
    ...{ together, exporting },
    printing: typeof open === 'object' ? open : null,
    isTogether: open === 'together',
    close: () => setOpen(null),
    print: (rows, order) => {
      batch.start(rows, order);
      setOpen(null);
      chosen.clear();
    },
    bar: {
      ...{ count, said },
      onPrint: () => {
        if (!mayBegin(batch.run?.isRunning === true)) return;
        askPrinter().catch((error: unknown) => {
          if (!isClosed(error)) throw error;
        });
      },
      onTogether: () => {
        if (mayBegin(together.run?.isRunning === true)) setOpen('together');
      },
      onExport: () => {
        const { tab, conditions, typed, behind } = place;
        exporting.start({
          ...{ ids: chosen.rows, columns, conditions },
          ...{ list: behind ? 'figure' : tab, found: typed.trim() !== '' },
        });
      },
      onClear: () => {
        chosen.clear();
        setSaid('');
      },
    },
  };
}

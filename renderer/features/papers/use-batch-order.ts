import { useRef, useState, type RefObject } from 'react';
import type { PrinterAnswer } from '#shared/ipc/answers.ts';
import {
  chosenPrinter,
  NO_ORDER,
  readCopies,
  usePrinters,
  usualOrder,
  type BatchOrder,
  type PrintOrder,
} from '#renderer/features/paper/index.ts';
import type { PaperRow } from './paper-rows.ts';

export interface BatchFields {
  /** undefined until the shell has answered. */
  readonly list: readonly PrinterAnswer[] | undefined;
  readonly printer: PrinterAnswer | undefined;
  /** Empty where the chosen forms are usually printed in different numbers. */
  readonly copies: string;
  readonly copiesWrong: boolean;
  readonly duplex: boolean;
  readonly copiesRef: RefObject<HTMLInputElement | null>;
  readonly change: (change: Partial<PrintOrder>) => void;
  readonly look: () => void;
  /** undefined where something is missing, which has the focus then. */
  readonly read: () => BatchOrder | undefined;
}

/** Of one page nobody chooses its sides. */
const SEVERAL_PAGES = 2;

/** Printer, copies and sides for all of them, as they were chosen last. */
export function useBatchOrder(rows: readonly PaperRow[]): BatchFields {
  const { list, look } = usePrinters();
  const [order, setOrder] = useState<PrintOrder>(NO_ORDER);
  const [copiesWrong, setCopiesWrong] = useState(false);
  const copiesRef = useRef<HTMLInputElement>(null);
  const printer = chosenPrinter(list ?? [], order);
  const usual = rows.map(row => usualOrder(printer, row.form, SEVERAL_PAGES, row.usualCopies));
  const numbers = new Set(usual.map(each => each.copies));
  const copies = order.copies ?? (numbers.size === 1 ? String([...numbers][0]) : '');
  const duplex = order.duplex ?? printer?.settings.duplex ?? true;
  return {
    ...{ list, printer, copies, copiesWrong, duplex, copiesRef, look },
    change: change => {
      setOrder({ ...order, ...change });
      setCopiesWrong(false);
    },
    read: () => {
      if (!printer) return undefined;
      if (copies.trim() === '') return { printer, copies: null, duplex };
      const count = readCopies(copies);
      if (count !== undefined) return { printer, copies: count, duplex };
      setCopiesWrong(true);
      copiesRef.current?.focus();
      return undefined;
    },
  };
}

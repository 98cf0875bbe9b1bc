import { useRef, useState, type RefObject } from 'react';
import type { PrinterAnswer } from '#shared/ipc/answers.ts';
import { chosenPrinter, NO_ORDER, readCopies, usualOrder, type PrintOrder } from './print-order.ts';
import { usePrinters, type Printers } from './use-printers.ts';
import type { Printable } from './print-run.ts';
import { usePrinting, type Printing } from './use-printing.ts';

export interface PrintDesk {
  readonly printers: Printers;
  readonly printer: PrinterAnswer | undefined;
  readonly copies: string;
  readonly copiesWrong: boolean;
  readonly duplex: boolean;
  /** null for a paper that is not printed upon a form. */
  readonly preprinted: boolean | null;
  readonly copiesRef: RefObject<HTMLInputElement | null>;
  readonly printing: Printing;
  readonly change: (change: Partial<PrintOrder>) => void;
  readonly print: () => void;
  readonly save: () => void;
}

export interface PrintDeskSubject {
  /** undefined until it is set. */
  readonly printable: Printable | undefined;
  /** How many people get one. */
  readonly usualCopies: number;
  readonly fileName: string;
}

/** Everything at the side of the paper: printer, copies, sides, and the two acts. */
export function usePrintDesk(subject: PrintDeskSubject): PrintDesk {
  const { printable, usualCopies, fileName } = subject;
  const printers = usePrinters();
  const printing = usePrinting(printable);
  const [order, setOrder] = useState<PrintOrder>(NO_ORDER);
  const [copiesWrong, setCopiesWrong] = useState(false);
  const copiesRef = useRef<HTMLInputElement>(null);
  const printer = chosenPrinter(printers.list ?? [], order);
  const usual = usualOrder(printer, printable?.jobTitle ?? '', printable?.pages ?? 1, usualCopies);
  const copies = order.copies ?? String(usual.copies);
  const duplex = order.duplex ?? usual.duplex;
  const preprinted = printable && !printable.printed?.paper ? null : order.preprinted;

  const save = (): void => void printing.save(fileName);
  const print = (): void => {
    const count = readCopies(copies);
    if (!printer || printers.list === undefined) return;
    if (count === undefined) {
      setCopiesWrong(true);
      copiesRef.current?.focus();
    } else void printing.print({ printer, copies: count, preprinted: preprinted ?? false }, duplex);
  };

  return {
    printers,
    printer,
    copies,
    copiesWrong,
    duplex,
    preprinted,
    copiesRef,
    printing,
    change: change => {
      setOrder({ ...order, ...change });
      setCopiesWrong(false);
    },
    print,
    save,
  };
}

import type { PrinterAnswer } from '#shared/ipc/answers.ts';

/** What stands in the fields beside the paper; null where the person has chosen nothing yet. */
export interface PrintOrder {
  readonly printer: string | null;
  readonly copies: string | null;
  readonly duplex: boolean | null;
}

export const NO_ORDER: PrintOrder = { printer: null, copies: null, duplex: null };

const MOST_COPIES = 99;

/** Undefined where it is no number of copies. */
export function readCopies(typed: string): number | undefined {
  const text = typed.normalize('NFKC').trim();
  const copies = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return copies >= 1 && copies <= MOST_COPIES ? copies : undefined;
}

/** The printer that was chosen, else the system's own, else any. */
export const chosenPrinter = (
  printers: readonly PrinterAnswer[],
  order: PrintOrder,
): PrinterAnswer | undefined =>
  printers.find(({ name }) => name === order.printer) ??
  printers.find(({ isDefault }) => isDefault) ??
  printers[0];

import type { PrinterAnswer } from '#shared/ipc/answers.ts';

/** What stands in the fields beside the paper; null where the person has chosen nothing yet. */
export interface PrintOrder {
  readonly printer: string | null;
  readonly copies: string | null;
  readonly duplex: boolean | null;
  /** 套打: on paper that has the form on it already. */
  readonly preprinted: boolean;
}

export const NO_ORDER: PrintOrder = { printer: null, copies: null, duplex: null, preprinted: false };

const MOST_COPIES = 99;

/** Undefined where it is no number of copies. */
export function readCopies(typed: string): number | undefined {
  const text = typed.normalize('NFKC').trim();
  const copies = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return copies >= 1 && copies <= MOST_COPIES ? copies : undefined;
}

/** The printer that was chosen, else that of the last print, else the system's own, else any. */
export const chosenPrinter = (
  printers: readonly PrinterAnswer[],
  order: PrintOrder,
): PrinterAnswer | undefined =>
  printers.find(({ name }) => name === order.printer) ??
  printers.find(({ isLast }) => isLast) ??
  printers.find(({ isDefault }) => isDefault) ??
  printers[0];

/** What is printed on if nobody says otherwise: as this form was printed last on this printer. */
export function usualOrder(
  printer: PrinterAnswer | undefined,
  form: string,
  pages: number,
  copies: number,
): { readonly copies: number; readonly duplex: boolean } {
  const { settings } = printer ?? {};
  return { copies: settings?.copies[form] ?? copies, duplex: pages > 1 && (settings?.duplex ?? true) };
}

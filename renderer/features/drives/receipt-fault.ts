import type { FaultCode } from '#shared/ipc/fault-codes.ts';

/** `receipt/other-key` as a fault of the month page, whose sentences say what to do about it. */
export const receiptFault = (code: FaultCode = 'ipc/bug'): FaultCode =>
  code.replace('receipt/', 'bundles/receipt-') as FaultCode;

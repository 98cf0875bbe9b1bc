/** Why a paper did not become a PDF, or a PDF no paper. */
export type PrintErrorCode =
  | 'printing/font-missing' // detail: the file
  | 'printing/window-failed'
  | 'printing/pdf-unreadable'
  | 'printing/timed-out' // of a printer: it is not known whether paper came out
  | 'printing/no-spooler'
  | 'printing/printer-unknown' // detail: its name
  | 'printing/printer-refused' // detail: what the system said
  | 'printing/paper-differs' // from the one that is kept
  | 'printing/not-cancelled'; // detail: what the system said

export interface PrintError {
  readonly code: PrintErrorCode;
  readonly detail: string;
  readonly cause?: unknown;
}

export const printError = (code: PrintErrorCode, detail = '', cause?: unknown): PrintError =>
  cause === undefined ? { code, detail } : { code, detail, cause };

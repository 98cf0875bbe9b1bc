import { err, ok, type Result } from '#shared/core/result.ts';
import type { PrintDocuments } from '../print-documents.ts';
import { TIMED_OUT, within } from '../print-queue.ts';
import { printError, type PrintError } from '../print.error.ts';
import type { AcceptedJob, Printer, PrintJob, Sides } from './printer.ts';

/** The part of a hidden BrowserWindow that shows a PDF and prints it: Windows has no program such as `lp`. */
export interface PdfWindow {
  readonly loadURL: (url: string) => Promise<void>;
  /** `webContents.getPrintersAsync`, which does not say which one is the default. */
  readonly getPrinters: () => Promise<readonly { readonly name: string }[]>;
  /** `webContents.print`: calls back once, with why it failed. */
  readonly print: (
    options: WindowPrintOptions,
    done: (success: boolean, failureReason: string) => void,
  ) => void;
  readonly close: () => void;
}

/** As Electron names them. Since Electron 44.1 `duplexMode` is heeded; before, the printer's own setting ruled. */
export interface WindowPrintOptions {
  readonly silent: true;
  readonly deviceName: string;
  readonly copies: number;
  readonly duplexMode: 'simplex' | 'longEdge' | 'shortEdge';
  readonly printBackground: true;
  readonly scaleFactor: 100;
  readonly margins: { readonly marginType: 'none' };
}

export interface WindowPrinterDeps {
  readonly documents: PrintDocuments;
  /** Where the program serves its files, without a slash at the end. */
  readonly origin: string;
  readonly openPdfWindow: () => Promise<PdfWindow>;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 60_000;

const DUPLEX: Readonly<Record<Sides, WindowPrintOptions['duplexMode']>> = {
  'one-sided': 'simplex',
  'two-sided-long-edge': 'longEdge',
  'two-sided-short-edge': 'shortEdge',
};

const optionsOf = (job: PrintJob): WindowPrintOptions => ({
  silent: true,
  deviceName: job.printer,
  copies: job.copies,
  duplexMode: DUPLEX[job.sides],
  printBackground: true,
  scaleFactor: 100,
  margins: { marginType: 'none' },
});

async function printIn(
  window: PdfWindow,
  job: PrintJob,
  deps: WindowPrinterDeps,
): Promise<Result<AcceptedJob, PrintError>> {
  // A wrong name fails without a word, so it is looked up first.
  const printers = await window.getPrinters();
  if (!printers.some(({ name }) => name === job.printer))
    return err(printError('printing/printer-unknown', job.printer));
  const published = deps.documents.publishPdf(new Uint8Array(job.pdf));
  try {
    await window.loadURL(`${deps.origin}${published.url}`);
    const printed = new Promise<Result<AcceptedJob, PrintError>>(resolve =>
      window.print(optionsOf(job), (success, reason) =>
        resolve(success ? ok({ spoolId: null }) : err(printError('printing/printer-refused', reason))),
      ),
    );
    const outcome = await within(deps.timeoutMs ?? TIMEOUT_MS, printed);
    return outcome === TIMED_OUT ? err(printError('printing/timed-out', job.printer)) : outcome;
  } finally {
    published.dispose();
  }
}

export function makeWindowPrinter(deps: WindowPrinterDeps): Printer {
  const inWindow = async <T>(work: (window: PdfWindow) => Promise<T>): Promise<T> => {
    const window = await deps.openPdfWindow();
    try {
      return await work(window);
    } finally {
      window.close();
    }
  };
  return {
    list: async () => {
      const printers = await inWindow(window => window.getPrinters());
      return printers.map(({ name }) => ({ name, isDefault: false }));
    },
    print: async job => {
      try {
        return await inWindow(window => printIn(window, job, deps));
      } catch (cause) {
        return err(printError('printing/window-failed', '', cause));
      }
    },
    // Electron tells no more of a job than that the system took it.
    progress: () => Promise.resolve({ kind: 'unknown' }),
    cancel: spoolId => Promise.resolve(err(printError('printing/not-cancelled', spoolId))),
  };
}

import { err, ok } from '#shared/core/result.ts';
import { printError } from '../print.error.ts';
import { cupsServer, jobAttributes, printerAttributes } from './cups.ipp.ts';
import { progressOf } from './cups.progress.ts';
import type { Printer, PrinterInfo, PrintJob } from './printer.ts';
import { runCommand } from './run-command.ts';

/** The programs of CUPS, on Linux and macOS (https://www.cups.org/doc/options.html). */
export interface CupsOptions {
  readonly lp?: string;
  readonly lpstat?: string;
  readonly cancel?: string;
  /** Path of its socket, or host and port; without it, the one the programs of CUPS would ask. */
  readonly server?: string;
  /** For handing over a job. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 60_000;
/** A queue on a network printer that is switched off can make CUPS slow to answer. */
const LIST_TIMEOUT_MS = 20_000;
const ASK_TIMEOUT_MS = 5000;

function parsePrinters(names: string, defaults: string): readonly PrinterInfo[] {
  const defaultName = /^system default destination: (.+)$/m.exec(defaults)?.[1]?.trim();
  return names
    .split('\n')
    .map(line => line.trim())
    .filter(name => name !== '')
    .map(name => ({ name, isDefault: name === defaultName }));
}

const requestId = (answer: string): string | null => /request id is (\S+)/.exec(answer)?.[1] ?? null;

/** `HP_1-12`: job 12 on the queue HP_1. */
function readSpoolId(spoolId: string): { readonly printer: string; readonly job: number } | undefined {
  const [, printer, job] = /^(.+)-(\d+)$/.exec(spoolId) ?? [];
  return printer === undefined ? undefined : { printer, job: Number(job) };
}

const argumentsOf = (job: PrintJob): readonly string[] => [
  '-d',
  job.printer,
  '-n',
  String(job.copies),
  '-t',
  job.id,
  '-o',
  `sides=${job.sides}`,
  // The page boxes are right as they are: the spooler must not shrink or move them.
  '-o',
  'print-scaling=none',
  '-o',
  'document-format=application/pdf',
  '-',
];

export function makeCupsPrinter(options: CupsOptions = {}): Printer {
  const { lp = 'lp', lpstat = 'lpstat', cancel = 'cancel', timeoutMs = TIMEOUT_MS } = options;
  const env = options.server === undefined ? {} : { CUPS_SERVER: options.server };

  const list = async (): Promise<readonly PrinterInfo[]> => {
    const [names, defaults] = await Promise.all([
      runCommand(lpstat, ['-e'], { timeoutMs: LIST_TIMEOUT_MS, env }),
      runCommand(lpstat, ['-d'], { timeoutMs: LIST_TIMEOUT_MS, env }),
    ]);
    if (names.kind !== 'done' || names.exitCode !== 0) return [];
    return parsePrinters(names.stdout, defaults.kind === 'done' ? defaults.stdout : '');
  };

  return {
    list,
    print: async job => {
      const known = await list();
      if (!known.some(({ name }) => name === job.printer))
        return err(
          known.length === 0
            ? printError('printing/no-spooler')
            : printError('printing/printer-unknown', job.printer),
        );
      const outcome = await runCommand(lp, argumentsOf(job), { input: job.pdf, timeoutMs, env });
      if (outcome.kind === 'timed-out') return err(printError('printing/timed-out', job.printer));
      if (outcome.kind === 'not-found') return err(printError('printing/no-spooler'));
      if (outcome.exitCode !== 0) return err(printError('printing/printer-refused', outcome.stderr.trim()));
      return ok({ spoolId: requestId(outcome.stdout) });
    },
    progress: async spoolId => {
      const of = readSpoolId(spoolId);
      if (!of) return { kind: 'unknown' };
      const server = options.server ?? cupsServer();
      const [job, printer] = await Promise.all([
        jobAttributes(server, of.job, ASK_TIMEOUT_MS),
        printerAttributes(server, of.printer, ASK_TIMEOUT_MS),
      ]);
      return progressOf(job, printer);
    },
    cancel: async spoolId => {
      const outcome = await runCommand(cancel, [spoolId], { timeoutMs: LIST_TIMEOUT_MS, env });
      if (outcome.kind === 'timed-out') return err(printError('printing/timed-out', spoolId));
      if (outcome.kind === 'not-found') return err(printError('printing/no-spooler'));
      return outcome.exitCode === 0
        ? ok(null)
        : err(printError('printing/not-cancelled', outcome.stderr.trim()));
    },
  };
}

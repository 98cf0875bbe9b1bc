import { err, ok } from '#shared/core/result.ts';
import { printError } from '../print.error.ts';
import type { Printer, PrinterInfo, PrintJob } from './printer.ts';
import { runCommand } from './run-command.ts';

/** The programs of CUPS, on Linux and macOS (https://www.cups.org/doc/options.html). */
export interface CupsOptions {
  readonly lp?: string;
  readonly lpstat?: string;
  /** For handing over a job. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 60_000;
/** A queue on a network printer that is switched off can make CUPS slow to answer. */
const LIST_TIMEOUT_MS = 20_000;

function parsePrinters(names: string, defaults: string): readonly PrinterInfo[] {
  const defaultName = /^system default destination: (.+)$/m.exec(defaults)?.[1]?.trim();
  return names
    .split('\n')
    .map(line => line.trim())
    .filter(name => name !== '')
    .map(name => ({ name, isDefault: name === defaultName }));
}

const requestId = (answer: string): string | null => /request id is (\S+)/.exec(answer)?.[1] ?? null;

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
  const { lp = 'lp', lpstat = 'lpstat', timeoutMs = TIMEOUT_MS } = options;

  const list = async (): Promise<readonly PrinterInfo[]> => {
    const [names, defaults] = await Promise.all([
      runCommand(lpstat, ['-e'], { timeoutMs: LIST_TIMEOUT_MS }),
      runCommand(lpstat, ['-d'], { timeoutMs: LIST_TIMEOUT_MS }),
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
      const outcome = await runCommand(lp, argumentsOf(job), { input: job.pdf, timeoutMs });
      if (outcome.kind === 'timed-out') return err(printError('printing/timed-out', job.printer));
      if (outcome.kind === 'not-found') return err(printError('printing/no-spooler'));
      if (outcome.exitCode !== 0) return err(printError('printing/printer-refused', outcome.stderr.trim()));
      return ok({ spoolId: requestId(outcome.stdout) });
    },
  };
}

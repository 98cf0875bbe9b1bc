import path from 'node:path';
import { z } from 'zod';
import type { Result } from '#shared/core/result.ts';
import { NO_SETTINGS, PrinterSettings } from '#shared/printing/printer-settings.ts';
import { oneAtATime } from '../files/one-at-a-time.ts';
import { readWithFallback } from '../files/read-with-fallback.ts';
import type { StorageError } from '../files/storage-error.ts';
import { writeFileSafely } from '../files/write-file-safely.ts';

const Stored = z.strictObject({
  /** The printer of the last print. */
  last: z.string().nullable().default(null),
  printers: z.record(z.string(), PrinterSettings).default({}),
});
type Stored = z.infer<typeof Stored>;

/** What this PC remembers of its printers. It is of the PC, not of a person or of the office. */
export interface PrinterMemory {
  readonly last: () => Promise<string | null>;
  readonly of: (printer: string) => Promise<PrinterSettings>;
  readonly change: (
    printer: string,
    change: (present: PrinterSettings) => PrinterSettings,
  ) => Promise<Result<unknown, StorageError>>;
  /** As `change`; it also becomes the printer of the last print. */
  readonly use: PrinterMemory['change'];
}

function parse(bytes: Buffer): Stored | undefined {
  try {
    return Stored.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return undefined; // Printers are then as on the first day; a correction has to be measured again.
  }
}

export function makePrinterMemory(profile: string): PrinterMemory {
  const file = path.join(profile, 'printers.json');
  const read = async (): Promise<Stored> => {
    const found = await readWithFallback(file, parse);
    return found.ok ? found.value.value : Stored.parse({});
  };
  const of = (stored: Stored, printer: string): PrinterSettings => stored.printers[printer] ?? NO_SETTINGS;
  const alone = oneAtATime();
  const write =
    (isUse: boolean): PrinterMemory['change'] =>
    (printer, change) =>
      alone(async () => {
        const stored = await read();
        const next: Stored = {
          last: isUse ? printer : stored.last,
          printers: { ...stored.printers, [printer]: change(of(stored, printer)) },
        };
        return writeFileSafely(file, Buffer.from(`${JSON.stringify(next)}\n`));
      });
  return {
    last: async () => (await read()).last,
    of: async printer => of(await read(), printer),
    change: write(false),
    use: write(true),
  };
}

import { makeCupsPrinter } from './cups.printer.ts';
import type { Printer } from './printer.ts';
import { makeWindowPrinter, type WindowPrinterDeps } from './window.printer.ts';

/** How this system prints. */
export const makeSystemPrinter = (platform: NodeJS.Platform, deps: WindowPrinterDeps): Printer =>
  platform === 'win32' ? makeWindowPrinter(deps) : makeCupsPrinter();

import { describe, expect, it } from 'vitest';
import type { PrinterAnswer } from '#shared/ipc/answers.ts';
import { NO_SETTINGS } from '#shared/printing/printer-settings.ts';
import { chosenPrinter, NO_ORDER, usualOrder } from './print-order.ts';

const printer = (name: string, change: Partial<PrinterAnswer> = {}): PrinterAnswer => ({
  ...{ name, label: name, isDefault: false, isLast: false, settings: NO_SETTINGS },
  ...change,
});

describe('what is printed on if nobody says otherwise', () => {
  it('is the printer of the last print, before the system’s own', () => {
    const printers = [printer('a'), printer('b', { isDefault: true }), printer('c', { isLast: true })];
    expect(chosenPrinter(printers, NO_ORDER)?.name).toBe('c');
    expect(chosenPrinter(printers, { ...NO_ORDER, printer: 'a' })?.name).toBe('a');
    expect(chosenPrinter(printers.slice(0, 2), NO_ORDER)?.name).toBe('b');
  });

  it('is as many copies as this form was printed in last on this printer, else as many as it is for', () => {
    const used = printer('a', { settings: { ...NO_SETTINGS, copies: { 'PHX-01': 5 } } });
    expect(usualOrder(used, 'PHX-01', 1, 2).copies).toBe(5);
    expect(usualOrder(used, 'PHX-02', 1, 2).copies).toBe(2);
  });

  it('is both sides for several pages, unless one side was chosen there; and one side for one page', () => {
    const oneSided = printer('a', { settings: { ...NO_SETTINGS, duplex: false } });
    const twoSided = printer('a', { settings: { ...NO_SETTINGS, duplex: true } });
    expect([printer('a'), oneSided, twoSided].map(each => usualOrder(each, 'PHX-01', 3, 1).duplex)).toEqual([
      ...[true, false, true],
    ]);
    expect(usualOrder(twoSided, 'PHX-01', 1, 1).duplex).toBe(false);
  });
});

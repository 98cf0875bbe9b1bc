import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import type { PrintProgress } from '#shared/printing/print-progress.ts';
import { readPdf } from '../pdf.reader.ts';
import { CHROMIUM } from '../proof/chromium-window.ts';
import { inspectPdf } from '../proof/pdf-inspect.ts';
import { openPrintShop } from '../proof/print-shop.ts';
import { NORMAL, registerForm } from '../proof/sample-form.ts';
import { makeCupsPrinter } from './cups.printer.ts';
import { noPrivateCups, startPrivateCups, type PrivateCups } from './private-cups.fixture.ts';
import type { Printer, PrintJob } from './printer.ts';

const unable = noPrivateCups();

async function pages(...texts: readonly string[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const text of texts) pdf.addPage([595, 842]).drawText(text, { x: 60, y: 700, size: 12, font });
  return pdf.save();
}

describe.skipIf(unable !== undefined)(`printing through a real CUPS${unable ? ` (${unable})` : ''}`, () => {
  let cups: PrivateCups;
  let printer: Printer;
  beforeAll(async () => {
    cups = await startPrivateCups();
    printer = makeCupsPrinter({ server: cups.server });
  }, 60_000);
  afterAll(() => cups.stop());
  afterEach(async () => {
    await cups.outOfPaper(false);
    await cups.fails(null);
    await cups.restart();
  });

  const hand = async (pdf: Uint8Array, change: Partial<PrintJob> = {}): Promise<string> => {
    const job: PrintJob = { id: 'JOB', pdf, printer: cups.queue, copies: 1, sides: 'one-sided', ...change };
    const { spoolId } = expectOk(await printer.print(job));
    if (spoolId === null) throw new Error('CUPS did not name the job');
    return spoolId;
  };
  /** Asks until the job is as awaited; the test runner gives up on one that never is. */
  const comesTo = async (spoolId: string, kind: PrintProgress['kind']): Promise<PrintProgress> => {
    for (;;) {
      const progress = await printer.progress(spoolId);
      if (progress.kind === kind) return progress;
      await pause(50);
    }
  };
  const outOf = (spoolId: string, copies = 1): string =>
    `job-${spoolId.split('-').at(-1) ?? ''}-copies-${copies}.pdf`;

  it('finds the queue and that it is the default', async () => {
    expect(await printer.list()).toEqual([{ name: 'keep', isDefault: true }]);
  });

  it('prints every page, once for each copy, and knows when it is done', async () => {
    const spoolId = await hand(await pages('First page', 'Second page'), {
      copies: 2,
      sides: 'two-sided-long-edge',
    });
    await comesTo(spoolId, 'done');
    expect(await cups.cameOut()).toContain(outOf(spoolId, 2));
    const out = await readPdf(await cups.readOut(outOf(spoolId, 2)));
    expect(out.pages).toEqual([['First page'], ['Second page']]);
  });

  it.skipIf(!existsSync(CHROMIUM))('prints a form with every word of it in its place', async () => {
    const shop = await openPrintShop();
    try {
      const { pdf } = expectOk(await shop.print(registerForm(NORMAL)));
      const spoolId = await hand(pdf);
      await comesTo(spoolId, 'done');
      const [made, out] = await Promise.all([pdf, await cups.readOut(outOf(spoolId))].map(inspectPdf));
      expect(out?.pages.length).toBe(made?.pages.length);
      for (const [at, page] of (made?.pages ?? []).entries()) {
        const other = out?.pages[at];
        expect(other?.boxes.map(({ text }) => text)).toEqual(page.boxes.map(({ text }) => text));
        for (const [nth, box] of page.boxes.entries()) {
          expect(other?.boxes[nth]?.left).toBeCloseTo(box.left, 0);
          expect(other?.boxes[nth]?.top).toBeCloseTo(box.top, 0);
        }
      }
    } finally {
      await shop.close();
    }
  });

  it('says that the printer is out of paper, and goes on when there is some', async () => {
    await cups.outOfPaper(true);
    const spoolId = await hand(await pages('Waiting'));
    expect(await comesTo(spoolId, 'stopped')).toMatchObject({ trouble: 'paper-out' });
    expect(await cups.cameOut()).not.toContain(outOf(spoolId));
    await cups.outOfPaper(false);
    await comesTo(spoolId, 'done');
    expect(await cups.cameOut()).toContain(outOf(spoolId));
  });

  it('takes back a job that waits, and nothing comes out', async () => {
    await cups.outOfPaper(true);
    const first = await hand(await pages('First'));
    const second = await hand(await pages('Second'));
    await comesTo(first, 'stopped');
    expect(await printer.cancel(second)).toEqual({ ok: true, value: null });
    await comesTo(second, 'cancelled');
    await cups.outOfPaper(false);
    await comesTo(first, 'done');
    expect(await printer.progress(second)).toEqual({ kind: 'cancelled' });
    expect(await cups.cameOut()).not.toContain(outOf(second));
    expect(await printer.cancel(first)).toMatchObject({ error: { code: 'printing/not-cancelled' } });
  });

  it('says when the system gave a job up, and why', async () => {
    await cups.fails(1);
    const spoolId = await hand(await pages('Given up'));
    expect(await comesTo(spoolId, 'failed')).toEqual({ kind: 'failed', said: 'The fuser is cold' });
    expect(await cups.cameOut()).not.toContain(outOf(spoolId));
  });

  it('says that the queue stopped, and why; the job is still there', async () => {
    await cups.fails(4);
    const stopped = await hand(await pages('Stopped'));
    expect(await comesTo(stopped, 'stopped')).toEqual({
      kind: 'stopped',
      trouble: 'paused',
      said: 'The fuser is cold',
    });
    await cups.fails(null);
    await cups.restart();
    await comesTo(stopped, 'done');
  });

  it('does not know of a job that was never handed over', async () => {
    expect(await printer.progress('keep-4711')).toEqual({ kind: 'unknown' });
    expect(await printer.progress('nonsense')).toEqual({ kind: 'unknown' });
    const deaf = makeCupsPrinter({ server: '/nowhere/cups.sock' });
    expect(await deaf.progress('keep-1')).toEqual({ kind: 'unknown' });
  });
});

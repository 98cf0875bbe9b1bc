import { createHash } from 'node:crypto';
import { dateOf } from '#shared/core/instant.ts';
import { err, ok } from '#shared/core/result.ts';
import { paperHash } from '#shared/documents/paper.hash.ts';
import { parsePaper } from '#shared/documents/paper.schema.ts';
import type { HandedJobAnswer, PrinterAnswer } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/result.ts';
import { type Correction } from '#shared/printing/printer-settings.ts';
import { asFault, asReply } from '../ipc/handle.ts';
import { calibrationSheet } from '../printing/calibration-sheet.ts';
import { renderPdf } from '../printing/pdf.renderer.ts';
import { renderSheet } from '../printing/plain-sheet.ts';
import { printCopy } from '../printing/print-copy.ts';
import { reprintMark } from '../printing/reprint-mark.ts';
import type { Desk } from './desk.ts';
import { readPaper, type PaperParts } from './papers.ts';
import { hand, handRemembered, type JobSubject } from './print-jobs.ts';

export async function listPrinters({
  printer,
  memory,
}: PaperParts): Promise<Reply<readonly PrinterAnswer[]>> {
  const [printers, last] = await Promise.all([printer.list(), memory.last()]);
  return ok(
    await Promise.all(
      printers.map(async ({ name, isDefault }) => ({
        name,
        label: name,
        isDefault,
        isLast: name === last,
        settings: await memory.of(name),
      })),
    ),
  );
}

export interface PrintOrder {
  readonly sha256: string;
  readonly printer: string;
  readonly copies: number;
  readonly duplex: boolean;
  /** Id of the form. */
  readonly title: string;
  readonly pages: number;
  readonly reprint: number | null;
  readonly preprinted: { readonly paper: string; readonly mark: string } | null;
  readonly of: JobSubject | null;
}

/** The kept PDF; on pre-printed paper what was filled in of the same paper, which its mark proves it to be. */
async function originalOf(
  desk: Desk,
  parts: PaperParts,
  { sha256, preprinted }: PrintOrder,
): Promise<Reply<Uint8Array>> {
  if (!preprinted) return readPaper(desk, sha256);
  const paper = parsePaper(preprinted.paper);
  if (!paper) return err({ code: 'ipc/input', detail: { where: 'paper' } });
  const mark = paperHash(paper, text => createHash('sha256').update(text).digest('hex'));
  if (mark !== preprinted.mark) return err({ code: 'printing/paper-differs' });
  const rendered = await renderPdf(paper, parts.render, 'values');
  return rendered.ok ? ok(rendered.value.pdf) : err(asFault(rendered.error));
}

export async function printPaper(
  desk: Desk,
  parts: PaperParts,
  order: PrintOrder,
): Promise<Reply<HandedJobAnswer>> {
  const { printer, copies, duplex, title, pages, reprint, of } = order;
  const original = await originalOf(desk, parts, order);
  if (!original.ok) return original;
  const mark =
    reprint === null
      ? ok(undefined)
      : await renderSheet(reprintMark(reprint, dateOf(desk.now())), parts.render);
  if (!mark.ok) return err(asFault(mark.error));
  const { correction } = await parts.memory.of(printer);
  const job = {
    pdf: await printCopy(original.value, { correction, mark: mark.value }),
    printer,
    copies,
    sides: duplex ? ('two-sided-long-edge' as const) : ('one-sided' as const),
  };
  const handed = await (of
    ? handRemembered(desk, parts, job, { ...of, preprinted: order.preprinted !== null })
    : hand(desk, parts, job));
  // That it cannot be remembered is no reason to call the print a failure.
  if (handed.ok)
    await parts.memory.use(printer, present => ({
      ...present,
      // Of a single page nobody chose its sides.
      duplex: pages > 1 ? duplex : present.duplex,
      copies: { ...present.copies, [title]: copies },
    }));
  return handed;
}

/** A page to measure the printer by; with its correction, one to see whether that is right. */
export async function printCalibration(
  desk: Desk,
  parts: PaperParts,
  { printer, correction }: { readonly printer: string; readonly correction: Correction },
): Promise<Reply<HandedJobAnswer>> {
  const sheet = await renderSheet(calibrationSheet(printer), parts.render);
  if (!sheet.ok) return err(asFault(sheet.error));
  const pdf = await printCopy(sheet.value, { correction });
  return hand(desk, parts, { pdf, printer, copies: 1, sides: 'one-sided' });
}

export async function correctPrinter(
  { memory }: PaperParts,
  { printer, correction }: { readonly printer: string; readonly correction: Correction },
): Promise<Reply<null>> {
  const kept = await memory.change(printer, present => ({ ...present, correction }));
  return asReply(kept.ok ? ok(null) : kept);
}

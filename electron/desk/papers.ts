import { writeFile } from 'node:fs/promises';
import { err, ok } from '#shared/core/result.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import { parsePaper } from '#shared/documents/paper.schema.ts';
import { paperHash } from '#shared/documents/paper.hash.ts';
import type { MadePaper, PrinterAnswer, SavedAnswer } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/result.ts';
import { createHash } from 'node:crypto';
import { newUlid } from '#shared/core/ids.ts';
import { atDisk } from '../files/storage-error.ts';
import { asFault } from '../ipc/handle.ts';
import { renderPdf, type RenderDeps } from '../printing/pdf.renderer.ts';
import type { Printer } from '../printing/printers/printer.ts';
import { openedLedger, type Desk } from './desk.ts';
import type { Dialogs } from './dialogs.ts';
import { recoverySheet } from './recovery-sheet.ts';

export interface PaperParts {
  readonly render: RenderDeps;
  readonly printer: Printer;
  readonly dialogs: Dialogs;
}

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Sets a paper and keeps its PDF in the vault; from then on that file is the paper. */
export async function makePaper(desk: Desk, parts: PaperParts, json: string): Promise<Reply<MadePaper>> {
  const paper = parsePaper(json);
  if (!paper) return err({ code: 'ipc/input', detail: { where: 'paper' } });
  const rendered = await renderPdf(paper, parts.render);
  if (!rendered.ok) return err(asFault(rendered.error));
  const { pdf, pages, warnings } = rendered.value;
  const stored = await openedLedger(desk).vault.put(pdf);
  if (!stored.ok) return err(asFault(stored.error));
  return ok({
    sha256: stored.value.sha256,
    bytes: stored.value.bytes,
    pages,
    mark: paperHash(paper, sha256Hex),
    warnings: warnings.map(({ code }) => code),
  });
}

export async function readPaper(desk: Desk, sha256: string): Promise<Reply<Uint8Array>> {
  const bytes = await openedLedger(desk).vault.getBytes(sha256);
  return bytes.ok ? ok(new Uint8Array(bytes.value)) : err(asFault(bytes.error));
}

export async function listPrinters(parts: PaperParts): Promise<Reply<readonly PrinterAnswer[]>> {
  const printers = await parts.printer.list();
  return ok(printers.map(({ name, isDefault }) => ({ name, label: name, isDefault })));
}

export interface PrintOrder {
  readonly sha256: string;
  readonly printer: string;
  readonly copies: number;
  readonly duplex: boolean;
}

export async function printPaper(desk: Desk, parts: PaperParts, order: PrintOrder): Promise<Reply<null>> {
  const bytes = await readPaper(desk, order.sha256);
  if (!bytes.ok) return bytes;
  const printed = await parts.printer.print({
    id: newUlid(desk.ids),
    pdf: bytes.value,
    printer: order.printer,
    copies: order.copies,
    sides: order.duplex ? 'two-sided-long-edge' : 'one-sided',
  });
  return printed.ok ? ok(null) : err(asFault(printed.error));
}

async function saveAs(parts: PaperParts, name: string, pdf: Uint8Array): Promise<Reply<SavedAnswer>> {
  const place = await parts.dialogs.choosePlace('另存为 PDF', `${name}.pdf`);
  if (place === undefined) return ok({ path: null });
  const written = await atDisk(() => writeFile(place, pdf));
  return written.ok ? ok({ path: place }) : err(asFault(written.error));
}

export async function savePaper(
  desk: Desk,
  parts: PaperParts,
  { sha256, name }: { readonly sha256: string; readonly name: string },
): Promise<Reply<SavedAnswer>> {
  const bytes = await readPaper(desk, sha256);
  return bytes.ok ? saveAs(parts, name, bytes.value) : bytes;
}

/** The recovery key on paper; it is never kept, so this works only before the founding is finished. */
export async function printRecoveryKey(
  desk: Desk,
  parts: PaperParts,
  printer: string | null,
): Promise<Reply<SavedAnswer>> {
  const { founding } = desk;
  if (!founding) return err({ code: 'setup/not-begun' });
  const sheet: Paper = recoverySheet(founding.input.office.name, founding.recoveryKey, desk.now());
  const rendered = await renderPdf(sheet, parts.render);
  if (!rendered.ok) return err(asFault(rendered.error));
  if (printer === null) return saveAs(parts, 'recovery-key', rendered.value.pdf);
  const printed = await parts.printer.print({
    id: newUlid(desk.ids),
    pdf: rendered.value.pdf,
    printer,
    copies: 1,
    sides: 'one-sided',
  });
  return printed.ok ? ok({ path: null }) : err(asFault(printed.error));
}

import { writeFile } from 'node:fs/promises';
import { err, ok } from '#shared/core/result.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import { parsePaper } from '#shared/documents/paper.schema.ts';
import { paperHash } from '#shared/documents/paper.hash.ts';
import type { MadePaper, SavedAnswer } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/result.ts';
import { createHash } from 'node:crypto';
import { newUlid } from '#shared/core/ids.ts';
import { atDisk } from '../files/storage-error.ts';
import { asFault } from '../ipc/handle.ts';
import { renderPdf, type RenderDeps } from '../printing/pdf.renderer.ts';
import type { HandedJobs } from '../printing/handed-jobs.ts';
import type { PrinterMemory } from '../printing/printer-settings.store.ts';
import type { Printer } from '../printing/printers/printer.ts';
import type { Ledger } from '../office/ledger.ts';
import { openedLedger, type Desk } from './desk.ts';
import type { Dialogs } from './dialogs.ts';
import { recoverySheet } from './recovery-sheet.ts';

export interface PaperParts {
  readonly render: RenderDeps;
  readonly printer: Printer;
  readonly handed: HandedJobs;
  readonly memory: PrinterMemory;
  readonly dialogs: Dialogs;
}

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

type Keep = (pdf: Uint8Array) => Promise<Reply<Pick<MadePaper, 'sha256' | 'bytes'>>>;

/** Sets a paper and gives its PDF to `keep`. */
export async function renderAndKeep(render: RenderDeps, paper: Paper, keep: Keep): Promise<Reply<MadePaper>> {
  const rendered = await renderPdf(paper, render);
  if (!rendered.ok) return err(asFault(rendered.error));
  const { pdf, pages, warnings } = rendered.value;
  const kept = await keep(pdf);
  if (!kept.ok) return kept;
  const { sha256, bytes } = kept.value;
  const codes = warnings.map(({ code }) => code);
  return ok({ sha256, bytes, pages, mark: paperHash(paper, sha256Hex), warnings: codes });
}

const NO_PAPER = err({ code: 'ipc/input', detail: { where: 'paper' } } as const);

/** Sets a paper and keeps its PDF in the vault; from then on that file is the paper. */
export async function makePaper(desk: Desk, parts: PaperParts, json: string): Promise<Reply<MadePaper>> {
  const paper = parsePaper(json);
  if (!paper) return NO_PAPER;
  return renderAndKeep(parts.render, paper, async pdf => {
    const stored = await openedLedger(desk).vault.put(pdf);
    return stored.ok ? ok(stored.value) : err(asFault(stored.error));
  });
}

/** Papers that can be computed again at any time, so no file of a case; gone when the ledger is locked. */
const passing = new WeakMap<Ledger, ReadonlyMap<string, Uint8Array>>();

/** One on the screen and a few that are still being printed. */
const MOST_PASSING = 4;

export function passPdf(desk: Desk, sha256: string, pdf: Uint8Array): void {
  const ledger = openedLedger(desk);
  const others = [...(passing.get(ledger) ?? [])].filter(([other]) => other !== sha256);
  passing.set(ledger, new Map([...others, [sha256, pdf] as const].slice(-MOST_PASSING)));
}

/** Sets a paper that no record names: it is shown, printed and saved, and kept nowhere. */
export const passPaper = (
  desk: Desk,
  { render }: Pick<PaperParts, 'render'>,
  paper: Paper,
): Promise<Reply<MadePaper>> =>
  renderAndKeep(render, paper, pdf => {
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    passPdf(desk, sha256, pdf);
    return Promise.resolve(ok({ sha256, bytes: pdf.byteLength }));
  });

export async function setPaper(desk: Desk, parts: PaperParts, json: string): Promise<Reply<MadePaper>> {
  const paper = parsePaper(json);
  return paper ? passPaper(desk, parts, paper) : NO_PAPER;
}

export async function readPaper(desk: Desk, sha256: string): Promise<Reply<Uint8Array>> {
  const ledger = openedLedger(desk);
  const passed = passing.get(ledger)?.get(sha256);
  if (passed) return ok(new Uint8Array(passed));
  const bytes = await ledger.vault.getBytes(sha256);
  return bytes.ok ? ok(new Uint8Array(bytes.value)) : err(asFault(bytes.error));
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

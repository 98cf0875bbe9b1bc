import { createHash } from 'node:crypto';
import { err, ok, type Result } from '#shared/core/result.ts';
import { fit } from '#shared/documents/fit/fit.ts';
import { pagesAtMost } from '#shared/documents/fit/block-height.ts';
import { paperHtml } from '#shared/documents/html/paper.html.ts';
import { bundledFonts } from '#shared/documents/metrics/font-metrics.ts';
import { fontsOf } from '#shared/documents/paper.fonts.ts';
import { withPaperHash } from '#shared/documents/paper.hash.ts';
import type { Fitted, FitWarning, Paper } from '#shared/documents/paper.model.ts';
import { readPdf, type PdfPages } from './pdf.reader.ts';
import type { PrintDocuments } from './print-documents.ts';
import { TIMED_OUT, within, type PrintQueue } from './print-queue.ts';
import { PAPER_PDF, type PrintWindow } from './print-window.ts';
import { printError, type PrintError } from './print.error.ts';
import { Settled, settleScript } from './settle.script.ts';
import { valuesOnly, withoutFrame } from './values-only.ts';

export interface RenderedPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** Of the PDF file. The hash printed on the paper is that of its content. */
  readonly sha256: string;
  /** Which texts go on in an annex, and how much of each the form shows. */
  readonly annexed: Fitted['annexed'];
  readonly warnings: readonly RenderWarning[];
}

export type RenderWarning = FitWarning | { readonly code: 'text/outside-cell'; readonly detail: string };

export interface RenderDeps {
  readonly documents: PrintDocuments;
  /** Where the program serves its files: `app://desk`, without a slash at the end. */
  readonly origin: string;
  readonly openPrintWindow: () => Promise<PrintWindow>;
  readonly queue: PrintQueue;
  readonly timeoutMs?: number;
}

/** `values`: 套打, see values-only.ts. */
export type RenderStyle = 'whole' | 'values';

const TIMEOUT_MS = 60_000;
/** How often a form that became longer than its page is fitted again, each time with a line less room. */
const MOST_REFITS = 3;

const sha256Hex = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

interface Print {
  readonly pdf: Uint8Array;
  readonly read: PdfPages;
  readonly outside: readonly string[];
}

/** What the page of the annex begins with, where the form has one. */
const annexTag = ({ annexed, paper }: Fitted): string | undefined =>
  annexed.length > 0 ? paper.parts.find(({ page }) => page === 'annex')?.tag : undefined;

async function printOnce(
  fitted: Fitted,
  codes: number,
  window: PrintWindow,
  deps: RenderDeps,
  style: RenderStyle,
): Promise<Result<Print, PrintError>> {
  const html = paperHtml(fitted, { pages: codes });
  const published = deps.documents.publish(style === 'values' ? valuesOnly(html) : html);
  try {
    await window.loadURL(`${deps.origin}${published.url}`);
    const answer = await window.executeJavaScript(settleScript(fontsOf(fitted.paper, bundledFonts)));
    const { missing, outside } = Settled.parse(answer);
    if (missing.length > 0) return err(printError('printing/font-missing', missing.join(' ')));
    const pdf = await window.printToPDF(PAPER_PDF);
    const read = await readPdf(pdf, annexTag(fitted) === undefined ? 'pages' : 'lines').catch(
      (cause: unknown) => cause as Error,
    );
    if (read instanceof Error) return err(printError('printing/pdf-unreadable', '', read));
    return ok({ pdf, read, outside });
  } finally {
    published.dispose();
  }
}

/** Pages the form itself takes; the page of its annex begins with the annex's tag, on a line of its own. */
function formPages(fitted: Fitted, { pages }: PdfPages): number {
  const tag = annexTag(fitted);
  if (tag === undefined) return pages.length;
  const annex = pages.findIndex(lines => lines.includes(tag));
  return annex < 0 ? pages.length : annex;
}

/** A letter whose lines are closer is meant to stay on its page as well. */
const isOnePage = (fitted: Fitted): boolean => fitted.paper.pitch !== undefined || isOnePageForm(fitted);

const isOnePageForm = (fitted: Fitted): boolean =>
  fitted.paper.parts.filter(part => part.page === 'main').length === 1 &&
  fitted.paper.parts[0]?.blocks.some(
    block =>
      block.kind === 'table' && block.rows.some(row => row.cells.some(cell => cell.overflow !== undefined)),
  ) === true &&
  !fitted.warnings.some(warning => warning.code === 'form/longer-than-page');

async function printFitted(
  paper: Paper,
  window: PrintWindow,
  deps: RenderDeps,
  style: RenderStyle,
): Promise<Result<RenderedPdf, PrintError>> {
  let lessLines = 0;
  let fitted = fit(paper, bundledFonts, lessLines);
  let codes = pagesAtMost(fitted.paper, bundledFonts);
  for (;;) {
    const printed = await printOnce(fitted, codes, window, deps, style);
    if (!printed.ok) return printed;
    const { pdf, read, outside } = printed.value;
    const pages = read.pages.length;
    if (pages > codes) codes = pages;
    else if (isOnePage(fitted) && formPages(fitted, read) > 1 && lessLines < MOST_REFITS) {
      lessLines++;
      fitted = fit(paper, bundledFonts, lessLines);
      codes = Math.max(pages + 1, pagesAtMost(fitted.paper, bundledFonts));
    } else
      return ok({
        pdf,
        pages,
        sha256: sha256Hex(pdf),
        annexed: fitted.annexed,
        warnings: [
          ...fitted.warnings,
          ...outside.map(detail => ({ code: 'text/outside-cell' as const, detail })),
        ],
      });
  }
}

async function renderInWindow(
  paper: Paper,
  deps: RenderDeps,
  style: RenderStyle,
): Promise<Result<RenderedPdf, PrintError>> {
  let window: PrintWindow | undefined;
  const work = async () => {
    window = await deps.openPrintWindow();
    const hashed = withPaperHash(paper, sha256Hex);
    return printFitted(style === 'values' ? withoutFrame(hashed) : hashed, window, deps, style);
  };
  try {
    const outcome = await within(deps.timeoutMs ?? TIMEOUT_MS, work());
    return outcome === TIMED_OUT ? err(printError('printing/timed-out')) : outcome;
  } catch (cause) {
    return err(printError('printing/window-failed', cause instanceof Error ? cause.message : '', cause));
  } finally {
    await window?.close();
  }
}

/** The one canonical PDF of a paper: it is kept, previewed and printed. */
export const renderPdf = (
  paper: Paper,
  deps: RenderDeps,
  style: RenderStyle = 'whole',
): Promise<Result<RenderedPdf, PrintError>> => deps.queue.run(() => renderInWindow(paper, deps, style));

import type { Browser } from '@playwright/test';
import type { Result } from '#shared/core/result.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import { renderPdf, type RenderDeps, type RenderedPdf, type RenderStyle } from '../pdf.renderer.ts';
import { makePrintDocuments, type PrintDocuments } from '../print-documents.ts';
import { makePrintQueue } from '../print-queue.ts';
import type { PrintError } from '../print.error.ts';
import { makeWarmWindow } from '../warm-window.ts';
import { launchChromium, openChromiumWindow } from './chromium-window.ts';
import { startPrintServer, type PrintServer } from './print-server.ts';

/** Everything that is needed to print papers in the installed Chromium. */
export interface PrintShop {
  readonly browser: Browser;
  readonly documents: PrintDocuments;
  readonly server: PrintServer;
  readonly deps: RenderDeps;
  readonly print: (paper: Paper, style?: RenderStyle) => Promise<Result<RenderedPdf, PrintError>>;
  readonly close: () => Promise<void>;
}

export interface ShopOptions {
  readonly chromium?: string;
  readonly survives?: boolean;
}

export async function openPrintShop({ chromium, survives }: ShopOptions = {}): Promise<PrintShop> {
  const documents = makePrintDocuments();
  const server = await startPrintServer(documents);
  const browser = await launchChromium(chromium, survives);
  const warm = makeWarmWindow(() => openChromiumWindow(browser));
  const queue = makePrintQueue();
  const { openPrintWindow } = warm;
  // Machines that test are slow and shared, so nothing is given up early.
  const deps = { documents, origin: server.origin, openPrintWindow, queue, timeoutMs: 600_000 };
  return {
    deps,
    browser,
    documents,
    server,
    print: (paper, style) => renderPdf(paper, deps, style),
    close: async () => {
      await warm.close();
      await browser.close();
      await server.close();
    },
  };
}

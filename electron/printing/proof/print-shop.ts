import type { Browser } from '@playwright/test';
import type { Result } from '#shared/core/result.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import { renderPdf, type RenderedPdf } from '../pdf.renderer.ts';
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
  readonly print: (paper: Paper) => Promise<Result<RenderedPdf, PrintError>>;
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
  return {
    browser,
    documents,
    server,
    // Machines that test are slow and shared, so nothing is given up early.
    print: paper =>
      renderPdf(paper, { documents, origin: server.origin, openPrintWindow, queue, timeoutMs: 600_000 }),
    close: async () => {
      await warm.close();
      await browser.close();
      await server.close();
    },
  };
}

import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { openOwnWorker } from '#renderer/ui/worker/own-worker.ts';
import type { OpenedPdf, OpenPdf, PdfPage } from './pdf.types.ts';
import { textLines } from './text-lines.ts';

/** PDF counts 72 to the inch, CSS 96. */
const ACTUAL = 96 / 72;

async function drawPage(
  page: PDFPageProxy,
  canvas: HTMLCanvasElement,
  scale: number,
  signal: AbortSignal,
): Promise<void> {
  if (signal.aborted) return;
  const viewport = page.getViewport({ scale: ACTUAL * scale * window.devicePixelRatio });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  const task = page.render({ canvas, viewport });
  const stop = (): void => task.cancel();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await task.promise;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'RenderingCancelledException') throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function readPage(document: PDFDocumentProxy, number: number): Promise<PdfPage> {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: ACTUAL });
  const { items } = await page.getTextContent();
  const pieces = items.flatMap(item =>
    'str' in item ? [{ str: item.str, transform: item.transform as number[] }] : [],
  );
  // Drawings on one canvas wait for each other: pdf.js refuses the second.
  let last: Promise<void> = Promise.resolve();
  return {
    number,
    width,
    height,
    lines: textLines(pieces),
    draw: (canvas, scale, signal) => {
      last = last.catch(() => undefined).then(() => drawPage(page, canvas, scale, signal));
      return last;
    },
  };
}

/**
 * Opens a PDF with pdf.js and a worker of its own, which ends with it: nothing that was shown stays in memory.
 *
 * The worker is a file of the program's own origin, because the policy of the window allows no other; for the
 * same reason pdf.js must not make it itself (it would wrap it into a blob), and must not compile code.
 */
export const openPdf: OpenPdf = async bytes => {
  const { getDocument, PDFWorker, VerbosityLevel } = await import('pdfjs-dist');
  const port = openOwnWorker(workerUrl);
  const worker = PDFWorker.create({ port });
  // pdf.js takes possession of the bytes it is given.
  const loading = getDocument({
    data: bytes.slice(),
    worker,
    isEvalSupported: false,
    useWasm: false,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  const close = (): void => {
    void loading.destroy().finally(() => {
      worker.destroy();
      port.terminate();
    });
  };
  try {
    const document = await loading.promise;
    const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
    const pages = await Promise.all(numbers.map(number => readPage(document, number)));
    return { pages, close } satisfies OpenedPdf;
  } catch (error) {
    close();
    throw error;
  }
};

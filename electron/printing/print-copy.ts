import { isCorrected, type Correction } from '#shared/printing/printer-settings.ts';
import { MARK_SIZE } from './reprint-mark.ts';

const POINTS_PER_MM = 72 / 25.4;
/** Above every running head, within what printers reach; at the right, as far in as the text of a form. */
const MARK_AT = { top: 9, right: 26 } as const;

export interface PrintCopyOptions {
  readonly correction: Correction;
  /** A PDF of one small page, set into the upper margin of every page. */
  readonly mark?: Uint8Array | undefined;
}

/** What is sent to the printer in the place of a kept PDF, which stays as it is. */
export async function printCopy(pdf: Uint8Array, options: PrintCopyOptions): Promise<Uint8Array> {
  const { correction, mark } = options;
  if (!mark && !isCorrected(correction)) return pdf;
  // Loaded when it is needed: it is large, and most prints go out as they are.
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const copy = await PDFDocument.load(pdf, { updateMetadata: false });
  const [embedded] = mark ? await copy.embedPdf(mark) : [];
  for (const page of copy.getPages()) {
    const { width, height } = page.getSize();
    if (embedded)
      page.drawPage(embedded, {
        x: width - (MARK_AT.right + MARK_SIZE.width) * POINTS_PER_MM,
        y: height - (MARK_AT.top + MARK_SIZE.height) * POINTS_PER_MM,
      });
    const { right, down, across, along } = correction;
    page.scaleContent(across, along);
    // PDF counts from the lower left corner, a correction from the upper one.
    page.translateContent(right * POINTS_PER_MM, height * (1 - along) - down * POINTS_PER_MM);
  }
  return copy.save();
}

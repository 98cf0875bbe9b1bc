import { EncryptedPDFError, PDFDocument } from '@cantoo/pdf-lib';
import { err, ok, type Result } from '#shared/core/result.ts';
import { MOST_OUTSIDE_BYTES, MOST_OUTSIDE_PAGES, outsideKind } from '#shared/documents/outside.file.ts';
import { readPdf } from '../pdf.reader.ts';
import { findActive } from './active.pdf.ts';
import type { OutsideFault } from './outside.fault.ts';

export interface OutsidePdf {
  /** As it came; of a picture, the page it was set on. */
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/** Where a PDF says where its table is. A file that was cut off has it not, though a reader may still find pages. */
const END_BYTES = 2048;
const A4 = { short: 595.28, long: 841.89 } as const;

const isWhole = (pdf: Uint8Array): boolean =>
  Buffer.from(pdf.subarray(-END_BYTES)).includes('startxref', 0, 'latin1');

async function loadPdf(pdf: Uint8Array): Promise<Result<PDFDocument, OutsideFault>> {
  try {
    return ok(await PDFDocument.load(pdf, { updateMetadata: false }));
  } catch (cause) {
    return err({
      code: cause instanceof EncryptedPDFError ? 'papers/outside-encrypted' : 'papers/outside-damaged',
    });
  }
}

async function readAsPdf(pdf: Uint8Array): Promise<Result<OutsidePdf, OutsideFault>> {
  if (!isWhole(pdf)) return err({ code: 'papers/outside-damaged' });
  const loaded = await loadPdf(pdf);
  if (!loaded.ok) return loaded;
  try {
    const active = findActive(loaded.value.context);
    if (active) return err({ code: active });
    const pages = loaded.value.getPageCount();
    if (pages === 0) return err({ code: 'papers/outside-no-pages' });
    if (pages > MOST_OUTSIDE_PAGES)
      return err({ code: 'papers/outside-too-many-pages', most: MOST_OUTSIDE_PAGES });
    // What is shown of it later is shown by this reader: both have to find the same pages.
    const shown = await readPdf(pdf);
    return shown.pages.length === pages ? ok({ pdf, pages }) : err({ code: 'papers/outside-damaged' });
  } catch {
    return err({ code: 'papers/outside-damaged' });
  }
}

/** A page of A4 with the picture as large as it goes on it. */
async function pageOf(jpeg: Uint8Array): Promise<Result<OutsidePdf, OutsideFault>> {
  try {
    const document = await PDFDocument.create({ updateMetadata: false });
    const picture = await document.embedJpg(jpeg);
    const lies = picture.width > picture.height;
    const [width, height] = lies ? [A4.long, A4.short] : [A4.short, A4.long];
    const page = document.addPage([width, height]);
    const fit = picture.scaleToFit(width, height);
    page.drawImage(picture, { ...fit, x: (width - fit.width) / 2, y: (height - fit.height) / 2 });
    return ok({ pdf: await document.save(), pages: 1 });
  } catch {
    return err({ code: 'papers/outside-picture' });
  }
}

/** Reads a file from another program, changes nothing in it and runs nothing of it, or says why it is not taken. */
export async function readOutside(file: Uint8Array): Promise<Result<OutsidePdf, OutsideFault>> {
  if (file.byteLength === 0) return err({ code: 'papers/outside-empty' });
  if (file.byteLength > MOST_OUTSIDE_BYTES)
    return err({ code: 'papers/outside-too-large', most: MOST_OUTSIDE_BYTES / 1_000_000 });
  const kind = outsideKind(file);
  if (kind === 'pdf') return readAsPdf(file);
  // The window draws pictures anew, as JPEG, and turns them upright.
  return kind === 'jpeg' ? pageOf(file) : err({ code: 'papers/outside-kind' });
}

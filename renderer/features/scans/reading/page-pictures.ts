import type { OpenPdf } from '#renderer/features/paper/index.ts';

/** One page of a file somebody handed in. */
export interface PagePicture {
  readonly picture: Blob | ImageBitmap;
  /** Which one of a TIFF, that is decoded where it is read: never in the window. */
  readonly tiffPage?: number;
  /** From 1; only in a file of several pages. */
  readonly pageInFile?: number;
  readonly pagesInFile?: number;
}

/** CSS pixels to the inch, as pages of a PDF are measured; and what a scan is drawn at. */
const DRAWN_AT = 200 / 96;
/** A poster is drawn smaller. */
const LONGEST = 3600;

export const isPdf = (file: File): boolean =>
  file.type === 'application/pdf' || file.name.toLowerCase().endsWith('.pdf');

export const isTiff = (file: File): boolean => file.type === 'image/tiff' || /\.tiff?$/i.test(file.name);

/** The pages of a file, one at a time: a whole PDF of pictures would not fit into the memory of an old PC. */
export async function* pagesOf(
  file: File,
  openPdf: OpenPdf,
  countTiff: (file: Blob) => Promise<number | null>,
  signal: AbortSignal,
): AsyncGenerator<PagePicture, void, undefined> {
  if (isTiff(file)) {
    const pages = await countTiff(file);
    // What is no TIFF at all is looked at as a picture of another kind.
    if (pages === null) yield { picture: file };
    for (let page = 1; page <= (pages ?? 0) && !signal.aborted; page++)
      yield {
        picture: file,
        tiffPage: page,
        ...(pages === 1 ? {} : { pageInFile: page, pagesInFile: pages ?? 0 }),
      };
    return;
  }
  if (!isPdf(file)) {
    yield { picture: file };
    return;
  }
  const pdf = await openPdf(new Uint8Array(await file.arrayBuffer()));
  try {
    for (const page of pdf.pages) {
      if (signal.aborted) return;
      const canvas = document.createElement('canvas');
      const scale = Math.min(DRAWN_AT, LONGEST / Math.max(page.width, page.height));
      await page.draw(canvas, scale / window.devicePixelRatio, signal);
      const picture = await createImageBitmap(canvas);
      canvas.width = 0;
      yield { picture, pageInFile: page.number, pagesInFile: pdf.pages.length };
    }
  } finally {
    pdf.close();
  }
}

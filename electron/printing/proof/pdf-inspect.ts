import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

export interface TextBox {
  readonly text: string;
  /** From the left and the top of the page, in mm. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PdfFont {
  readonly name: string;
  readonly type3: boolean;
  readonly embedded: boolean;
  readonly kind: string;
}

export interface InspectedPage {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly TextBox[];
}

export interface InspectedPdf {
  readonly pages: readonly InspectedPage[];
  readonly fonts: readonly PdfFont[];
  readonly tagged: boolean;
  readonly language: string | null;
  readonly title: string | null;
}

const MM_PER_POINT = 25.4 / 72;
/** Parts of the type size above and below the base line that Chinese characters take. */
const ASCENT = 0.88;
const DESCENT = 0.12;

interface FontObject {
  readonly name: string;
  readonly type: string;
  readonly subtype?: string;
  readonly isType3Font?: boolean;
  readonly missingFile?: boolean;
}

/** Reads with the PDF parser the program ships. */
export async function inspectPdf(pdf: Uint8Array): Promise<InspectedPdf> {
  const { getDocument, OPS, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = getDocument({
    data: pdf.slice(),
    verbosity: VerbosityLevel.ERRORS,
    fontExtraProperties: true,
  });
  const document = await loading.promise;
  const pages: InspectedPage[] = [];
  const fonts = new Map<string, PdfFont>();
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    const { items } = await page.getTextContent();
    const boxes = items.flatMap(item => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , size, x, y] = item.transform as [number, number, number, number, number, number];
      return [
        {
          text: item.str,
          left: x * MM_PER_POINT,
          right: (x + item.width) * MM_PER_POINT,
          top: (top - y - size * ASCENT) * MM_PER_POINT,
          bottom: (top - y + size * DESCENT) * MM_PER_POINT,
        },
      ];
    });
    pages.push({ width: (right - left) * MM_PER_POINT, height: (top - bottom) * MM_PER_POINT, boxes });
    const { fnArray, argsArray } = await page.getOperatorList();
    for (const [index, operation] of fnArray.entries()) {
      if (operation !== OPS.setFont) continue;
      const [id] = argsArray[index] as [string];
      const font = page.commonObjs.get(id) as FontObject;
      fonts.set(font.name, {
        name: font.name,
        type3: font.isType3Font === true,
        embedded: font.missingFile !== true,
        kind: font.subtype ?? font.type,
      });
    }
  }
  const { info } = await document.getMetadata();
  const mark = await document.getMarkInfo();
  const details = info as { readonly Title?: string; readonly Language?: string | null };
  await loading.destroy();
  return {
    pages,
    fonts: [...fonts.values()],
    tagged: (mark as { readonly Marked?: boolean } | null)?.Marked === true,
    language: details.Language ?? null,
    title: details.Title ?? null,
  };
}

/** The WebAssembly of the barcode reader, from the disk: it would fetch it otherwise. */
export async function barcodeReaderBinary(): Promise<ArrayBuffer> {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('zxing-wasm/reader');
  const root = entry.slice(0, entry.lastIndexOf(`zxing-wasm${path.sep}`));
  const file = await readFile(path.join(root, 'zxing-wasm/dist/reader/zxing_reader.wasm'));
  return new Uint8Array(file).buffer;
}

/** What printing checks in a PDF it has made. */
export interface PdfPages {
  /** The lines of each page, from top to bottom, as far as they can be told from the text. */
  readonly pages: readonly (readonly string[])[];
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
}

/** Pieces of text at one height are a line; margin boxes and cells side by side are told apart by the gap. */
function linesOf(items: readonly TextItem[]): readonly string[] {
  const lines = new Map<number, string[]>();
  for (const { str, transform } of items) {
    if (str.trim() === '') continue;
    const height = Math.round((transform[5] ?? 0) * 2);
    lines.set(height, [...(lines.get(height) ?? []), str]);
  }
  return [...lines].sort(([a], [b]) => b - a).map(([, pieces]) => pieces.join(''));
}

async function loadPdfJs() {
  // Loaded by name, so that a bundled program does not look for a worker file beside itself.
  const worker: unknown = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  Object.assign(globalThis, { pdfjsWorker: worker });
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** `pages`: they are found and counted, their lines left out, which are most of the time that reading takes. */
export async function readPdf(pdf: Uint8Array, what: 'lines' | 'pages' = 'lines'): Promise<PdfPages> {
  const { getDocument, VerbosityLevel } = await loadPdfJs();
  // A copy, since pdf.js takes possession of the bytes; and no Buffer, which it refuses.
  const loading = getDocument({
    data: new Uint8Array(pdf),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    isEvalSupported: false,
  });
  try {
    const document = await loading.promise;
    const pages: (readonly string[])[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      if (what === 'pages') {
        pages.push([]);
        continue;
      }
      const { items } = await page.getTextContent();
      pages.push(
        linesOf(
          items.flatMap(item =>
            'str' in item ? [{ str: item.str, transform: item.transform as number[] }] : [],
          ),
        ),
      );
    }
    return { pages };
  } finally {
    await loading.destroy();
  }
}

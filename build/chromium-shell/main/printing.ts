import { execFile } from 'node:child_process';
import type { PrinterInfo, PrintToPDFOptions } from 'electron';
import type { CdpSession } from './cdp.connection.ts';
import type { PrintParameters } from './cdp.protocol.ts';

/** Width and height in inches. */
const pageSizes = {
  A0: [33.11, 46.81],
  A1: [23.39, 33.11],
  A2: [16.54, 23.39],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Legal: [8.5, 14],
  Letter: [8.5, 11],
  Tabloid: [11, 17],
  Ledger: [17, 11],
} as const satisfies Record<Extract<PrintToPDFOptions['pageSize'], string>, readonly [number, number]>;

/** One centimetre, about, as both Electron and Chromium have it. */
const DEFAULT_MARGIN = 0.4;

export function printParameters(options: PrintToPDFOptions): PrintParameters {
  const size = options.pageSize ?? 'Letter';
  const [paperWidth, paperHeight] = typeof size === 'string' ? pageSizes[size] : [size.width, size.height];
  const margins = options.margins ?? {};
  return {
    landscape: options.landscape ?? false,
    displayHeaderFooter: options.displayHeaderFooter ?? false,
    printBackground: options.printBackground ?? false,
    scale: options.scale ?? 1,
    paperWidth,
    paperHeight,
    marginTop: margins.top ?? DEFAULT_MARGIN,
    marginBottom: margins.bottom ?? DEFAULT_MARGIN,
    marginLeft: margins.left ?? DEFAULT_MARGIN,
    marginRight: margins.right ?? DEFAULT_MARGIN,
    pageRanges: options.pageRanges ?? '',
    headerTemplate: options.headerTemplate ?? '',
    footerTemplate: options.footerTemplate ?? '',
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    generateTaggedPDF: options.generateTaggedPDF ?? false,
    generateDocumentOutline: options.generateDocumentOutline ?? false,
    transferMode: 'ReturnAsStream',
  };
}

export async function printToPdf(page: CdpSession, options: PrintToPDFOptions): Promise<Buffer> {
  const { stream: handle } = await page.send('Page.printToPDF', printParameters(options));
  const parts: Buffer[] = [];
  for (let eof = false; !eof;) {
    const part = await page.send('IO.read', { handle, size: 2 ** 20 });
    parts.push(Buffer.from(part.data, part.base64Encoded === true ? 'base64' : 'utf8'));
    eof = part.eof;
  }
  await page.send('IO.close', { handle });
  return Buffer.concat(parts);
}

/** The printers that CUPS knows; none where it is not installed. */
export function listPrinters(): Promise<PrinterInfo[]> {
  return new Promise(resolve => {
    execFile('lpstat', ['-e'], (error, output) => {
      const names = error ? [] : output.split('\n').map(name => name.trim());
      resolve(
        names
          .filter(name => name !== '')
          .map(name => ({ name, displayName: name, description: '', options: {} })),
      );
    });
  });
}

/**
 * The part of a hidden BrowserWindow that printing needs. Its session must have no network, and its documents
 * are served by the program itself, under a policy that allows style sheets and fonts of their own origin only.
 */
export interface PrintWindow {
  readonly loadURL: (url: string) => Promise<void>;
  /** Runs an expression in the page and resolves with its (awaited) value, which must be plain data. */
  readonly executeJavaScript: (expression: string) => Promise<unknown>;
  readonly printToPDF: (options: PdfOptions) => Promise<Uint8Array>;
  readonly close: () => void | Promise<void>;
}

/** As Electron names them. */
export interface PdfOptions {
  readonly preferCSSPageSize: boolean;
  readonly printBackground: boolean;
  readonly displayHeaderFooter: boolean;
  readonly generateTaggedPDF: boolean;
  readonly generateDocumentOutline: boolean;
  /** In inches. */
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
}

/** The page boxes of the paper's own style sheet decide; without `preferCSSPageSize` named pages are squeezed. */
export const PAPER_PDF: PdfOptions = {
  preferCSSPageSize: true,
  printBackground: true,
  displayHeaderFooter: false,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  margins: { top: 0, bottom: 0, left: 0, right: 0 },
};

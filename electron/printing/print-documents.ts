import { randomUUID } from 'node:crypto';

/** What a print window loads, kept in memory: a paper in clear is never written to disk on its way to the printer. */
export interface PrintFile {
  readonly body: string;
  readonly type: string;
}

export interface PublishedPaper {
  readonly id: string;
  /** Path of the document within the origin of the program. */
  readonly url: string;
  readonly dispose: () => void;
}

export interface PrintDocuments {
  readonly publish: (paper: { readonly html: string; readonly css: string }) => PublishedPaper;
  readonly findPrintFile: (pathname: string) => PrintFile | undefined;
}

export function makePrintDocuments(): PrintDocuments {
  const files = new Map<string, PrintFile>();
  return {
    publish: ({ html, css }) => {
      const id = randomUUID();
      const url = `/print/${id}/paper.html`;
      const sheet = `/print/${id}/sheet.css`;
      files.set(url, { body: html, type: 'text/html; charset=utf-8' });
      files.set(sheet, { body: css, type: 'text/css; charset=utf-8' });
      return {
        id,
        url,
        dispose: () => {
          files.delete(url);
          files.delete(sheet);
        },
      };
    },
    findPrintFile: pathname => files.get(pathname),
  };
}

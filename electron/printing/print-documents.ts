import { randomUUID } from 'node:crypto';

/** What a print window loads, kept in memory: a paper in clear is never written to disk on its way to the printer. */
export interface PrintFile {
  readonly body: string | Uint8Array<ArrayBuffer>;
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
  /** A finished PDF, for a window that previews or prints it. */
  readonly publishPdf: (pdf: Uint8Array<ArrayBuffer>) => PublishedPaper;
  readonly findPrintFile: (pathname: string) => PrintFile | undefined;
}

export function makePrintDocuments(): PrintDocuments {
  const files = new Map<string, PrintFile>();
  const publishAs = (entries: readonly (readonly [name: string, file: PrintFile])[]): PublishedPaper => {
    const id = randomUUID();
    const paths = entries.map(([name, file]) => {
      const path = `/print/${id}/${name}`;
      files.set(path, file);
      return path;
    });
    return {
      id,
      url: paths[0] ?? '',
      dispose: () => {
        for (const path of paths) files.delete(path);
      },
    };
  };
  return {
    publish: ({ html, css }) =>
      publishAs([
        ['paper.html', { body: html, type: 'text/html; charset=utf-8' }],
        ['sheet.css', { body: css, type: 'text/css; charset=utf-8' }],
      ]),
    publishPdf: pdf => publishAs([['paper.pdf', { body: pdf, type: 'application/pdf' }]]),
    findPrintFile: pathname => files.get(pathname),
  };
}

import { useEffect, useState } from 'react';
import type { DeskFault } from '#shared/ipc/result.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import type { OpenedPdf, OpenPdf } from './pdf/pdf.types.ts';

interface Shown {
  readonly sha256: string;
  readonly pdf?: OpenedPdf;
  readonly fault?: DeskFault;
}

export interface PdfState {
  /** undefined while it is being opened. */
  readonly pdf: OpenedPdf | undefined;
  readonly fault: DeskFault | undefined;
}

/** The file of a document, read and opened; closed again when another one is shown or nobody looks. */
export function useOpenedPdf(sha256: string | undefined, openPdf: OpenPdf, tries: number): PdfState {
  const { api } = useDesk();
  const [shown, setShown] = useState<Shown>();

  useEffect(() => {
    if (sha256 === undefined) return undefined;
    const left = new AbortController();
    const { signal } = left;
    const isLeft = (): boolean => signal.aborted;
    const show = async (): Promise<void> => {
      const bytes = await api.papers.read({ sha256 });
      if (isLeft()) return;
      if (!bytes.ok) {
        setShown({ sha256, fault: bytes.error });
        return;
      }
      let pdf: OpenedPdf;
      try {
        pdf = await openPdf(bytes.value);
      } catch {
        if (!isLeft()) setShown({ sha256, fault: { code: 'printing/pdf-unreadable' } });
        return;
      }
      if (isLeft()) {
        pdf.close();
        return;
      }
      signal.addEventListener('abort', pdf.close);
      setShown({ sha256, pdf });
    };
    void show();
    return () => {
      left.abort();
      setShown(undefined);
    };
  }, [api, sha256, openPdf, tries]);

  return shown?.sha256 === sha256
    ? { pdf: shown?.pdf, fault: shown?.fault }
    : { pdf: undefined, fault: undefined };
}

import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentState } from '#shared/case/case.state.ts';
import { dateOf, timeOf } from '#shared/core/instant.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useFaultWords, type AnyFault } from '#renderer/features/fault/index.ts';
import { monthDay } from '#renderer/i18n/day-words.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { PageImage } from './page-image.tsx';
import './scans-page.css';

type Pages = Readonly<Record<string, Uint8Array<ArrayBuffer> | AnyFault>>;

const isPicture = (page: Pages[string]): page is Uint8Array<ArrayBuffer> => page instanceof Uint8Array;

function usePages(hashes: readonly string[]): Pages {
  const { api } = useDesk();
  const [pages, setPages] = useState<Pages>({});
  useEffect(() => {
    let wanted = true;
    const read = async (): Promise<void> => {
      for (const sha256 of hashes) {
        const bytes = await api.papers.read({ sha256 });
        if (!wanted) return;
        const page = bytes.ok ? new Uint8Array(bytes.value) : bytes.error;
        setPages(before => ({ ...before, [sha256]: page }));
      }
    };
    void read();
    return () => {
      wanted = false;
    };
    // The hashes, not the list they come in.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [api, hashes.join()]);
  return pages;
}

function Pages({ document }: { readonly document: DocumentState }): ReactNode {
  const { t } = useTranslation('scans');
  const { t: ui } = useTranslation('ui');
  const words = useFaultWords();
  const pages = usePages(document.scans.map(({ sha256 }) => sha256));
  return (
    <ol className="scan-pages">
      {document.scans.map(({ page, sha256, at, by, byHand }) => {
        const shown = pages[sha256];
        const when = `${monthDay(ui, dateOf(at))} ${timeOf(at)}`;
        return (
          <li key={page}>
            <p>{t(byHand ? 'view.pageByHand' : 'view.page', { page, pages: document.pages, by, when })}</p>
            {shown === undefined ? (
              <p role="status">{t('view.opening')}</p>
            ) : isPicture(shown) ? (
              <PageImage jpeg={shown} label={t('view.alt', { page })} />
            ) : (
              <p role="alert">{words(shown).short}</p>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** The scans of a paper of a case, and the way to look at them. */
export function CaseScans({
  document,
  name,
}: {
  readonly document: DocumentState;
  readonly name: string;
}): ReactNode {
  const { t } = useTranslation('scans');
  const [open, setOpen] = useState(false);
  if (document.scans.length === 0) return null;
  return (
    <>
      <ActButton size="small" onClick={() => setOpen(true)}>
        {t('view.open')}
      </ActButton>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('view.title', { name })}
        width={56}
        closable
        acts={<ActButton onClick={() => setOpen(false)}>{t('view.close')}</ActButton>}
      >
        {open && <Pages document={document} />}
      </Dialog>
    </>
  );
}

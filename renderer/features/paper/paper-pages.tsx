import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedPdf, PdfPage } from './pdf/pdf.types.ts';

export interface PaperPagesProps {
  readonly opened: OpenedPdf;
  /** Of the actual size. */
  readonly scale: number;
  readonly label: string;
  /** Small pictures at the side are for the eye; the pages themselves are read aloud. */
  readonly quiet?: boolean | undefined;
}

function Sheet({
  page,
  count,
  scale,
  quiet = false,
}: {
  readonly page: PdfPage;
  readonly count: number;
  readonly scale: number;
  readonly quiet?: boolean | undefined;
}): ReactNode {
  const { t } = useTranslation('paper');
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const stop = new AbortController();
    if (canvas.current) void page.draw(canvas.current, scale, stop.signal);
    return () => stop.abort();
  }, [page, scale]);
  const size = { width: page.width * scale, height: page.height * scale };
  return (
    <figure className="paper-sheet">
      <canvas
        ref={canvas}
        style={size}
        {...(quiet
          ? { 'aria-hidden': true }
          : { role: 'img', 'aria-label': t('pageOf', { number: page.number, count }) })}
      />
      {quiet ? (
        <figcaption>{page.number}</figcaption>
      ) : (
        <figcaption className="sr">{page.lines.join(' ')}</figcaption>
      )}
    </figure>
  );
}

/** The pages of the PDF, drawn; what is seen is what is printed. */
export const PaperPages = ({ opened, scale, label, quiet }: PaperPagesProps): ReactNode => (
  <div
    className={quiet ? 'paper-thumbs scroll' : 'paper-pages scroll'}
    role="group"
    aria-label={label}
    tabIndex={0}
  >
    {opened.pages.map(page => (
      <Sheet key={page.number} page={page} count={opened.pages.length} scale={scale} quiet={quiet} />
    ))}
  </div>
);

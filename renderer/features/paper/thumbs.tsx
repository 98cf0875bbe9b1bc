import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PdfPage } from './pdf/pdf.types.ts';
import { Sheet } from './sheet.tsx';

/** In CSS pixels at normal type. */
const WIDTH = 96;

export interface ThumbsProps {
  readonly pages: readonly PdfPage[];
  /** Number of the page in sight. */
  readonly at: number;
  readonly onGo: (page: number) => void;
}

/** The pages in small, to go from one to the other. */
export function Thumbs({ pages, at, onGo }: ThumbsProps): ReactNode {
  const { t } = useTranslation('paper');
  return (
    <ol className="paper-thumbs scroll" aria-label={t('thumbs')}>
      {pages.map(page => (
        <li key={page.number}>
          <button
            type="button"
            aria-current={page.number === at ? 'page' : undefined}
            aria-label={t('page', { number: page.number })}
            onClick={() => onGo(page.number)}
          >
            <Sheet page={page} scale={WIDTH / page.width} />
            <span>{page.number}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

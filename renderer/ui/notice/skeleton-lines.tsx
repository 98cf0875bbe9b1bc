import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './skeleton-lines.css';

export interface SkeletonLinesProps {
  readonly count: number;
  /** Rows of a list are higher than lines of text. */
  readonly height?: 'text' | 'row' | 'list-row' | undefined;
}

/** The ruled lines of a page are there at once, empty; the text comes when it comes. Nothing turns or pulses. */
export function SkeletonLines({ count, height = 'row' }: SkeletonLinesProps): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <div className={`ui-skeleton ui-skeleton-${height}`} role="status" aria-busy>
      <span className="sr">{t('loading')}</span>
      {Array.from({ length: count }, (_, line) => (
        <div key={line} aria-hidden />
      ))}
    </div>
  );
}

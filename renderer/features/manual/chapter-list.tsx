import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface ListedChapter {
  readonly id: string;
  /** From 1, as in the book. */
  readonly number: number;
  readonly title: string;
  /** How often it says what is looked for; undefined where nothing is. */
  readonly hits: number | undefined;
}

export interface ChapterListProps {
  readonly chapters: readonly ListedChapter[];
  readonly at: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** The contents: every chapter, or those that say what is looked for. */
export function ChapterList({ chapters, at, onOpen }: ChapterListProps): ReactNode {
  const { t } = useTranslation('manual');
  return (
    <nav className="manual-contents" aria-label={t('contents')}>
      <ol>
        {chapters.map(({ id, number, title, hits }) => (
          <li key={id}>
            <button type="button" aria-current={id === at ? 'page' : undefined} onClick={() => onOpen(id)}>
              <span className="num">{number}</span>
              <span>{title}</span>
              {hits !== undefined && <small>{t('hits', { count: hits })}</small>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

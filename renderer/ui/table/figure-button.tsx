import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './figure-table.css';

export interface FigureButtonProps {
  /** Whose figure of what; where it is left out, the words say it themselves. */
  readonly name?: string | undefined;
  /** As it is printed. */
  readonly words: string;
  readonly onOpen: () => void;
}

/** A figure, or the name of a line, that opens what is behind it. */
export function FigureButton({ name, words, onOpen }: FigureButtonProps): ReactNode {
  const { t } = useTranslation('ui');
  const label = name === undefined ? undefined : t('openCases', { name, figure: words });
  return (
    <button type="button" className="ui-figure-open" aria-label={label} onClick={onOpen}>
      {words}
    </button>
  );
}

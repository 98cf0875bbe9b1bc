import type { ReactNode } from 'react';
import './cell.css';
import { useCellControl } from './cell.context.ts';

export interface ReadOnlyCellProps {
  /** The value, or in quiet type what will stand here: 保存时自动编. */
  readonly children: ReactNode;
  readonly quiet?: boolean | undefined;
}

/** A value that is not filled in here: from the program, or of a locked month. */
export function ReadOnlyCell({ children, quiet = false }: ReadOnlyCellProps): ReactNode {
  const { id } = useCellControl(undefined);
  return (
    <output id={id} className={`ui-cell-read ${quiet ? 'ui-cell-quiet' : ''}`}>
      {children}
    </output>
  );
}

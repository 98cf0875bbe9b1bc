import type { ReactNode } from 'react';
import './figures.css';

export interface FigureProps {
  /** As it is printed: 12,486 */
  readonly value: string;
  /** 件; for a share its base belongs into the label: 按时 40／41 */
  readonly unit?: string | undefined;
  readonly label: string;
  /** Opens the cases behind the figure. */
  readonly onOpen?: (() => void) | undefined;
}

export const Figure = ({ value, unit, label, onOpen }: FigureProps): ReactNode => {
  const content = (
    <>
      <span className="ui-figure-value num">
        {value}
        {unit !== undefined && <small> {unit}</small>}
      </span>
      <span className="ui-figure-label">{label}</span>
    </>
  );
  return (
    <li className="ui-figure">
      {onOpen === undefined ? (
        <div>{content}</div>
      ) : (
        <button type="button" onClick={onOpen}>
          {content}
        </button>
      )}
    </li>
  );
};

export interface FigureGridProps {
  readonly label: string;
  readonly columns?: 1 | 2 | 3 | 4 | undefined;
  /** `Figure`s. */
  readonly children: ReactNode;
}

export const FigureGrid = ({ label, columns = 2, children }: FigureGridProps): ReactNode => (
  <ul className="ui-figures" aria-label={label} data-columns={columns}>
    {children}
  </ul>
);

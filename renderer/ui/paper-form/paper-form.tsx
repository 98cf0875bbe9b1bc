import { useId, type ReactNode } from 'react';
import './paper-form.css';

export interface PaperFormProps {
  /** The title of the paper. */
  readonly label: string;
  /** `PaperRow`s and `PaperGroup`s in the order of the paper. */
  readonly children: ReactNode;
}

/** The ruled table of the paper as a form: label, value, label, value; two columns where it is narrow. */
export const PaperForm = ({ label, children }: PaperFormProps): ReactNode => (
  <div className="ui-paper-room">
    <div className="ui-paper" role="group" aria-label={label}>
      {children}
    </div>
  </div>
);

export interface PaperRowProps {
  /** One full cell or two halves. */
  readonly children: ReactNode;
  /** Takes the height that is left: the row of the long text. */
  readonly grow?: boolean | undefined;
}

export const PaperRow = ({ children, grow = false }: PaperRowProps): ReactNode => (
  <div className={`ui-paper-row ${grow ? 'ui-paper-grow' : ''}`}>{children}</div>
);

export interface PaperGroupProps {
  /** Written down the side of the rows it covers, as 投诉人 on the paper. */
  readonly label: string;
  readonly children: ReactNode;
}

export function PaperGroup({ label, children }: PaperGroupProps): ReactNode {
  const id = useId();
  return (
    <div className="ui-paper-group" role="group" aria-labelledby={id}>
      <div className="ui-paper-spine" id={id}>
        {label}
      </div>
      <div className="ui-paper-rows">{children}</div>
    </div>
  );
}

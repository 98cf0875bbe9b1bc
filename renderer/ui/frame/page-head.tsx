import type { ReactNode } from 'react';
import './page-head.css';

export interface PageHeadProps {
  readonly title: ReactNode;
  /** On the line of the title: a state in words, a field. */
  readonly beside?: ReactNode;
  /** Second line of the title in quiet type: date, range. */
  readonly sub?: ReactNode;
  /** Above the title: the way back, the place in the list. */
  readonly above?: ReactNode;
  /** Beneath the title: people and parties of a case. */
  readonly below?: ReactNode;
  /** Right end: the page's acts, or the number of record. */
  readonly actions?: ReactNode;
}

/** The head of a page with the 文武线 under it, thick over thin, once a screen. */
export const PageHead = ({ title, beside, sub, above, below, actions }: PageHeadProps): ReactNode => (
  <div className="ui-head">
    {above !== undefined && <div className="ui-head-line">{above}</div>}
    <div className="ui-head-main">
      <h1>{title}</h1>
      {beside}
      {sub !== undefined && <div className="ui-head-sub">{sub}</div>}
      {actions !== undefined && <div className="ui-head-acts">{actions}</div>}
    </div>
    {below !== undefined && <div className="ui-head-line">{below}</div>}
  </div>
);

import type { ReactNode } from 'react';
import './stage.css';

export interface StageProps {
  readonly children: ReactNode;
  /** At the bottom of the window: the network in words. */
  readonly foot?: ReactNode;
}

/** The empty desk of set-up and lock: nothing on it but one sheet. */
export const Stage = ({ children, foot }: StageProps): ReactNode => (
  <main className="ui-stage scroll">
    <div className="ui-stage-middle">{children}</div>
    {foot !== undefined && <div className="ui-stage-foot">{foot}</div>}
  </main>
);

export interface StageSheetProps {
  readonly title: string;
  /** 第 2 步，共 4 步 */
  readonly place?: string | undefined;
  /** Left of the form: the program's name, a `StepList`, what happens to what is filled in. */
  readonly side?: ReactNode;
  readonly children: ReactNode;
  /** Back at the left, the way on at the right. */
  readonly foot?: ReactNode;
}

export const StageSheet = ({ title, place, side, children, foot }: StageSheetProps): ReactNode => (
  <div className="ui-sheet">
    {side !== undefined && <div className="ui-sheet-side">{side}</div>}
    <div className="ui-sheet-page">
      <div className="ui-sheet-head">
        <h1>{title}</h1>
        {place !== undefined && <span>{place}</span>}
      </div>
      <div className="ui-sheet-body scroll">{children}</div>
      {foot !== undefined && <div className="ui-sheet-foot">{foot}</div>}
    </div>
  </div>
);

import type { ReactNode } from 'react';
import './bottom-bar.css';

export interface BottomBarProps {
  /** The truth about what is on the screen: 草稿已存 09:44:12. 已保存 only once the journal has it. Spoken when it changes. */
  readonly status?: ReactNode;
  /** A second, quieter line: 还差“诉求”，可以先保存 */
  readonly note?: ReactNode;
  /** The acts, the main one last. */
  readonly children?: ReactNode;
}

export const BottomBar = ({ status, note, children }: BottomBarProps): ReactNode => (
  <div className="ui-bar">
    <div className="ui-bar-truth" role="status">
      <div>{status}</div>
      {note !== undefined && <div className="ui-bar-note">{note}</div>}
    </div>
    <div className="ui-bar-acts">{children}</div>
  </div>
);

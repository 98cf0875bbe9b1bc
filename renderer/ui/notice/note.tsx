import type { ReactNode } from 'react';
import './note.css';

export interface NoteProps {
  readonly tone?: 'plain' | 'soon' | 'over' | 'ok' | undefined;
  readonly icon?: ReactNode;
  /** At the right end: 读名片. */
  readonly act?: ReactNode;
  readonly children: ReactNode;
}

/** Something to know at this place, ruled off and with a bar at its left. */
export const Note = ({ tone = 'plain', icon, act, children }: NoteProps): ReactNode => (
  <div className={`ui-note ui-note-${tone}`}>
    {icon}
    <div>{children}</div>
    {act}
  </div>
);

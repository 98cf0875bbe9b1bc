import type { ReactNode } from 'react';
import './key-hint.css';

export interface KeyLineProps {
  readonly keys: readonly { readonly keys: string; readonly does: string }[];
}

/** Which keys work in the list or picker above: ↑ ↓ 换一件 · Enter 打开. */
export const KeyLine = ({ keys }: KeyLineProps): ReactNode => (
  <div className="ui-key-line">
    {keys.map(hint => (
      <span key={hint.keys}>
        <kbd className="ui-key">{hint.keys}</kbd> {hint.does}
      </span>
    ))}
  </div>
);

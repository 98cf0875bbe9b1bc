import { useId, type ComponentProps, type ReactNode } from 'react';
import './act-button.css';
import { ariaKeys, KeyHint } from './key-hint.tsx';

export interface ActButtonProps extends ComponentProps<'button'> {
  /** One filled button a screen; where an empty state or a dialog offers the way on, the page's own is default. */
  readonly rank?: 'filled' | 'default' | 'text' | undefined;
  /** Small in rows and beside fields, big for the one act of a side column. */
  readonly size?: 'small' | 'normal' | 'big' | undefined;
  readonly icon?: ReactNode;
  /** Drawn in the button and kept out of its name; whoever owns the command listens for the key. */
  readonly keyHint?: string | undefined;
  /** What the act does to paper and clock, on a second line: its description, not its name. */
  readonly detail?: string | undefined;
  /** As wide as its column, the words at the left and the key at the right. */
  readonly wide?: boolean | undefined;
  /** Under way: a second press does nothing. The words say what is going on. */
  readonly busy?: boolean | undefined;
  /** What happens when it is pressed: 保存并打印, never 确定. */
  readonly children: ReactNode;
}

export function ActButton({
  rank = 'default',
  size = 'normal',
  icon,
  keyHint,
  detail,
  wide = false,
  busy = false,
  children,
  className = '',
  onClick,
  ...rest
}: ActButtonProps): ReactNode {
  const id = useId();
  const described = detail === undefined ? {} : { 'aria-labelledby': `${id}n`, 'aria-describedby': `${id}d` };
  return (
    <button
      type="button"
      aria-keyshortcuts={ariaKeys(keyHint)}
      aria-disabled={busy || undefined}
      {...described}
      {...rest}
      onClick={busy ? undefined : onClick}
      className={`ui-act ui-act-${rank} ui-act-${size} ${detail === undefined ? '' : 'ui-act-detailed'} ${wide ? 'ui-act-wide' : ''} ${className}`}
    >
      {icon}
      <span id={`${id}n`} className="ui-act-words">
        {children}
      </span>
      {keyHint !== undefined && <KeyHint keys={keyHint} />}
      {detail !== undefined && (
        <small id={`${id}d`} className="ui-act-detail">
          {detail}
        </small>
      )}
    </button>
  );
}

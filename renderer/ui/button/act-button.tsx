import { useId, type ComponentProps, type ReactNode } from 'react';
import type { Command } from '#renderer/ui/command/command.types.ts';
import './act-button.css';
import { ariaKeys, KeyHint } from './key-hint.tsx';

export interface ActButtonProps extends ComponentProps<'button'> {
  /** What it does: gives the act, the key and, unless other words stand in it, the words. */
  readonly command?: Command | undefined;
  /** One filled button a screen; where an empty state or a dialog offers the way on, the page's own is default. */
  readonly rank?: 'filled' | 'default' | 'text' | undefined;
  /** Small in rows and beside fields, big for the one act of a side column. */
  readonly size?: 'small' | 'normal' | 'big' | undefined;
  readonly icon?: ReactNode;
  /** A key that a form, or the part of it that has the focus, knows by itself. Any other key belongs to a command. */
  readonly keyHint?: 'Enter' | 'Ctrl+;' | undefined;
  /** What the act does to paper and clock, on a second line: its description, not its name. */
  readonly detail?: string | undefined;
  /** As wide as its column, the words at the left and the key at the right. */
  readonly wide?: boolean | undefined;
  /** Under way: a second press does nothing. The words say what is going on. */
  readonly busy?: boolean | undefined;
  /** What happens when it is pressed: 保存并打印, never 确定. */
  readonly children?: ReactNode;
}

export function ActButton({
  command,
  rank = 'default',
  size = 'normal',
  icon,
  keyHint,
  detail,
  wide = false,
  busy = false,
  children = command?.name,
  className = '',
  onClick = command?.run,
  ...rest
}: ActButtonProps): ReactNode {
  const id = useId();
  const key = command?.key ?? keyHint;
  const described = detail === undefined ? {} : { 'aria-labelledby': `${id}n`, 'aria-describedby': `${id}d` };
  return (
    <button
      type="button"
      aria-keyshortcuts={ariaKeys(key)}
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
      {key !== undefined && <KeyHint keys={key} />}
      {detail !== undefined && (
        <small id={`${id}d`} className="ui-act-detail">
          {detail}
        </small>
      )}
    </button>
  );
}

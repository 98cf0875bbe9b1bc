import { IconSearch, type Icon } from '@tabler/icons-react';
import type { ComponentProps, ReactNode } from 'react';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { ariaKeys, KeyHint } from '#renderer/ui/button/key-hint.tsx';
import './top-bar.css';

export interface SearchButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** What can be searched for: 搜索：编号、姓名、拼音、电话尾号、命令 */
  readonly text: string;
  readonly command: Command;
}

/** Looks like the field it opens. */
export const SearchButton = ({ text, command, ...rest }: SearchButtonProps): ReactNode => (
  <button
    type="button"
    className="ui-search"
    aria-keyshortcuts={ariaKeys(command.key)}
    title={text}
    onClick={command.run}
    {...rest}
  >
    <IconSearch size={18} aria-hidden />
    <span className="ui-search-words clip">{text}</span>
    {command.key !== undefined && <KeyHint keys={command.key} />}
  </button>
);

export interface TopTextProps {
  readonly icon: Icon;
  readonly children: ReactNode;
  /** The state of the network and of saving changes by itself, and says so. */
  readonly live?: boolean | undefined;
  /** Left out where the type is large for the window: it can be learnt or done elsewhere. */
  readonly spare?: boolean | undefined;
}

const spared = (name: string, spare: boolean): string => (spare ? `${name} ui-top-spare` : name);

export const TopText = ({ icon: Drawn, children, live = false, spare = false }: TopTextProps): ReactNode => (
  <span className={spared('ui-top-text', spare)} role={live ? 'status' : undefined}>
    <Drawn size={18} aria-hidden />
    <span>{children}</span>
  </span>
);

export interface TopButtonProps extends ComponentProps<'button'> {
  readonly icon: Icon;
  readonly command: Command;
  readonly spare?: boolean | undefined;
  /** Where the top bar has fewer words for it than the palette. */
  readonly children?: ReactNode;
}

export const TopButton = ({
  icon: Drawn,
  command,
  spare = false,
  children,
  ...rest
}: TopButtonProps): ReactNode => (
  <button
    type="button"
    className={spared('ui-top-button', spare)}
    aria-keyshortcuts={ariaKeys(command.key)}
    onClick={command.run}
    {...rest}
  >
    <Drawn size={18} aria-hidden />
    <span>{children ?? command.name}</span>
    {command.key !== undefined && <KeyHint keys={command.key} />}
  </button>
);

import { IconChevronDown } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { CommandLayer } from '../command/command-layer.tsx';
import type { Command } from '../command/command.types.ts';
import { ariaKeys, KeyHint } from '../button/key-hint.tsx';
import './picker.css';
import { PickerPanel, type PickerGroup } from './picker-panel.tsx';

export interface PickerProps {
  /** What it opens with: the button's words, read before the chosen name. */
  readonly label: string;
  readonly chosen: string;
  /** Opens it as well; the picker's own button does so by itself. */
  readonly command?: Command | undefined;
  readonly searchLabel: string;
  readonly searchHint: string;
  readonly noneFound: string;
  readonly keys: readonly { readonly keys: string; readonly does: string }[];
  /** What is found for a text; everything for none. */
  readonly find: (text: string) => readonly PickerGroup[];
  readonly onChoose: (id: string) => void;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** One of many, by name: a field, groups, rows with the match marked, and the keys that work. */
export function Picker(props: PickerProps): ReactNode {
  const { label, chosen, command, open, onOpenChange } = props;
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    onOpenChange(false);
    button.current?.focus();
  };
  return (
    <div
      className="ui-picker"
      onBlur={event => {
        const { currentTarget, relatedTarget } = event;
        // Where another window of the PC takes the focus, the element in here keeps it for when it comes back.
        const stays = currentTarget.contains(relatedTarget) || currentTarget.contains(document.activeElement);
        if (open && !stays) onOpenChange(false);
      }}
    >
      <button
        ref={button}
        type="button"
        className="ui-picker-button"
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-keyshortcuts={ariaKeys(command?.key)}
        aria-label={`${label}：${chosen}`}
        onClick={() => onOpenChange(!open)}
      >
        <span className="clip">{chosen}</span>
        <IconChevronDown size={18} aria-hidden />
        {command?.key !== undefined && <KeyHint keys={command.key} />}
      </button>
      {open && (
        // It floats above the page, whose commands would open a dialog above it.
        <CommandLayer>
          <Searching {...props} onClose={close} />
        </CommandLayer>
      )}
    </div>
  );
}

function Searching(props: PickerProps & { readonly onClose: () => void }): ReactNode {
  const { searchLabel, searchHint, noneFound, keys, find, onChoose, onClose } = props;
  const [text, setText] = useState('');
  return (
    <PickerPanel
      {...{ text, noneFound, keys }}
      label={searchLabel}
      hint={searchHint}
      groups={find(text)}
      onText={setText}
      onChoose={id => {
        onChoose(id);
        onClose();
      }}
      onLeave={onClose}
    />
  );
}

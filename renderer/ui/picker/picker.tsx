import { IconChevronDown, IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Command } from '../command/command.types.ts';
import { ariaKeys, KeyHint } from '../button/key-hint.tsx';
import { KeyLine } from '../button/key-line.tsx';
import './picker.css';

export interface PickerOption {
  readonly id: string;
  /** Pieces of the name; the marked ones are what was searched for. */
  readonly name: readonly { readonly text: string; readonly marked: boolean }[];
  /** At the right, quiet. */
  readonly note?: string | undefined;
}

export interface PickerGroup {
  readonly title: string;
  readonly options: readonly PickerOption[];
}

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
    <div className="ui-picker">
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
      {open && <PickerPanel {...props} onClose={close} />}
    </div>
  );
}

function PickerPanel(props: PickerProps & { readonly onClose: () => void }): ReactNode {
  const { searchLabel, searchHint, noneFound, keys, find, onChoose, onClose } = props;
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const groups = find(text);
  const options = groups.flatMap(group => group.options);
  const current = options[Math.min(at, options.length - 1)];

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const move = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(options.length - 1, at + step)));
    } else if (event.key === 'Enter' && current && !event.nativeEvent.isComposing) {
      event.preventDefault();
      onChoose(current.id);
      onClose();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
  };

  return (
    <div className="ui-picker-panel" onKeyDown={move}>
      <div className="ui-picker-field">
        <IconSearch size={18} aria-hidden />
        <input
          ref={field}
          role="combobox"
          aria-expanded
          aria-controls={id}
          aria-activedescendant={current ? `${id}-${current.id}` : undefined}
          aria-label={searchLabel}
          autoComplete="off"
          value={text}
          onChange={event => {
            setText(event.currentTarget.value);
            setAt(0);
          }}
        />
        <small>{searchHint}</small>
      </div>
      <div className="ui-picker-list scroll" role="listbox" id={id} aria-label={searchLabel} ref={list}>
        {options.length === 0 && <p className="ui-picker-none">{noneFound}</p>}
        {groups.map(group => (
          <div key={group.title} role="group" aria-label={group.title}>
            <div className="ui-picker-group" aria-hidden>
              {group.title}
            </div>
            {group.options.map(option => (
              <div
                key={option.id}
                id={`${id}-${option.id}`}
                role="option"
                aria-selected={option === current}
                className="ui-picker-option"
                onMouseDown={event => event.preventDefault()}
                onClick={() => {
                  onChoose(option.id);
                  onClose();
                }}
              >
                <span className="ui-picker-name">
                  {option.name.map((piece, index) =>
                    piece.marked ? <mark key={index}>{piece.text}</mark> : piece.text,
                  )}
                </span>
                {option.note !== undefined && <small>{option.note}</small>}
              </div>
            ))}
          </div>
        ))}
      </div>
      <KeyLine keys={keys} />
    </div>
  );
}

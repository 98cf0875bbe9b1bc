import { IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { KeyHint } from '../button/key-hint.tsx';
import { KeyLine } from '../button/key-line.tsx';
import './picker.css';

/** Pieces of a text; the marked ones are what was searched for. */
export type MarkedText = readonly { readonly text: string; readonly marked: boolean }[];

export interface PickerOption {
  readonly id: string;
  readonly name: MarkedText;
  /** After the name, quiet: what more there is to tell it from others. */
  readonly about?: MarkedText | undefined;
  /** A state, drawn. */
  readonly mark?: ReactNode;
  /** At the right, quiet. */
  readonly note?: string | MarkedText | undefined;
  /** The key that does the same. */
  readonly keys?: string | undefined;
}

export interface PickerGroup {
  readonly title: string;
  readonly options: readonly PickerOption[];
}

export interface PickerPanelProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Name of the field and of the list. */
  readonly label: string;
  readonly placeholder?: string | undefined;
  /** At the right of the field: how it is searched, or how many were found. Spoken when it changes. */
  readonly hint: string;
  /** Before the hint, not spoken: what goes on meanwhile. */
  readonly aside?: string | undefined;
  readonly noneFound: string;
  readonly keys: readonly { readonly keys: string; readonly does: string }[];
  readonly groups: readonly PickerGroup[];
  readonly onChoose: (id: string) => void;
  readonly onLeave: () => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/** A field, groups, rows with the match marked, and the keys that work. */
export function PickerPanel(props: PickerPanelProps): ReactNode {
  const { text, onText, label, placeholder, hint, aside, noneFound, keys, groups, onChoose, onLeave } = props;
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const options = groups.flatMap(group => group.options);
  const current = options[Math.min(at, options.length - 1)];

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const move = (event: KeyboardEvent): void => {
    // An input method has uses of its own for these keys.
    if (event.nativeEvent.isComposing) return;
    const step = STEPS[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(options.length - 1, at + step)));
    } else if (event.key === 'Enter' && current) {
      event.preventDefault();
      onChoose(current.id);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onLeave();
    }
  };

  return (
    <div className="ui-picker-panel" onKeyDown={move}>
      <div className="ui-picker-field">
        <IconSearch size={18} aria-hidden />
        <input
          ref={field}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded
          aria-controls={id}
          aria-activedescendant={current ? `${id}-${current.id}` : undefined}
          aria-label={label}
          autoComplete="off"
          placeholder={placeholder}
          value={text}
          onChange={event => {
            onText(event.currentTarget.value);
            setAt(0);
          }}
        />
        {aside !== undefined && <small>{aside}</small>}
        <small role="status">{hint}</small>
      </div>
      <div className="ui-picker-list scroll" role="listbox" id={id} aria-label={label} ref={list}>
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
                onClick={() => onChoose(option.id)}
              >
                <span className="ui-picker-name">
                  <Pieces text={option.name} />
                </span>
                {option.about && (
                  <span className="ui-picker-about">
                    <Pieces text={option.about} />
                  </span>
                )}
                {option.mark}
                {option.note !== undefined && (
                  <small className="ui-picker-note">
                    {typeof option.note === 'string' ? option.note : <Pieces text={option.note} />}
                  </small>
                )}
                {option.keys !== undefined && <KeyHint keys={option.keys} />}
              </div>
            ))}
          </div>
        ))}
      </div>
      {options.length === 0 && <p className="ui-picker-none">{noneFound}</p>}
      <KeyLine keys={keys} />
    </div>
  );
}

const Pieces = ({ text }: { readonly text: MarkedText }): ReactNode =>
  text.map((piece, index) => (piece.marked ? <mark key={index}>{piece.text}</mark> : piece.text));

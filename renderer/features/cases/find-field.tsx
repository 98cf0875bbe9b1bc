import { IconSearch, IconX } from '@tabler/icons-react';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '#renderer/ui/button/key-hint.tsx';
import { useCommands } from '#renderer/ui/command/use-commands.ts';
import './find-field.css';

export interface FindFieldProps {
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** What was found, in words; spoken when it changes. */
  readonly status: string;
  /** ↓: into the list. */
  readonly onDown: () => void;
  /** Enter: the first one. */
  readonly onEnter: () => void;
}

/** The field above the list: a name, its pinyin, the end of a number, a few words of the story. */
export function FindField({ typed, onType, status, onDown, onEnter }: FindFieldProps): ReactNode {
  const { t } = useTranslation('search');
  const field = useRef<HTMLInputElement>(null);
  useCommands([
    {
      ...{ id: 'find-in-cases', name: t('inList'), key: 'Ctrl+F', group: 'here' },
      run: () => field.current?.select(),
    },
  ]);
  const keys: Readonly<Record<string, () => void>> = { ArrowDown: onDown, Enter: onEnter };
  const press = (event: KeyboardEvent): void => {
    const act = keys[event.key];
    if (!act || event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    act();
  };
  return (
    <>
      <div className="cases-find">
        <IconSearch size={18} aria-hidden />
        <input
          ref={field}
          type="text"
          role="searchbox"
          autoComplete="off"
          spellCheck={false}
          aria-label={t('inList')}
          aria-keyshortcuts="Control+F"
          placeholder={t('by')}
          value={typed}
          onChange={event => onType(event.currentTarget.value)}
          onKeyDown={press}
        />
        {typed === '' ? (
          <KeyHint keys="Ctrl+F" />
        ) : (
          <button
            type="button"
            aria-label={t('clear')}
            onClick={() => {
              onType('');
              field.current?.focus();
            }}
          >
            <IconX size={18} aria-hidden />
          </button>
        )}
      </div>
      <span className="cases-found" role="status">
        {status}
      </span>
    </>
  );
}

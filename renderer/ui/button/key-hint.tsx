import type { ReactNode } from 'react';
import { keyWords } from '#renderer/ui/command/command.keys.ts';
import './key-hint.css';

/** A key, drawn. Not read aloud: what the key does has a name of its own. */
export const KeyHint = ({ keys }: { readonly keys: string }): ReactNode => (
  <kbd className="ui-key" aria-hidden>
    {keyWords(keys)}
  </kbd>
);

const SPOKEN: Readonly<Record<string, string>> = { Ctrl: 'Control', 空格: 'Space', Esc: 'Escape' };

/** The same key as `aria-keyshortcuts` wants it; hints that name several keys (`↑ ↓`) have no such form. */
export function ariaKeys(keys: string | undefined): string | undefined {
  if (keys === undefined) return undefined;
  const parts = keys.split('+').map(part => SPOKEN[part] ?? part);
  return parts.every(part => /^[A-Za-z0-9]+$/.test(part)) ? parts.join('+') : undefined;
}

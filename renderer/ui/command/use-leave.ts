import { useEffect, type RefObject } from 'react';
import { useCommands } from './use-commands.ts';
import { useReturnFocus } from './use-return-focus.ts';

/**
 * A small form within a page: it has the focus when it comes, Esc puts it away and not the page, and then the focus
 * goes back to what opened it.
 */
export function useLeave(
  name: string,
  onLeave: () => void,
  within: RefObject<Element | null>,
  around?: RefObject<Element | null>,
): void {
  useCommands([{ id: 'leave', name, key: 'Esc', group: 'here', run: onLeave, hidden: true }], within);
  useReturnFocus(within, around);
  useEffect(() => {
    const form = within.current;
    if (!form || form.contains(document.activeElement)) return;
    // Where nothing is written Enter must not do what the form asks about.
    const entry = form.querySelector<HTMLElement>('input, textarea, select');
    (entry ?? [...form.querySelectorAll<HTMLElement>('button')].at(-1))?.focus();
  }, [within]);
}

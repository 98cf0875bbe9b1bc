import type { RefObject } from 'react';
import { useCommands } from './use-commands.ts';

/** Esc puts a small form within a page away, and not the page. */
export function useLeave(name: string, onLeave: () => void, within: RefObject<Element | null>): void {
  useCommands([{ id: 'leave', name, key: 'Esc', group: 'here', run: onLeave, hidden: true }], within);
}

import { createContext, useContext } from 'react';
import { invariant } from '#shared/core/assert.ts';
import type { CommandStack } from './command.stack.ts';

export const CommandStackContext = createContext<CommandStack | null>(null);

/** The layer a component stands on; 0 for the page. */
export const CommandLayerContext = createContext(0);

export function useCommandStack(): CommandStack {
  const stack = useContext(CommandStackContext);
  invariant(stack, 'commands are around every screen');
  return stack;
}

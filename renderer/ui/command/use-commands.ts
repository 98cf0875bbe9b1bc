import { useContext, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { CommandLayerContext, useCommandStack } from './command.context.ts';
import type { Command } from './command.types.ts';

/**
 * Offers these commands while the component is on the screen. A part of a page that has keys the page has too
 * (Esc, Ctrl+Enter) names its element with `within`.
 */
export function useCommands(commands: readonly Command[], within?: RefObject<Element | null>): void {
  const stack = useCommandStack();
  const layer = useContext(CommandLayerContext);
  // Taken while drawing: a page is drawn before its parts, but its effects run after theirs.
  const [order] = useState(stack.nextOrder);
  const current = useRef(commands);
  useLayoutEffect(() => {
    current.current = commands;
  });
  useLayoutEffect(
    () =>
      stack.add({
        ...{ order, layer },
        commands: () => current.current,
        ...(within ? { within: () => within.current } : {}),
      }),
    [stack, order, layer, within],
  );
}

import { useLayoutEffect, useState, type ReactNode } from 'react';
import { CommandLayerContext, useCommandStack } from './command.context.ts';

/** Around what floats above the page and has the keys for itself while it is there. */
export function CommandLayer({ children }: { readonly children: ReactNode }): ReactNode {
  const stack = useCommandStack();
  const [layer] = useState(stack.nextOrder);
  useLayoutEffect(() => stack.openLayer(layer), [stack, layer]);
  return <CommandLayerContext value={layer}>{children}</CommandLayerContext>;
}

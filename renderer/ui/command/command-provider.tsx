import { useEffect, useState, type ReactNode } from 'react';
import { CommandStackContext } from './command.context.ts';
import { createCommandStack } from './command.stack.ts';

/** Around everything; has the one listener for keys. */
export function CommandProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [stack] = useState(createCommandStack);
  useEffect(() => {
    window.addEventListener('keydown', stack.press);
    return () => window.removeEventListener('keydown', stack.press);
  }, [stack]);
  return <CommandStackContext value={stack}>{children}</CommandStackContext>;
}

import { useEffect, type ReactNode } from 'react';
import { DeskContext } from '#renderer/db/live/desk.context.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';

/** Puts the desk around the screens, starts it, and writes what waits when the window goes away. */
export function DeskProvider({ desk, children }: { readonly desk: Desk; readonly children: ReactNode }) {
  useEffect(() => {
    if (desk.getState().phase === 'starting') void desk.start();
    const leave = (): void => void desk.close();
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [desk]);
  return <DeskContext value={desk}>{children}</DeskContext>;
}

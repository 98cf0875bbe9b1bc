import { useEffect } from 'react';
import type { Desk } from './desk.types.ts';
import { useDesk } from './desk.context.ts';

const holds = new WeakMap<Desk, Set<symbol>>();

/** While this goes on the desk does not lock by itself: a recording, a batch at the printer, a bundle being sealed. */
export function useHoldOpen(isGoingOn: boolean): void {
  const desk = useDesk();
  useEffect(() => {
    if (!isGoingOn) return undefined;
    const own = Symbol('hold');
    const all = holds.get(desk) ?? new Set<symbol>();
    holds.set(desk, all.add(own));
    return () => {
      all.delete(own);
    };
  }, [desk, isGoingOn]);
}

export const isHeldOpen = (desk: Desk): boolean => (holds.get(desk)?.size ?? 0) > 0;

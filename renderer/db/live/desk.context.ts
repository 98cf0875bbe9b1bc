import { createContext, useContext, useSyncExternalStore } from 'react';
import { invariant } from '#shared/core/assert.ts';
import type { Desk, DeskState, OpenState } from './desk.types.ts';

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  invariant(desk, 'the screen stands inside a DeskProvider');
  return desk;
}

export function useDeskState(): DeskState {
  const desk = useDesk();
  return useSyncExternalStore(desk.subscribe, desk.getState);
}

/** For screens behind the lock only. */
export function useOpenDesk(): OpenState {
  const state = useDeskState();
  invariant(state.phase === 'open', 'the screen stands behind the lock');
  return state;
}

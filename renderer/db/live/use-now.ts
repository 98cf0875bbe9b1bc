import { useSyncExternalStore } from 'react';
import type { Instant } from '#shared/core/instant.ts';
import { useDesk } from './desk.context.ts';

/** The present minute, `…:00`; follows a clock that was moved. */
export function useNow(): Instant {
  const desk = useDesk();
  return useSyncExternalStore(desk.onMinute, () => `${desk.now().slice(0, 17)}00+08:00` as Instant);
}

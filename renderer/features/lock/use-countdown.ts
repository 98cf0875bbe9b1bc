import { useEffect, useState } from 'react';
import { msOf, type Instant } from '#shared/core/instant.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { secondsUntil } from './lock-words.ts';

/** Seconds left until then, counted down on the desk's own clock; null where there is nothing to wait for. */
export function useCountdown(until: Instant | null): number | null {
  const desk = useDesk();
  const left = (): number | null => (until === null ? null : secondsUntil(until, msOf(desk.now())));
  const [, tick] = useState(0);
  useEffect(() => {
    if (until === null) return undefined;
    const timer = setInterval(() => {
      tick(count => count + 1);
      if (secondsUntil(until, msOf(desk.now())) === 0) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [until, desk]);
  return left();
}

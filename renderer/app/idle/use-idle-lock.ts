import { useEffect } from 'react';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { isHeldOpen } from '#renderer/db/live/hold-open.ts';
import { watchIdle } from './idle.watch.ts';

const USES = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
const MINUTE_MS = 60_000;

const after = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** Locks the desk as Ctrl+L does once nobody used it for so many minutes; 0: never. */
export function useIdleLock(minutes: number): void {
  const desk = useDesk();
  useEffect(() => {
    if (minutes === 0) return undefined;
    const { use, stop } = watchIdle({
      ...{ limitMs: minutes * MINUTE_MS, nowMs: () => performance.now(), after },
      isHeld: () => isHeldOpen(desk),
      onIdle: () => void desk.lock('idle'),
    });
    for (const name of USES) window.addEventListener(name, use, { capture: true, passive: true });
    return () => {
      stop();
      for (const name of USES) window.removeEventListener(name, use, { capture: true });
    };
  }, [desk, minutes]);
}

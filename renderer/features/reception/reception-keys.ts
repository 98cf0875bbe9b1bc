import { useEffect, useRef } from 'react';

/** Keys of this page while it is on the screen. */
export function useReceptionKeys(acts: Readonly<Record<string, () => void>>): void {
  const current = useRef(acts);
  useEffect(() => {
    current.current = acts;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const key = event.altKey ? `Alt+${event.key.toUpperCase()}` : event.key;
      const act = current.current[key];
      if (!act || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      if (!event.repeat) act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

import { useLayoutEffect, useState, useSyncExternalStore, type RefObject } from 'react';
import { useScale } from './ui-provider.tsx';

const rootFontSize = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/**
 * The width of an element in rem, so that a window with large type counts as narrower than its pixels say.
 * Infinite before the first layout and where nothing is laid out: then everything has room.
 */
export function useRemWidth(element: RefObject<HTMLElement | null>): number {
  const scale = useScale();
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY);

  useLayoutEffect(() => {
    const measured = element.current;
    if (measured === null) return undefined;
    const measure = (): void => {
      const pixels = measured.clientWidth;
      setWidth(pixels === 0 ? Number.POSITIVE_INFINITY : pixels / rootFontSize());
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element, scale]);

  return width;
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

/** The width of the window in rem. */
export function useWindowRemWidth(): number {
  useScale();
  return useSyncExternalStore(onResize, () => window.innerWidth / rootFontSize());
}

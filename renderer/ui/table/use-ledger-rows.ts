import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, type RefObject } from 'react';
import { useScale } from '#renderer/ui/theme/ui-provider.tsx';

/** Heights in rem: 40 px a row, 36 px the head that sticks above them. */
const ROW = 2.5;
const ROW_OF_TWO_LINES = 4;
const HEAD = 2.25;
/** What is drawn before the first layout. */
const FIRST_SIGHT = { width: 1222, height: 600 };

export interface LedgerRows {
  readonly height: number;
  readonly inSight: readonly { readonly index: number; readonly start: number }[];
  readonly pageSize: () => number;
  /** Brings a row into sight and gives it the focus. */
  readonly focus: (index: number) => void;
}

const remInPixels = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

export function useLedgerRows({
  scroller,
  count,
  current,
  twoLines,
}: {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly count: number;
  readonly current: number;
  readonly twoLines: boolean;
}): LedgerRows {
  const scale = useScale();
  const rowHeight = (twoLines ? ROW_OF_TWO_LINES : ROW) * remInPixels();

  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    initialRect: FIRST_SIGHT,
    overscan: 6,
    scrollPaddingStart: HEAD * remInPixels(),
    // The current row stays in the document: it may have the focus.
    rangeExtractor: range => {
      const rows = defaultRangeExtractor(range);
      return current < 0 || current >= count || rows.includes(current)
        ? rows
        : [...rows, current].sort((one, other) => one - other);
    },
  });

  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight, scale]);

  // A row chosen from outside (Alt+↓ on the case page) is in sight when one comes back to the list. Rows that are
  // added meanwhile move nothing.
  const isThere = current >= 0 && current < count;
  useEffect(() => {
    if (isThere) virtualizer.scrollToIndex(current, { align: 'auto' });
  }, [virtualizer, current, isThere]);

  return {
    height: virtualizer.getTotalSize(),
    inSight: virtualizer.getVirtualItems(),
    pageSize: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2),
    focus: index => {
      virtualizer.scrollToIndex(index, { align: 'auto' });
      requestAnimationFrame(() =>
        scroller.current
          ?.querySelector<HTMLElement>(`[data-index="${index}"]`)
          ?.focus({ preventScroll: true }),
      );
    },
  };
}

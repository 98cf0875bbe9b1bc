import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
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
  /** Becomes the current row by a click: nothing is scrolled for it. */
  readonly pointAt: (index: number) => void;
  /** Brings a row into sight and gives it the focus. */
  readonly focus: (index: number) => void;
}

const remInPixels = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

export function useLedgerRows({
  scroller,
  count,
  current,
  twoLines,
  cameBackTo,
}: {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly count: number;
  readonly current: number;
  readonly twoLines: boolean;
  readonly cameBackTo: { readonly top: number } | undefined;
}): LedgerRows {
  const scale = useScale();
  const rowHeight = (twoLines ? ROW_OF_TWO_LINES : ROW) * remInPixels();

  const head = HEAD * remInPixels();
  // The row under the hand stays there, also one that is cut off: a second click is for it.
  const pointed = useRef<number | undefined>(undefined);

  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    initialRect: FIRST_SIGHT,
    initialOffset: cameBackTo?.top ?? 0,
    overscan: 6,
    // The head takes its room above the rows, and sticks there over them.
    scrollMargin: head,
    scrollPaddingStart: head,
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
    const isUnderHand = pointed.current === current;
    pointed.current = undefined;
    if (isThere && !isUnderHand) virtualizer.scrollToIndex(current, { align: 'auto' });
  }, [virtualizer, current, isThere]);

  const focus = (index: number): void => {
    virtualizer.scrollToIndex(index, { align: 'auto' });
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true }),
    );
  };

  // The page that was left took the focus along; whoever has it now, because they came another way, keeps it.
  const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;
  useEffect(() => {
    if (cameBackTo && isThere && isLost()) focus(current);
    // Once, when one comes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  return {
    height: virtualizer.getTotalSize(),
    inSight: virtualizer.getVirtualItems().map(({ index, start }) => ({ index, start: start - head })),
    pointAt: index => {
      pointed.current = index;
    },
    pageSize: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2),
    focus,
  };
}

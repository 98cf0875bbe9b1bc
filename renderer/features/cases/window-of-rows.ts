import { useEffect, useMemo, useRef, useState } from 'react';
import type { CaseId } from '#shared/core/ids.ts';

/** Rows are fetched in pages of this many, so that scrolling a little asks for nothing new. */
const PAGE = 50;

export interface WindowOfRows {
  readonly ids: readonly CaseId[];
  /** Called while drawing for every row that is drawn. */
  readonly touch: (index: number) => void;
}

/** Which of all the cases have to be fetched: the pages around the rows that are drawn. */
export function useWindowOfRows(all: readonly CaseId[]): WindowOfRows {
  const touched = useRef({ first: Infinity, last: -1 });
  const [pages, setPages] = useState({ first: 0, last: 0 });

  // After every drawing: which rows were drawn is known only then. Nothing is set while the pages stay the same.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => {
    const { first, last } = touched.current;
    touched.current = { first: Infinity, last: -1 };
    if (last < 0) return;
    const next = { first: Math.floor(first / PAGE), last: Math.floor(last / PAGE) };
    setPages(present => (present.first === next.first && present.last === next.last ? present : next));
  });

  const ids = useMemo(() => all.slice(pages.first * PAGE, (pages.last + 1) * PAGE), [all, pages]);
  const touch = useMemo(
    () =>
      (index: number): void => {
        touched.current.first = Math.min(touched.current.first, index);
        touched.current.last = Math.max(touched.current.last, index);
      },
    [],
  );
  return { ids, touch };
}

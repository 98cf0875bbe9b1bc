import { useEffect, useMemo, useRef, useState } from 'react';
import type { CaseId } from '#shared/core/ids.ts';

/** Rows are fetched in pages of this many, so that scrolling a little asks for nothing new. */
const PAGE = 50;

export interface WindowOfRows {
  readonly ids: readonly CaseId[];
  /** Called while drawing for every row that is drawn. */
  readonly touch: (index: number) => void;
}

/**
 * Which of all the cases have to be fetched: the pages of the rows that are drawn. The row somebody is at is drawn
 * wherever it is, so what lies between it and those in sight is not among them.
 */
export function useWindowOfRows(all: readonly CaseId[]): WindowOfRows {
  const touched = useRef(new Set<number>());
  const [pages, setPages] = useState<readonly number[]>([0]);

  // After every drawing: which rows were drawn is known only then. Nothing is set while the pages stay the same.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => {
    const next = [...touched.current].sort((one, other) => one - other);
    touched.current = new Set();
    if (next.length === 0) return;
    setPages(present => (present.join() === next.join() ? present : next));
  });

  const ids = useMemo(() => pages.flatMap(page => all.slice(page * PAGE, (page + 1) * PAGE)), [all, pages]);
  const touch = useMemo(
    () =>
      (index: number): void => {
        touched.current.add(Math.floor(index / PAGE));
      },
    [],
  );
  return { ids, touch };
}

import { useMemo, useState } from 'react';
import type { LedgerTicks } from './ledger.columns.ts';

export interface TickedRows<Row> {
  readonly ticks: LedgerTicks;
  /** In the order of the list. */
  readonly rows: readonly Row[];
  readonly clear: () => void;
}

const all = (): boolean => true;
const nothing = (): void => undefined;

/** Which rows of a list that changes by itself are chosen: one that is gone is chosen no more. */
export function useRowTicks<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  /** Those that can be chosen; the person is told of the others. Neither hangs on more than the row. */
  mayTick: (row: Row) => boolean = all,
  onRefused: (row: Row) => void = nothing,
): TickedRows<Row> {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  // A hundred thousand rows are walked when the list or the choice changes, not when the page is drawn: whether a
  // row may be chosen hangs on the row alone.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const open = useMemo(() => (mayTick === all ? rows : rows.filter(mayTick)), [rows]);
  const chosen = useMemo(
    () => (keys.size === 0 ? [] : open.filter(row => keys.has(keyOf(row)))),
    // As above: what a row is called hangs on the row alone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [open, keys],
  );
  const isAll = open.length > 0 && chosen.length === open.length;
  const tick = (added: readonly Row[], removed: readonly Row[] = []): void => {
    const next = new Set(chosen.map(keyOf));
    for (const row of added) if (mayTick(row)) next.add(keyOf(row));
    for (const row of removed) next.delete(keyOf(row));
    setKeys(next);
    const refused = added.find(row => !mayTick(row));
    if (refused !== undefined) onRefused(refused);
  };
  const at = (index: number): readonly Row[] => rows.slice(index, index + 1);
  const isTicked = (index: number): boolean => at(index).some(row => mayTick(row) && keys.has(keyOf(row)));
  const clear = (): void => setKeys(new Set());
  return {
    rows: chosen,
    clear,
    ticks: {
      isTicked,
      onTick: index => (isTicked(index) ? tick([], at(index)) : tick(at(index))),
      all: isAll,
      onTickAll: () => (isAll ? clear() : setKeys(new Set(open.map(keyOf)))),
      onExtend: (from, to) => tick([...at(from), ...(from === to ? [] : at(to))]),
    },
  };
}

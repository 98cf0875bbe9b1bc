import { useState } from 'react';
import type { LedgerTicks } from '#renderer/ui/table/ledger.columns.ts';

interface Ticked<Row> {
  readonly ticks: LedgerTicks;
  /** In the order of the list. */
  readonly rows: readonly Row[];
  readonly clear: () => void;
}

/** Which rows of a list that changes by itself are chosen: one that is gone is chosen no more. */
export function useRowTicks<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  /** Those that can be chosen; the person is told of the others. */
  mayTick: (row: Row) => boolean = () => true,
  onRefused: (row: Row) => void = () => undefined,
): Ticked<Row> {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const open = rows.filter(mayTick);
  const chosen = open.filter(row => keys.has(keyOf(row)));
  const all = open.length > 0 && chosen.length === open.length;
  const tick = (added: readonly Row[], removed: readonly Row[] = []): void => {
    const next = new Set([...chosen, ...added.filter(mayTick)].map(keyOf));
    for (const row of removed) next.delete(keyOf(row));
    setKeys(next);
    const refused = added.find(row => !mayTick(row));
    if (refused) onRefused(refused);
  };
  const at = (index: number): readonly Row[] => rows.slice(index, index + 1);
  return {
    rows: chosen,
    clear: () => setKeys(new Set()),
    ticks: {
      isTicked: index => at(index).some(row => mayTick(row) && keys.has(keyOf(row))),
      onTick: index => (chosen.includes(rows[index] as Row) ? tick([], at(index)) : tick(at(index))),
      all,
      onTickAll: () => (all ? setKeys(new Set()) : setKeys(new Set(open.map(keyOf)))),
      onExtend: (from, to) => tick([...at(from), ...(from === to ? [] : at(to))]),
    },
  };
}

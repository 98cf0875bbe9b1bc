import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useRemWidth } from '#renderer/ui/theme/use-rem-width.ts';
import {
  columnsFor,
  TWO_LINES_UNDER,
  tracksOf,
  type LedgerColumn,
  type LedgerSort,
  type LedgerTicks,
} from './ledger.columns.ts';
import { LedgerHead } from './ledger-head.tsx';
import { LedgerRow } from './ledger-row.tsx';
import './ledger-table.css';
import { useLedgerRows } from './use-ledger-rows.ts';

export interface LedgerTableProps<Row> {
  readonly label: string;
  /** Other rows are coming: what is under the hand now may be gone in a moment. */
  readonly busy?: boolean | undefined;
  readonly columns: readonly LedgerColumn<Row>[];
  readonly count: number;
  /** undefined while the row is being fetched. */
  readonly rowAt: (index: number) => Row | undefined;
  /** The row one is at; it keeps the focus even when it is scrolled away. */
  readonly current: number;
  readonly onCurrentChange: (index: number) => void;
  /** Enter, or a double click; with how far the table is scrolled, in pixels. */
  readonly onOpen: (index: number, top: number) => void;
  /** It was left by opening a row: it begins scrolled so far, with the focus on the current row unless it is elsewhere. */
  readonly cameBackTo?: { readonly top: number } | undefined;
  readonly ticks?: LedgerTicks | undefined;
  readonly sort?: LedgerSort | undefined;
  readonly onSort?: ((sort: LedgerSort) => void) | undefined;
}

/** One line a row, a head that stays, and any number of rows of which only those in sight exist. */
export function LedgerTable<Row>(props: LedgerTableProps<Row>): ReactNode {
  const { label, columns, count, rowAt, current, onCurrentChange, ticks, sort, onSort } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const room = useRemWidth(scroller);
  const twoLines = room < TWO_LINES_UNDER;
  const shown = columnsFor(columns, room, ticks !== undefined);
  const rows = useLedgerRows({ scroller, count, current, twoLines, cameBackTo: props.cameBackTo });
  const onOpen = (index: number): void => props.onOpen(index, scroller.current?.scrollTop ?? 0);

  const go = (index: number): void => {
    const next = Math.max(0, Math.min(count - 1, index));
    onCurrentChange(next);
    rows.focus(next);
  };

  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => go(current + 1),
    ArrowUp: () => go(current - 1),
    PageDown: () => go(current + rows.pageSize()),
    PageUp: () => go(current - rows.pageSize()),
    Home: () => go(0),
    End: () => go(count - 1),
    Enter: () => onOpen(current),
    ' ': () => ticks?.onTick(current),
  };

  const extend = (by: 1 | -1): void => {
    const next = Math.max(0, Math.min(count - 1, current + by));
    ticks?.onExtend?.(current, next);
    go(next);
  };

  const ticksBy = (event: KeyboardEvent): (() => void) | undefined => {
    if (ticks === undefined) return undefined;
    if (event.ctrlKey && event.key.toLowerCase() === 'a') return ticks.onTickAll;
    if (!event.shiftKey || ticks.onExtend === undefined) return undefined;
    if (event.key === 'ArrowDown') return () => extend(1);
    return event.key === 'ArrowUp' ? () => extend(-1) : undefined;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const onRow = event.target instanceof HTMLElement && event.target.role === 'row';
    const ticking = onRow ? ticksBy(event) : undefined;
    if (ticking !== undefined) {
      event.preventDefault();
      ticking();
      return;
    }
    const move = moves[event.key];
    if (!onRow || move === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    move();
  };

  return (
    <div
      className={`ui-ledger scroll ${twoLines ? 'ui-ledger-two-lines' : ''}`}
      ref={scroller}
      // The arrows move over its rows: in a table a screen reader would keep them to itself.
      role="grid"
      aria-label={label}
      aria-busy={props.busy === true || undefined}
      aria-multiselectable={ticks === undefined ? undefined : true}
      aria-rowcount={count + 1}
      style={{ '--ui-columns': tracksOf(shown, ticks !== undefined) } as Record<string, string>}
    >
      <LedgerHead columns={shown} sort={sort} onSort={onSort} ticks={ticks} />
      <div className="ui-ledger-body" role="rowgroup" style={{ height: rows.height }} onKeyDown={onKeyDown}>
        {rows.inSight.map(({ index, start }) => {
          const row = rowAt(index);
          return (
            <LedgerRow
              // By its place: made anew when it has been fetched, it would lose the focus.
              key={index}
              index={index}
              start={start}
              row={row}
              columns={shown}
              isCurrent={index === current}
              ticks={ticks}
              onCurrent={() => {
                if (index !== current) rows.pointAt(index);
                onCurrentChange(index);
              }}
              onOpen={() => onOpen(index)}
            />
          );
        })}
      </div>
    </div>
  );
}

import type { ReactNode } from 'react';

export interface LedgerColumn<Row> {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Width in rem; a growing column has at least this much. */
  readonly width: number;
  readonly grows?: boolean | undefined;
  /** Folds away when the table gets narrow, 1 first. Number, deadline, person and matter have none: they stay. */
  readonly fold?: number | undefined;
  /** How each order is said: 先到期的在前 · 后到期的在前. Without it the table cannot be sorted by this column. */
  readonly orders?: { readonly ascending: string; readonly descending: string } | undefined;
  /** Smaller and quieter. */
  readonly quiet?: boolean | undefined;
}

export interface LedgerSort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

export interface LedgerTicks {
  readonly isTicked: (index: number) => boolean;
  readonly onTick: (index: number) => void;
  readonly all: boolean;
  readonly onTickAll: () => void;
  /** Shift and an arrow: both rows are ticked, whatever they were. */
  readonly onExtend?: ((from: number, to: number) => void) | undefined;
}

const GAP = 0.75;
const PADDING = 2.75;
export const TICK_WIDTH = 1.125;
/** Under this many rem a row has two lines. */
export const TWO_LINES_UNDER = 46;

const widthOf = <Row>(columns: readonly LedgerColumn<Row>[], ticks: boolean): number =>
  columns.reduce((sum, column) => sum + column.width + GAP, PADDING + (ticks ? TICK_WIDTH + GAP : 0) - GAP);

/** The columns that have room, in their order. */
export function columnsFor<Row>(
  columns: readonly LedgerColumn<Row>[],
  room: number,
  ticks: boolean,
): readonly LedgerColumn<Row>[] {
  const folding = columns
    .filter(column => column.fold !== undefined)
    .sort((one, other) => (one.fold ?? 0) - (other.fold ?? 0));
  let shown = columns;
  for (const column of folding) {
    if (widthOf(shown, ticks) <= room) break;
    shown = shown.filter(other => other !== column);
  }
  return shown;
}

/** As `grid-template-columns`. */
export function tracksOf<Row>(columns: readonly LedgerColumn<Row>[], ticks: boolean): string {
  const tracks = columns.map(({ width, grows = false }) =>
    grows ? `minmax(${width}rem, 1fr)` : `${width}rem`,
  );
  return [...(ticks ? [`${TICK_WIDTH}rem`] : []), ...tracks].join(' ');
}

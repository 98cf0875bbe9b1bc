import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tick } from '#renderer/ui/paper-form/tick.tsx';
import type { LedgerColumn, LedgerSort, LedgerTicks } from './ledger.columns.ts';

export interface LedgerHeadProps<Row> {
  readonly columns: readonly LedgerColumn<Row>[];
  readonly sort: LedgerSort | undefined;
  readonly onSort: ((sort: LedgerSort) => void) | undefined;
  readonly ticks: LedgerTicks | undefined;
}

export function LedgerHead<Row>({ columns, sort, onSort, ticks }: LedgerHeadProps<Row>): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <div className="ui-ledger-head" role="rowgroup">
      <div className="ui-ledger-line" role="row" aria-rowindex={1}>
        {ticks !== undefined && (
          <span role="columnheader" className="ui-ledger-tick">
            <Tick
              type="checkbox"
              label={t('table.selectAll')}
              hideLabel
              checked={ticks.all}
              onChange={ticks.onTickAll}
            />
          </span>
        )}
        {columns.map(column => {
          const direction = sort?.column === column.id ? sort.direction : undefined;
          return (
            <span
              key={column.id}
              role="columnheader"
              aria-sort={direction}
              data-grows={column.grows}
              className="ui-ledger-cell"
            >
              {column.orders === undefined || onSort === undefined ? (
                column.head
              ) : (
                <SortButton column={column} orders={column.orders} direction={direction} onSort={onSort} />
              )}
            </span>
          );
        })}
      </div>
    </div>
  );
}

function SortButton<Row>({
  column,
  orders,
  direction,
  onSort,
}: {
  readonly column: LedgerColumn<Row>;
  readonly orders: NonNullable<LedgerColumn<Row>['orders']>;
  readonly direction: LedgerSort['direction'] | undefined;
  readonly onSort: (sort: LedgerSort) => void;
}): ReactNode {
  const next = direction === 'ascending' ? 'descending' : 'ascending';
  return (
    <button
      type="button"
      className="ui-ledger-sort"
      data-on={direction}
      onClick={() => onSort({ column: column.id, direction: next })}
    >
      {column.head}
      {direction !== undefined && (
        <>
          {direction === 'ascending' ? (
            <IconArrowUp size={16} aria-hidden />
          ) : (
            <IconArrowDown size={16} aria-hidden />
          )}
          <span>{orders[direction]}</span>
        </>
      )}
    </button>
  );
}

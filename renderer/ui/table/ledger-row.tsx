import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tick } from '#renderer/ui/paper-form/tick.tsx';
import type { LedgerColumn, LedgerTicks } from './ledger.columns.ts';

export interface LedgerRowProps<Row> {
  readonly index: number;
  /** Pixels from the top of the body. */
  readonly start: number;
  readonly row: Row | undefined;
  readonly columns: readonly LedgerColumn<Row>[];
  readonly isCurrent: boolean;
  readonly ticks: LedgerTicks | undefined;
  readonly onCurrent: () => void;
  readonly onOpen: () => void;
}

export function LedgerRow<Row>(props: LedgerRowProps<Row>): ReactNode {
  const { index, start, row, columns, isCurrent, ticks, onCurrent, onOpen } = props;
  const { t } = useTranslation('ui');
  const isTicked = ticks?.isTicked(index) === true;
  return (
    <div
      className="ui-ledger-line ui-ledger-row"
      role="row"
      data-index={index}
      data-on={isCurrent || isTicked || undefined}
      aria-rowindex={index + 2}
      aria-current={isCurrent || undefined}
      aria-selected={ticks === undefined ? undefined : isTicked}
      aria-busy={row === undefined || undefined}
      tabIndex={isCurrent ? 0 : -1}
      style={{ transform: `translateY(${start}px)` }}
      onClick={onCurrent}
      onDoubleClick={onOpen}
    >
      {ticks !== undefined && (
        <span role="gridcell" className="ui-ledger-tick">
          <Tick
            type="checkbox"
            label={t('table.select')}
            hideLabel
            tabIndex={-1}
            checked={isTicked}
            onChange={() => ticks.onTick(index)}
          />
        </span>
      )}
      {columns.map(column => (
        <Cell key={column.id} column={column} row={row} />
      ))}
    </div>
  );
}

interface CellProps<Row> {
  readonly column: LedgerColumn<Row>;
  readonly row: Row | undefined;
}

function Cell<Row>({ column, row }: CellProps<Row>): ReactNode {
  const { t } = useTranslation('ui');
  const content =
    row === undefined ? <span className="ui-ledger-awaited">{t('table.loading')}</span> : column.cell(row);
  return (
    <span
      role="gridcell"
      // What one line cuts off can be read by pointing at it.
      title={typeof content === 'string' ? content : undefined}
      data-grows={column.grows}
      data-folds={column.fold !== undefined || undefined}
      className={`ui-ledger-cell clip ${column.quiet === true ? 'ui-ledger-quiet' : ''}`}
    >
      {content}
    </span>
  );
}

import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../button/act-button.tsx';
import './table-cell.css';
import { useCellGroup } from './cell.context.ts';

export interface TableColumn {
  readonly key: string;
  readonly label: string;
  readonly options?: readonly string[] | undefined;
}

type Row = Readonly<Record<string, string>>;

export interface TableCellProps {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly Row[];
  readonly onRowsChange: (rows: Row[]) => void;
  /** The button that adds a row: there is always one. */
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

/** Several of one kind, a row each: people who complain together, pieces of evidence. */
export function TableCell({ columns, rows, onRowsChange, ref }: TableCellProps): ReactNode {
  const { t } = useTranslation('ui');
  const group = useCellGroup(undefined);
  const set = (at: number, key: string, text: string): void =>
    onRowsChange(rows.map((row, index) => (index === at ? { ...row, [key]: text } : row)));
  return (
    <div role="group" className="ui-table-cell" {...group}>
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              {columns.map(({ key, label }) => (
                <th key={key}>{label}</th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {columns.map(({ key, label, options }) => (
                  <td key={key}>
                    <input
                      className="ui-cell"
                      autoComplete="off"
                      maxLength={200}
                      list={options ? `${key}-choices` : undefined}
                      aria-label={t('tableCell.cell', { row: index + 1, column: label })}
                      value={row[key] ?? ''}
                      onChange={event => set(index, key, event.currentTarget.value)}
                    />
                  </td>
                ))}
                <td>
                  <button
                    type="button"
                    className="ui-table-cell-remove"
                    aria-label={t('tableCell.remove', { row: index + 1 })}
                    onClick={() => onRowsChange(rows.filter((_, at) => at !== index))}
                  >
                    <IconX size={16} aria-hidden />
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {columns.map(({ key, options }) => (
        <datalist key={key} id={`${key}-choices`}>
          {(options ?? []).map(option => (
            <option key={option} value={option} />
          ))}
        </datalist>
      ))}
      <ActButton
        ref={ref}
        size="small"
        rank="text"
        icon={<IconPlus size={16} aria-hidden />}
        onClick={() => onRowsChange([...rows, {}])}
      >
        {t('tableCell.add')}
      </ActButton>
    </div>
  );
}

import { IconChevronDown } from '@tabler/icons-react';
import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './cell.css';
import { useCellControl } from './cell.context.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface SelectCellProps extends Omit<ComponentProps<'select'>, 'children' | 'multiple'> {
  readonly options: readonly Choice[];
  /** Shown while nothing is chosen; null where something always is. */
  readonly empty?: string | null | undefined;
}

/** A choice from a list too long for ticks; opened and searched by the system's own keys. */
export function SelectCell({ id, options, empty, className = '', ...rest }: SelectCellProps): ReactNode {
  const { t } = useTranslation('ui');
  const links = useCellControl(id);
  return (
    <div className="ui-cell-select">
      <select autoComplete="off" {...links} {...rest} className={`ui-cell ${className}`}>
        {empty !== null && <option value="">{empty ?? t('form.choose')}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <IconChevronDown size={18} aria-hidden />
    </div>
  );
}

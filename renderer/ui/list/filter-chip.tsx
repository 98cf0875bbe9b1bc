import { IconChevronDown, IconFilter, IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './filter-chip.css';

export interface FilterChipProps {
  /** 登记日 */
  readonly name: string;
  /** 2026年10月; or 全部, 不限 while it holds nothing back. */
  readonly value: string;
  /** Opens the choice of values. */
  readonly onChange?: (() => void) | undefined;
  /** Takes the condition away; so does Delete. */
  readonly onRemove?: (() => void) | undefined;
  readonly expanded?: boolean | undefined;
}

/** One condition of a list, in words. */
export function FilterChip({ name, value, onChange, onRemove, expanded }: FilterChipProps): ReactNode {
  const { t } = useTranslation('ui');
  const words = (
    <>
      {name} <b>{value}</b>
    </>
  );
  return (
    <span
      className="ui-chip"
      onKeyDown={event => {
        if (event.key !== 'Delete' && event.key !== 'Backspace') return;
        event.preventDefault();
        onRemove?.();
      }}
    >
      {onChange === undefined ? (
        <span className="ui-chip-words">{words}</span>
      ) : (
        <button
          type="button"
          className="ui-chip-words"
          aria-haspopup="dialog"
          aria-expanded={expanded}
          onClick={onChange}
        >
          {words}
          <IconChevronDown size={16} aria-hidden />
        </button>
      )}
      {onRemove !== undefined && (
        <button
          type="button"
          className="ui-chip-remove"
          aria-label={t('chip.remove', { name, value })}
          onClick={onRemove}
        >
          <IconX size={16} aria-hidden />
        </button>
      )}
    </span>
  );
}

export interface FilterLineProps {
  readonly children: ReactNode;
  readonly addLabel?: string | undefined;
  readonly onAdd?: (() => void) | undefined;
  /** Before the amount, not spoken: what goes on meanwhile. */
  readonly aside?: string | undefined;
  /** How many rows are left, in words: 155 件. Spoken when it changes. */
  readonly amount?: string | undefined;
}

/** The chips of a list in one line, the way to one more, and what is left. */
export const FilterLine = ({ children, addLabel, onAdd, aside, amount }: FilterLineProps): ReactNode => (
  <div className="ui-chips">
    <IconFilter size={18} aria-hidden />
    {children}
    {onAdd !== undefined && (
      <button type="button" className="ui-chip ui-chip-add" onClick={onAdd}>
        <IconPlus size={16} aria-hidden />
        {addLabel}
      </button>
    )}
    {aside !== undefined && <span className="ui-chips-aside">{aside}</span>}
    <span className="ui-chips-amount" role="status">
      {amount}
    </span>
  </div>
);

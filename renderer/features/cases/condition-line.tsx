import { IconColumns3, IconPlus } from '@tabler/icons-react';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { kindsOf, without, type CaseConditions, type ConditionKind } from '#shared/list/case.conditions.ts';
import type { IndexProgress } from '#renderer/db/search/case-index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { FilterChip, FilterLine } from '#renderer/ui/list/filter-chip.tsx';
import { useConditionWords } from './condition-words.ts';

export interface ConditionLineProps {
  readonly conditions: CaseConditions;
  readonly onChange: (conditions: CaseConditions) => void;
  /** Opens the dialog, at one of them. */
  readonly onOpen: (kind?: ConditionKind) => void;
  readonly add: Command;
  readonly columns: Command;
  /** How many cases are listed; undefined while that is not known. */
  readonly count: number | undefined;
  /** How far the cases have been read for the search, while that goes on. */
  readonly progress: IndexProgress | undefined;
}

/** The conditions in force, each to be changed or taken away, and how many cases they leave. */
export function ConditionLine(props: ConditionLineProps): ReactNode {
  const { conditions, onChange, onOpen, add, columns, count, progress } = props;
  const { t } = useTranslation('cases');
  const { t: search } = useTranslation('search');
  const words = useConditionWords();
  const line = useRef<HTMLDivElement>(null);
  const kinds = kindsOf(conditions);
  const change = (next: CaseConditions): void => {
    onChange(next);
    // The chip that had the focus is gone.
    line.current?.querySelector<HTMLElement>('.cases-add')?.focus();
  };
  return (
    <div ref={line} className="cases-conditions">
      <FilterLine
        aside={progress && search('indexing', { ...progress })}
        amount={count === undefined ? '' : t('amount', { count })}
      >
        {kinds.map(kind => (
          <FilterChip
            key={kind}
            name={words.nameOf(kind)}
            value={words.valueOf(conditions, kind)}
            onChange={() => onOpen(kind)}
            onRemove={() => change(without(conditions, kind))}
          />
        ))}
        <ActButton
          size="small"
          className="cases-add"
          icon={<IconPlus size={16} aria-hidden />}
          command={add}
        />
        {kinds.length > 1 && (
          <ActButton rank="text" size="small" onClick={() => change({})}>
            {t('condition.removeAll')}
          </ActButton>
        )}
        <ActButton rank="text" size="small" icon={<IconColumns3 size={16} aria-hidden />} command={columns} />
      </FilterLine>
    </div>
  );
}

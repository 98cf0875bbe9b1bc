import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './key-groups.css';

export interface KeyGroupsProps {
  readonly label: string;
  /** Eight groups of four: written on paper four to a line. */
  readonly groups: readonly string[];
}

/** The recovery key as it is copied onto paper: in groups that have a number. */
export function KeyGroups({ label, groups }: KeyGroupsProps): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <ol className="ui-key-groups" aria-label={label}>
      {groups.map((group, index) => (
        <li key={`${index}${group}`}>
          <span className="sr">{t('keys.group', { nth: index + 1 })} </span>
          {group}
        </li>
      ))}
    </ol>
  );
}

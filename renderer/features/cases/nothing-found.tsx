import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { EmptyState } from '#renderer/ui/notice/empty-state.tsx';
import type { FoundInList } from './found-in-list.ts';

export interface NothingFoundProps {
  readonly found: FoundInList;
  readonly typed: string;
  /** Name of the list at hand. */
  readonly view: string;
  readonly onShowAll: () => void;
  readonly onClear: () => void;
}

/** Why nothing is shown: there is none here but elsewhere, none at all, or not all was read yet. */
export function NothingFound({ found, typed, view, onShowAll, onClear }: NothingFoundProps): ReactNode {
  const { t } = useTranslation('search');
  const { building } = found;
  const count = found.all.length;
  if (count > 0)
    return (
      <EmptyState
        title={t('noneHere', { view, typed })}
        nearby={t('elsewhere', { count })}
        acts={
          <ActButton rank="filled" onClick={onShowAll}>
            {t('showAll', { count })}
          </ActButton>
        }
      />
    );
  return (
    <EmptyState
      title={t(building ? 'noneSoFar' : 'none', { typed })}
      nearby={t(building ? 'noneYet' : 'noneNext')}
      acts={<ActButton onClick={onClear}>{t('clearField')}</ActButton>}
    />
  );
}

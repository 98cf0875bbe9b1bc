import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseConditions, ConditionKind } from '#shared/list/case.conditions.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { EmptyState } from '#renderer/ui/notice/empty-state.tsx';
import { useConditionWords } from './condition-words.ts';
import type { Relief } from './use-case-list.ts';

export interface NothingListedProps {
  readonly conditions: CaseConditions;
  readonly typed: string;
  /** Name of the list at hand. */
  readonly view: string;
  readonly relief: Relief;
  readonly onRemove: (kind: ConditionKind) => void;
  readonly onRemoveAll: () => void;
}

/** That the conditions hold everything back, and what each of them does. */
export function NothingListed(props: NothingListedProps): ReactNode {
  const { conditions, typed, view, relief, onRemove, onRemoveAll } = props;
  const { t } = useTranslation('cases');
  const words = useConditionWords();
  const count = Object.keys(conditions).length;
  const of = t('nothing.conditions', { count });
  const title = typed === '' ? t('nothing.title', { of }) : t('nothing.titleTyped', { of, typed });
  return (
    <EmptyState
      title={title}
      nearby={t(relief.all > 0 ? 'nothing.without' : 'nothing.none', { view, count: relief.all })}
      acts={
        <>
          {relief.all > 0 && (
            <ActButton rank="filled" onClick={onRemoveAll}>
              {t('nothing.removeAll', { count: relief.all })}
            </ActButton>
          )}
          {count > 1 &&
            relief.each.map(each => (
              <ActButton key={each.kind} onClick={() => onRemove(each.kind)}>
                {t('nothing.remove', {
                  ...{ name: words.nameOf(each.kind), value: words.valueOf(conditions, each.kind) },
                  count: each.count,
                })}
              </ActButton>
            ))}
          {relief.all === 0 && <ActButton onClick={onRemoveAll}>{t('condition.removeAll')}</ActButton>}
        </>
      }
    />
  );
}

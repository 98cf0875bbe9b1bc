import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenDateTime } from '#shared/calendar/chinese-date.ts';
import type { Override } from '#shared/case/office.state.ts';
import type { Language } from '#shared/core/text.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';

export interface OwnCellProps {
  /** What is set, in words. */
  readonly name: string;
  /** The last word of the office; undefined where the pack holds. */
  readonly own: Pick<Override, 'at' | 'by' | 'reason'> | undefined;
  readonly language: Language;
  /** Left out for whoever may not change it. */
  readonly onChange?: (() => void) | undefined;
}

/** Why the office departs from the pack, who said so and since when; and the button that changes it. */
export function OwnCell({ name, own, language, onChange }: OwnCellProps): ReactNode {
  const { t } = useTranslation('procedures');
  return (
    <>
      {own && (
        <div>
          {own.reason}
          <div className="procedure-quiet">
            {t('ownBy', { by: own.by, at: writtenDateTime(own.at, language) })}
          </div>
        </div>
      )}
      {onChange && (
        <ActButton size="small" aria-label={t('setTitle', { name })} onClick={onChange}>
          {t('set')}
        </ActButton>
      )}
    </>
  );
}

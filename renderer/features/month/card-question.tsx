import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import type { OtherCard } from './other-card.ts';

export interface CardQuestionProps {
  readonly card: OtherCard;
  readonly onReplace: () => void;
  readonly onKeep: () => void;
}

const LINES = ['name', 'address', 'signing', 'bundle', 'sealed'] as const;

/** Another headquarters' card in place of the one in use: both side by side, and which of them holds. */
export function CardQuestion({ card, onReplace, onKeep }: CardQuestionProps): ReactNode {
  const { t } = useTranslation('month');
  return (
    <Dialog
      open
      onClose={onKeep}
      title={t('otherCard.title')}
      acts={
        <>
          <ActButton rank="filled" data-autofocus onClick={onKeep}>
            {t('otherCard.keep', { name: card.old.name })}
          </ActButton>
          <ActButton onClick={onReplace}>{t('otherCard.replace')}</ActButton>
        </>
      }
    >
      <p>{t('otherCard.what')}</p>
      <table className="month-table month-cards" aria-label={t('otherCard.rows')}>
        <thead>
          <tr>
            <th scope="col">{t('otherCard.row')}</th>
            <th scope="col">{t('otherCard.old')}</th>
            <th scope="col">{t('otherCard.new')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {LINES.map(line => (
            <tr key={line}>
              <th scope="row">{t(`otherCard.${line}`)}</th>
              <td>{card.old[line] || t('otherCard.noAddress')}</td>
              <td>{card.new[line] || t('otherCard.noAddress')}</td>
              <td>
                {card.old[line] === card.new[line] ? t('otherCard.same') : <b>{t('otherCard.differs')}</b>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}

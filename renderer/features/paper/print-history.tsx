import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentState } from '#shared/case/case.state.ts';
import type { DocumentId } from '#shared/core/ids.ts';
import { dateOf, timeOf } from '#shared/core/instant.ts';
import { monthDay } from '#renderer/i18n/day-words.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';

export interface PrintHistoryProps {
  /** All documents of this form. */
  readonly documents: readonly DocumentState[];
  /** The one on the screen. */
  readonly shown: DocumentState | undefined;
  readonly onShow: (document: DocumentId) => void;
}

/** Who printed this paper, when and how many; what was printed before a change can still be looked at. */
export function PrintHistory({ documents, shown, onShow }: PrintHistoryProps): ReactNode {
  const { t } = useTranslation('paper');
  const { t: ui } = useTranslation('ui');
  const prints = documents
    .flatMap(document => document.prints.map(print => ({ ...print, document: document.id })))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const nth = (shown?.prints.length ?? 0) + 1;
  return (
    <div className="paper-fields">
      {prints.length === 0 ? (
        <p>{t('history.none')}</p>
      ) : (
        <ul className="paper-history">
          {prints.map(print => (
            <li key={`${print.document}${print.at}`}>
              <span className="num">{`${monthDay(ui, dateOf(print.at))} ${timeOf(print.at)}`}</span>
              <span>{print.by}</span>
              <span className="num">{t('history.copies', { copies: print.copies })}</span>
              {print.document !== shown?.id && (
                <span className="paper-other">
                  {t('history.other')}
                  <ActButton rank="text" size="small" onClick={() => onShow(print.document)}>
                    {t('history.show')}
                  </ActButton>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="paper-quiet">{nth > 1 ? t('history.reprint', { nth }) : t('history.first')}</p>
    </div>
  );
}

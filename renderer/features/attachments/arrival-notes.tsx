import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Progress } from '#renderer/ui/notice/progress.tsx';
import { sizeWords } from './size-words.ts';
import type { TakesIn } from './use-arrivals.ts';

/** What is coming in, and what did not. */
export function ArrivalNotes({ progress, notTaken, left, cancel, forget }: TakesIn): ReactNode {
  const { t } = useTranslation('attachments');
  const words = useFaultWords();
  return (
    <>
      {progress && (
        <Progress
          label={t('taking', { name: progress.name })}
          done={progress.done}
          total={progress.total}
          words={t('takingWords', {
            ...{ at: progress.at, count: progress.count },
            done: sizeWords(t, progress.done),
            total: sizeWords(t, progress.total),
          })}
          onCancel={cancel}
        />
      )}
      {left > 0 && <p role="status">{t('stopped', { count: left })}</p>}
      {notTaken.length > 0 && (
        <div role="alert" className="attach-refused">
          <ul>
            {notTaken.map(({ name, fault }, index) => (
              <li key={index}>
                <strong>{t('notTaken', { name })}</strong>
                <p>{words(fault).short}</p>
              </li>
            ))}
          </ul>
          <ActButton size="small" onClick={forget}>
            {t('forget')}
          </ActButton>
        </div>
      )}
    </>
  );
}

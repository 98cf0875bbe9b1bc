import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import './progress.css';

export interface ProgressProps {
  /** What is being done: 正在写到 U 盘. */
  readonly label: string;
  readonly done: number;
  /** null while nobody knows how much it will be. */
  readonly total: number | null;
  /** The numbers with their unit and what is left of time: 192 MB／310 MB，约 20 秒. Counts otherwise. */
  readonly words?: string | undefined;
  readonly onCancel?: (() => void) | undefined;
  /** What the way out is called where it is not a cancelling: 停下. */
  readonly cancelWords?: string | undefined;
}

/** For work of more than a second: words and numbers beside the bar, and a way out. */
export function Progress({ label, done, total, words, onCancel, cancelWords }: ProgressProps): ReactNode {
  const { t, i18n } = useTranslation('ui');
  const id = useId();
  const number = (value: number): string => value.toLocaleString(i18n.language);
  const shown =
    words ??
    (total === null ? number(done) : t('progress.count', { done: number(done), total: number(total) }));
  return (
    <div className="ui-progress">
      <div className="ui-progress-words">
        <span id={id}>{label}</span>
        <span className="num">{shown}</span>
      </div>
      <div className="ui-progress-line">
        <div
          className="ui-progress-bar keep-colors"
          role="progressbar"
          aria-labelledby={id}
          aria-valuemin={0}
          aria-valuemax={total ?? undefined}
          aria-valuenow={total === null ? undefined : done}
          aria-valuetext={shown}
        >
          {total !== null && total > 0 && (
            <span style={{ width: `${Math.min(100, (done / total) * 100)}%` }} />
          )}
        </div>
        {onCancel !== undefined && (
          <ActButton size="small" onClick={onCancel}>
            {cancelWords ?? t('progress.cancel')}
          </ActButton>
        )}
      </div>
    </div>
  );
}

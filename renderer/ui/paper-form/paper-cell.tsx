import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CellContext } from './cell.context.ts';

export interface PaperCellProps {
  /** Word for word as on the official form; also the name of the control. */
  readonly label: string;
  /** Small line under the label: （楼栋门牌）. */
  readonly hint?: string | undefined;
  /** The whole row; otherwise half of it. */
  readonly full?: boolean | undefined;
  /**
   * What to ask again; it never blocks. A cell that may ever warn is given null while it does not: then the room
   * is kept and nothing moves when the warning comes.
   */
  readonly warning?: string | null | undefined;
  /** What is missing or wrong when the main act was pressed. Stands in the room of the warning and before it. */
  readonly error?: string | null | undefined;
  /** One control that is the cell, and beside it perhaps a `TickOne` or a small `ActButton`. */
  readonly children: ReactNode;
}

/** A label cell and its value cell, which is the input. */
export function PaperCell({
  label,
  hint,
  full = false,
  warning,
  error,
  children,
}: PaperCellProps): ReactNode {
  const { t } = useTranslation('ui');
  const id = useId();
  const mayWarn = warning !== undefined || error !== undefined;
  const wrong = typeof error === 'string';
  const text = wrong ? error : warning;
  const tone = wrong ? 'wrong' : 'warned';
  const describedBy = [hint === undefined ? '' : `${id}h`, mayWarn ? `${id}w` : ''].filter(Boolean).join(' ');

  return (
    <CellContext
      value={{ controlId: `${id}c`, labelId: `${id}l`, describedBy: describedBy || undefined, wrong }}
    >
      <div className="ui-paper-label">
        <label id={`${id}l`} htmlFor={`${id}c`}>
          {label}
        </label>
        {hint !== undefined && <small id={`${id}h`}>{hint}</small>}
      </div>
      <div
        className={`ui-paper-value ${full ? 'ui-paper-full' : ''} ${mayWarn ? 'ui-paper-may-warn' : ''}`}
        data-tone={typeof text === 'string' ? tone : 'plain'}
      >
        <div className="ui-paper-controls">{children}</div>
        {mayWarn && (
          <div className="ui-paper-warning" id={`${id}w`} role="status">
            {typeof text === 'string' && (
              <>
                {wrong ? (
                  <IconAlertCircle size={18} aria-hidden />
                ) : (
                  <IconAlertTriangle size={18} aria-hidden />
                )}
                <span className="sr">{wrong ? t('form.missing') : t('form.warning')}</span>
                <span>{text}</span>
              </>
            )}
          </div>
        )}
      </div>
    </CellContext>
  );
}

import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CASE_COLUMNS,
  columnsInOrder,
  FREE_COLUMNS,
  LEAST_WIDTH,
  MOST_WIDTH,
  moved,
  USUAL_COLUMNS,
  type CaseColumnId,
  type CaseColumns,
  type FreeColumn,
} from '#shared/list/case-list.choices.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { Tick } from '#renderer/ui/paper-form/tick.tsx';
import { USUAL_WIDTH } from './case-columns.tsx';

export interface ColumnsDialogProps {
  readonly columns: CaseColumns;
  readonly onUse: (columns: CaseColumns) => void;
  readonly onClose: () => void;
}

type Typed = Readonly<Partial<Record<CaseColumnId, string>>>;

/** A width as it was typed; undefined for none that a column can have. */
function readWidth(typed: string): number | undefined {
  const width = Number(typed.normalize('NFKC').trim());
  return width >= LEAST_WIDTH && width <= MOST_WIDTH ? width : undefined;
}

const isFree = (id: CaseColumnId): id is FreeColumn => FREE_COLUMNS.some(free => free === id);

const isUsual = (order: readonly CaseColumnId[]): boolean => order.join() === CASE_COLUMNS.join();

/**
 * Which columns the list has, in which order, and how many characters each has room for: a character is as wide as a
 * rem.
 */
export function ColumnsDialog({ columns, onUse, onClose }: ColumnsDialogProps): ReactNode {
  const { t } = useTranslation('cases');
  const [shown, setShown] = useState<readonly FreeColumn[]>(columns.shown);
  const [order, setOrder] = useState(() => columnsInOrder(columns));
  const [typed, setTyped] = useState<Typed>(() =>
    Object.fromEntries(Object.entries(columns.widths).map(([id, width]) => [id, String(width)])),
  );
  const [wrong, setWrong] = useState<CaseColumnId>();
  const [told, setTold] = useState('');

  const use = (): void => {
    const widths: Partial<Record<CaseColumnId, number>> = {};
    for (const id of order) {
      const text = typed[id]?.trim() ?? '';
      if (text === '') continue;
      const width = readWidth(text);
      if (width === undefined) {
        setWrong(id);
        return;
      }
      if (width !== USUAL_WIDTH[id]) widths[id] = width;
    }
    onUse({
      ...{ shown: FREE_COLUMNS.filter(id => shown.includes(id)), widths },
      ...(isUsual(order) ? {} : { order: [...order] }),
    });
  };

  const move = (id: CaseColumnId, by: -1 | 1): void => {
    const next = moved(order, id, by);
    setOrder(next);
    setTold(t('columns.nowAt', { column: t(`column.${id}`), nth: next.indexOf(id) + 1 }));
  };
  const onKeyDown = (id: CaseColumnId) => (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    move(id, event.key === 'ArrowUp' ? -1 : 1);
  };

  return (
    <Dialog
      open
      onClose={onClose}
      width={44}
      title={t('columns.title')}
      acts={
        <>
          <ActButton rank="filled" onClick={use}>
            {t('columns.use')}
          </ActButton>
          <ActButton
            onClick={() => {
              setShown(USUAL_COLUMNS.shown);
              setOrder(CASE_COLUMNS);
              setTyped({});
              setWrong(undefined);
            }}
          >
            {t('columns.usual')}
          </ActButton>
          <ActButton rank="text" onClick={onClose}>
            {t('columns.leave')}
          </ActButton>
        </>
      }
    >
      <p className="cases-quiet">{t('columns.how', { least: LEAST_WIDTH, most: MOST_WIDTH })}</p>
      <ul className="cases-columns">
        {order.map(id => (
          <li key={id} onKeyDown={onKeyDown(id)}>
            {isFree(id) ? (
              <Tick
                type="checkbox"
                label={t(`column.${id}`)}
                checked={shown.includes(id)}
                data-autofocus={id === FREE_COLUMNS[0] || undefined}
                onChange={() =>
                  setShown(shown.includes(id) ? shown.filter(each => each !== id) : [...shown, id])
                }
              />
            ) : (
              <span>
                {t(`column.${id}`)} <small className="cases-quiet">{t('columns.always')}</small>
              </span>
            )}
            <span className="cases-moves">
              <ActButton
                size="small"
                aria-label={t('columns.upOf', { column: t(`column.${id}`) })}
                onClick={() => move(id, -1)}
              >
                {t('columns.up')}
              </ActButton>
              <ActButton
                size="small"
                aria-label={t('columns.downOf', { column: t(`column.${id}`) })}
                onClick={() => move(id, 1)}
              >
                {t('columns.down')}
              </ActButton>
              <input
                autoComplete="off"
                inputMode="decimal"
                aria-label={t('columns.width', { column: t(`column.${id}`) })}
                aria-invalid={wrong === id || undefined}
                placeholder={String(USUAL_WIDTH[id])}
                value={typed[id] ?? ''}
                onChange={event => {
                  setTyped({ ...typed, [id]: event.currentTarget.value });
                  setWrong(undefined);
                }}
              />
            </span>
          </li>
        ))}
      </ul>
      <p role="status" className="cases-quiet">
        {told}
      </p>
      {wrong && (
        <p role="alert" className="cases-wrong">
          {t('columns.wrong', { column: t(`column.${wrong}`), least: LEAST_WIDTH, most: MOST_WIDTH })}
        </p>
      )}
    </Dialog>
  );
}

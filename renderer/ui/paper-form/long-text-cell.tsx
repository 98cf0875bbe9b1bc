import { useId, type ComponentProps, type ReactNode } from 'react';
import './cell.css';
import { useCellControl } from './cell.context.ts';

export interface LongTextCellProps extends ComponentProps<'textarea'> {
  /** What to think of while writing: 时间、地点、经过、影响都问到了吗 */
  readonly hint?: string | undefined;
  /** How much there is and how much fits: 78 字，纸上这一格可写 260 字，写多了自动转附页 */
  readonly counter?: string | undefined;
}

/** Text over several lines; fills its cell, its hints stand in a line kept free at the foot. */
export function LongTextCell({
  id,
  hint,
  counter,
  rows = 2,
  className = '',
  'aria-describedby': described,
  ...rest
}: LongTextCellProps): ReactNode {
  const links = useCellControl(id);
  const foot = useId();
  const hasFoot = hint !== undefined || counter !== undefined;
  const describedBy = [links['aria-describedby'], described, hasFoot ? foot : ''].filter(Boolean).join(' ');
  return (
    <div className="ui-cell-long">
      <textarea
        autoComplete="off"
        rows={rows}
        {...links}
        aria-describedby={describedBy || undefined}
        {...rest}
        className={`ui-cell ${className}`}
      />
      {hasFoot && (
        <div className="ui-cell-foot" id={foot}>
          <span>{hint}</span>
          <span>{counter}</span>
        </div>
      )}
    </div>
  );
}

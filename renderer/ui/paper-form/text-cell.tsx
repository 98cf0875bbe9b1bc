import type { ComponentProps, ReactNode } from 'react';
import './cell.css';
import { useCellControl } from './cell.context.ts';

export type TextCellProps = ComponentProps<'input'>;

/** One line of text. Takes react-hook-form's `register` as it comes. */
export function TextCell({ id, type = 'text', className = '', ...rest }: TextCellProps): ReactNode {
  const links = useCellControl(id);
  return <input autoComplete="off" {...links} {...rest} type={type} className={`ui-cell ${className}`} />;
}

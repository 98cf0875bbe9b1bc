import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import './field-error.css';

export interface FieldErrorProps {
  /** For `aria-describedby` of the field. */
  readonly id?: string | undefined;
  /** 口令不对; null keeps the room. */
  readonly title: string | null;
  /** 看看大写锁定和输入法。再错 3 次要等 1 分钟。 */
  readonly detail?: string | undefined;
}

/** One line under a field; its room is there before it is needed, so nothing moves. */
export const FieldError = ({ id, title, detail }: FieldErrorProps): ReactNode => (
  <div className="ui-field-error" id={id} role="alert">
    {title !== null && (
      <>
        <IconAlertTriangle size={20} aria-hidden />
        <div>
          <b>{title}</b>
          {detail !== undefined && <div>{detail}</div>}
        </div>
      </>
    )}
  </div>
);

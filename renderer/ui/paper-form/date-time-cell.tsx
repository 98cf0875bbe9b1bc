import {
  useRef,
  type ComponentProps,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import './cell.css';
import { useCellControl } from './cell.context.ts';
import { readDateTime, type Precision } from './date-time.reader.ts';

export interface DateTimeCellProps extends Omit<ComponentProps<'input'>, 'type'> {
  readonly precision: Precision;
  /** The clock, as `2026-10-12 09:41` in the civil time of the office. */
  readonly now: () => string;
}

/** As if typed, so that whoever holds the value (React or react-hook-form) hears of it. */
function type(input: HTMLInputElement, text: string): void {
  if (input.value === text) return;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/**
 * A date, with a time if asked, typed as digits and written out when the cell is left. What cannot be read stays
 * as it was typed: the value is then no date, and the form says so.
 */
export function DateTimeCell({
  precision,
  now,
  id,
  ref,
  className = '',
  onBlur,
  onKeyDown,
  ...rest
}: DateTimeCellProps): ReactNode {
  const { t } = useTranslation('ui');
  const links = useCellControl(id);
  const input = useRef<HTMLInputElement>(null);

  const fillNow = (): void => {
    if (input.current === null) return;
    type(input.current, now().slice(0, precision === 'day' ? 10 : 16));
    input.current.focus();
  };

  const writeOut = (event: FocusEvent<HTMLInputElement>): void => {
    const read = readDateTime(event.currentTarget.value, precision, now());
    if (read !== undefined) type(event.currentTarget, read);
    onBlur?.(event);
  };

  const nowKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.ctrlKey && event.key === ';') {
      event.preventDefault();
      fillNow();
    }
    onKeyDown?.(event);
  };

  return (
    <>
      <input
        autoComplete="off"
        spellCheck={false}
        placeholder={precision === 'day' ? '2026-10-12' : '2026-10-12 09:41'}
        title={precision === 'day' ? t('form.dateHint') : t('form.dateTimeHint')}
        {...links}
        {...rest}
        type="text"
        ref={node => {
          input.current = node;
          return assign(ref, node);
        }}
        onBlur={writeOut}
        onKeyDown={nowKey}
        className={`ui-cell num ${className}`}
      />
      {rest.readOnly !== true && (
        <ActButton rank="text" size="small" className="ui-cell-now" keyHint="Ctrl+;" onClick={fillNow}>
          {precision === 'day' ? t('form.today') : t('form.now')}
        </ActButton>
      )}
    </>
  );
}

function assign<T>(ref: Ref<T> | undefined, node: T | null): (() => void) | undefined {
  if (typeof ref !== 'function') {
    if (ref != null) ref.current = node;
    return undefined;
  }
  const cleanUp = ref(node);
  return typeof cleanUp === 'function' ? cleanUp : undefined;
}

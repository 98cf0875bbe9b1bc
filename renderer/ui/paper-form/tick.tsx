import { IconCheck } from '@tabler/icons-react';
import type { ComponentProps, ReactNode } from 'react';
import './tick.css';

export interface TickProps extends Omit<ComponentProps<'input'>, 'type'> {
  readonly type: 'radio' | 'checkbox';
  readonly label: string;
  /** For rows of tables, where the words of the row stand beside it. */
  readonly hideLabel?: boolean | undefined;
}

/** The box of the paper, ☐ or ☑, with its words. */
export const Tick = ({ label, type, hideLabel = false, ...rest }: TickProps): ReactNode => (
  <label className="ui-tick">
    <span className="ui-tick-box keep-colors">
      <input autoComplete="off" {...rest} type={type} className="ui-tick-input" />
      <IconCheck size={14} aria-hidden />
    </span>
    {hideLabel ? (
      <span className="sr">{label}</span>
    ) : (
      <span className="ui-tick-words" data-words={label}>
        {label}
      </span>
    )}
  </label>
);

export type TickOneProps = Omit<ComponentProps<'input'>, 'type'> & { readonly label: string };

/** Yes or no, with its own words: 匿名. */
export const TickOne = (props: TickOneProps): ReactNode => <Tick {...props} type="checkbox" />;

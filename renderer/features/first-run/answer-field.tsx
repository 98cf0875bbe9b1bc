import { TextInput, type TextInputProps } from '@mantine/core';
import type { ReactNode } from 'react';

export interface AnswerFieldProps extends Omit<
  TextInputProps,
  'value' | 'onChange' | 'error' | 'description'
> {
  readonly label: string;
  readonly value: string;
  /** `composing`: an input method is in the middle of a word, which must not be changed under it. */
  readonly onValue: (value: string, composing: boolean) => void;
  /** Under the field; what is wrong takes its place, so that nothing moves. */
  readonly hint?: string | undefined;
  readonly wrong?: string | undefined;
}

/** One line of an answer, named and explained. */
export const AnswerField = ({ value, onValue, hint, wrong, ...rest }: AnswerFieldProps): ReactNode => (
  <TextInput
    autoComplete="off"
    spellCheck={false}
    inputWrapperOrder={['label', 'input', 'description', 'error']}
    {...rest}
    value={value}
    onChange={event => onValue(event.currentTarget.value, (event.nativeEvent as InputEvent).isComposing)}
    {...(wrong === undefined ? { description: hint } : { error: wrong })}
  />
);

import type { ComponentProps, KeyboardEvent, ReactNode } from 'react';
import { useId } from 'react';
import { useCellGroup, useCellWrong } from './cell.context.ts';
import type { Choice } from './select-cell.tsx';
import { Tick } from './tick.tsx';

/** What react-hook-form's `register` gives; handed to every box of the group. */
type BoxProps = Pick<ComponentProps<'input'>, 'ref' | 'onChange' | 'onBlur' | 'disabled'>;

export interface TickChoiceProps extends BoxProps {
  readonly options: readonly Choice[];
  readonly name?: string | undefined;
  /** With `onValueChange`: chosen from outside. Without: the boxes keep the choice themselves (`register`). */
  readonly value?: string | null | undefined;
  readonly defaultValue?: string | undefined;
  readonly onValueChange?: ((value: string | null) => void) | undefined;
  /** Only outside a `PaperCell`, whose label is the name otherwise. */
  readonly label?: string | undefined;
}

/**
 * One of several, drawn as on paper. Arrows choose, Tab moves on; Delete takes a choice back, which paper allows
 * and a radio button does not.
 */
export function TickChoice({
  options,
  name,
  value,
  defaultValue,
  onValueChange,
  label,
  onChange,
  ...box
}: TickChoiceProps): ReactNode {
  const own = useId();
  const group = useCellGroup(label);
  const wrong = useCellWrong();
  const chosenOutside = onValueChange !== undefined;

  const takeBack = (event: KeyboardEvent): void => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    onValueChange?.(null);
  };

  return (
    <div role="radiogroup" className="ui-ticks" {...group} aria-invalid={wrong} onKeyDown={takeBack}>
      {options.map(option => (
        <Tick
          key={option.value}
          type="radio"
          label={option.label}
          name={name ?? own}
          value={option.value}
          {...(chosenOutside
            ? { checked: option.value === value }
            : { defaultChecked: option.value === defaultValue })}
          {...box}
          onChange={event => {
            onChange?.(event);
            onValueChange?.(option.value);
          }}
        />
      ))}
    </div>
  );
}

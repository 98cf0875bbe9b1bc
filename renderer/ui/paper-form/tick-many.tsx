import type { ComponentProps, ReactNode } from 'react';
import { useId } from 'react';
import { useCellGroup } from './cell.context.ts';
import type { Choice } from './select-cell.tsx';
import { Tick } from './tick.tsx';

type BoxProps = Pick<ComponentProps<'input'>, 'ref' | 'onChange' | 'onBlur' | 'disabled'>;

export interface TickManyProps extends BoxProps {
  readonly options: readonly Choice[];
  readonly name?: string | undefined;
  readonly value?: readonly string[] | undefined;
  readonly defaultValue?: readonly string[] | undefined;
  /** All that are ticked, in the order of the options. */
  readonly onValueChange?: ((value: string[]) => void) | undefined;
  readonly label?: string | undefined;
}

/** Any of several. */
export function TickMany({
  options,
  name,
  value = [],
  defaultValue = [],
  onValueChange,
  label,
  onChange,
  ...box
}: TickManyProps): ReactNode {
  const own = useId();
  const group = useCellGroup(label);
  const chosenOutside = onValueChange !== undefined;

  const toggled = (changed: string): string[] =>
    options
      .map(option => option.value)
      .filter(option => (option === changed ? !value.includes(option) : value.includes(option)));

  return (
    <div role="group" className="ui-ticks" {...group}>
      {options.map(option => (
        <Tick
          key={option.value}
          type="checkbox"
          label={option.label}
          name={name ?? own}
          value={option.value}
          {...(chosenOutside
            ? { checked: value.includes(option.value) }
            : { defaultChecked: defaultValue.includes(option.value) })}
          {...box}
          onChange={event => {
            onChange?.(event);
            onValueChange?.(toggled(option.value));
          }}
        />
      ))}
    </div>
  );
}

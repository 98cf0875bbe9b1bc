import type { ReactNode } from 'react';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { kindOf } from '#shared/procedure/field.kinds.ts';
import type { Field, FieldType } from '#shared/procedure/field.schema.ts';
import { DateTimeCell } from '#renderer/ui/paper-form/date-time-cell.tsx';
import { LongTextCell } from '#renderer/ui/paper-form/long-text-cell.tsx';
import { SelectCell, type Choice } from '#renderer/ui/paper-form/select-cell.tsx';
import { TableCell } from '#renderer/ui/paper-form/table-cell.tsx';
import { TextCell } from '#renderer/ui/paper-form/text-cell.tsx';
import { TickChoice } from '#renderer/ui/paper-form/tick-choice.tsx';
import { TickMany } from '#renderer/ui/paper-form/tick-many.tsx';
import { TickOne } from '#renderer/ui/paper-form/tick.tsx';
import type { TableRow } from '#shared/procedure/values.ts';
import { NO, YES, type Typed } from './typed-values.ts';

export interface ControlProps {
  readonly field: Field;
  readonly form: UseFormReturn<Typed>;
  readonly language: Language;
  /** `2026-10-12 09:41`, the clock of the office. */
  readonly now: () => string;
  /** How much of a long text there is and how much the paper holds. */
  readonly counter?: string | undefined;
}

type Control = (props: ControlProps) => ReactNode;

/** More choices than this are a list, not a row of boxes. */
const MOST_TICKS = 6;

const placeholderOf = ({ field, language }: ControlProps): string | undefined =>
  field.placeholder && inLanguage(field.placeholder, language);

const choices = ({ field, language }: ControlProps): readonly Choice[] =>
  (field.options ?? []).map(({ value, label }) => ({ value, label: inLanguage(label, language) }));

const line: Control = props => (
  <TextCell
    {...props.form.register(props.field.key)}
    placeholder={placeholderOf(props)}
    maxLength={kindOf(props.field).longest}
  />
);

const digits: Control = props => (
  <TextCell {...props.form.register(props.field.key)} className="num" inputMode="tel" />
);

const moment =
  (precision: 'day' | 'minute'): Control =>
  props => <DateTimeCell {...props.form.register(props.field.key)} precision={precision} now={props.now} />;

const choiceOf = (props: ControlProps, options: readonly Choice[]): ReactNode => (
  <Controller
    control={props.form.control}
    name={props.field.key}
    render={({ field: { ref, name, value, onBlur, onChange } }) => (
      <TickChoice
        ref={ref}
        name={name}
        onBlur={onBlur}
        options={options}
        value={typeof value === 'string' ? value : null}
        onValueChange={chosen => onChange(chosen ?? '')}
      />
    )}
  />
);

const oneOf: Control = props => {
  const options = choices(props);
  return options.length > MOST_TICKS ? (
    <SelectCell {...props.form.register(props.field.key)} options={options} />
  ) : (
    choiceOf(props, options)
  );
};

function YesOrNo(props: ControlProps): ReactNode {
  const { t } = useTranslation('procedure-form');
  const options = [
    { value: YES, label: t('yes') },
    { value: NO, label: t('no') },
  ];
  return choiceOf(props, options);
}

const CONTROLS: Readonly<Record<FieldType, Control>> = {
  text: line,
  person: line,
  org: line,
  address: line,
  phone: digits,
  id_document: digits,
  credit_code: digits,
  number: digits,
  money: digits,
  longtext: props => (
    <LongTextCell
      {...props.form.register(props.field.key)}
      placeholder={placeholderOf(props)}
      maxLength={kindOf(props.field).longest}
      counter={props.counter}
    />
  ),
  date: moment('day'),
  datetime: moment('minute'),
  enum: oneOf,
  multi: props => (
    <Controller
      control={props.form.control}
      name={props.field.key}
      render={({ field: { value, onChange } }) => (
        <TickMany
          options={choices(props)}
          value={Array.isArray(value) ? (value as string[]) : []}
          onValueChange={chosen => onChange([...chosen])}
        />
      )}
    />
  ),
  table: props => (
    <Controller
      control={props.form.control}
      name={props.field.key}
      render={({ field: { ref, value, onChange } }) => (
        <TableCell
          ref={ref}
          columns={(props.field.columns ?? []).map(({ key, label, options }) => ({
            key,
            label: inLanguage(label, props.language),
            options,
          }))}
          rows={Array.isArray(value) ? (value as TableRow[]) : []}
          onRowsChange={onChange}
        />
      )}
    />
  ),
  // A box that nobody ticked says nothing; what has to be answered is asked with a yes and a no.
  bool: props =>
    props.field.required ? (
      <YesOrNo {...props} />
    ) : (
      <TickOne
        {...props.form.register(props.field.key)}
        label={inLanguage(props.field.label, props.language)}
      />
    ),
};

/** The control of a field, by its type; a new type without one fails to compile. */
export const FieldControl = (props: ControlProps): ReactNode => CONTROLS[props.field.type](props);

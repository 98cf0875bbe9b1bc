import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { isShown, warningFor } from '#shared/case/values.check.ts';
import { findingsAt, ruledFields, type RuleFinding } from '#shared/case/value-rules.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { cellCapacity } from '#shared/documents/form.capacity.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Values } from '#shared/procedure/values.ts';
import type { Form } from '#shared/procedure/form.schema.ts';
import { PaperCell } from '#renderer/ui/paper-form/paper-cell.tsx';
import { PaperForm, PaperRow } from '#renderer/ui/paper-form/paper-form.tsx';
import { ReadOnlyCell } from '#renderer/ui/paper-form/read-only-cell.tsx';
import { FieldControl } from './field-control.tsx';
import type { ScreenCell, ScreenRow } from './form-rows.ts';
import { valueFrom, valuesFrom, type Typed } from './typed-values.ts';
import { useWarningWords } from './warning-words.ts';

export interface ProcedureFormProps {
  /** Title of the paper or name of the step. */
  readonly label: string;
  /** Whose rules what is typed is held against. */
  readonly procedure: Pick<Procedure, 'fields' | 'checks'>;
  readonly rows: readonly ScreenRow[];
  readonly form: UseFormReturn<Typed>;
  readonly language: Language;
  readonly now: () => string;
  /** Fields the main act found empty. */
  readonly missing: readonly string[];
  /** Fields at which the main act found a rule of the procedure broken. */
  readonly refused: readonly string[];
  /** What stands in fields the program fills itself. */
  readonly systemText?: ((field: Field) => string) | undefined;
  /** What the case says already: conditions of a field may ask about it. */
  readonly known?: Values | undefined;
  /** Fields that are not shown and not asked now, and what stands in their place. */
  readonly covered?: { readonly fields: ReadonlySet<string>; readonly words: string } | undefined;
  /** The printed form, to say how much of a long text its cell holds. */
  readonly paper?: Form | undefined;
}

interface CellProps extends Omit<ProcedureFormProps, 'rows' | 'label' | 'known' | 'procedure'> {
  readonly cell: ScreenCell;
  /** A rule of the procedure may be told here. */
  readonly ruled: boolean;
  readonly broken: RuleFinding | undefined;
}

function FormCell(props: CellProps): ReactNode {
  const { cell, form, language, now, missing, refused, systemText, paper, covered, ruled, broken } = props;
  const { t } = useTranslation('procedure-form');
  const warn = useWarningWords();
  const { field, full } = cell;
  const isCovered = covered?.fields.has(field.key) ?? false;
  const ticks = cell.ticks.filter(({ key }) => !covered?.fields.has(key));
  const typed = useWatch({ control: form.control, name: field.key });
  const value = valueFrom(field, typed);
  const warning = isCovered ? undefined : warningFor(field, value);
  const capacity = field.type === 'longtext' && paper ? cellCapacity(paper, field.key) : undefined;
  const length = typeof typed === 'string' ? Array.from(typed).length : 0;
  const mayWarn = ruled || warningFor(field, '1') !== undefined;
  const told = broken && inLanguage(broken.told, language);
  const error = missing.includes(field.key)
    ? t('missing')
    : refused.includes(field.key) && broken?.then === 'block'
      ? told
      : undefined;
  return (
    <PaperCell
      label={inLanguage(field.label, language)}
      hint={field.hint && t('hint', { hint: inLanguage(field.hint, language) })}
      full={full}
      {...(mayWarn ? { warning: warning ? warn(warning) : (told ?? null) } : {})}
      {...(error === undefined ? {} : { error })}
    >
      {isCovered ? (
        <ReadOnlyCell quiet>{covered?.words}</ReadOnlyCell>
      ) : field.system === undefined ? (
        <FieldControl
          field={field}
          form={form}
          language={language}
          now={now}
          counter={capacity === undefined ? undefined : t('counter', { length, capacity })}
        />
      ) : (
        <ReadOnlyCell quiet>{systemText?.(field) ?? ''}</ReadOnlyCell>
      )}
      {ticks.map(tick => (
        <FieldControl
          key={tick.key}
          field={{ ...tick, required: false }}
          form={form}
          language={language}
          now={now}
        />
      ))}
    </PaperCell>
  );
}

/** Of several what stops the saving first. */
const foundAt = (findings: readonly RuleFinding[], { key }: Field): RuleFinding | undefined => {
  const here = findings.filter(({ field }) => field === key);
  return here.find(({ then }) => then === 'block') ?? here[0];
};

/** A ruled form over fields of a procedure; the form on the screen is the form on the paper. */
export function ProcedureForm({ label, rows, known, procedure, ...rest }: ProcedureFormProps): ReactNode {
  const typed = useWatch({ control: rest.form.control });
  const fields = rows.flatMap(row => row.cells.flatMap(cell => [cell.field, ...cell.ticks]));
  const values = { ...known, ...valuesFrom(fields, typed as Typed) };
  const ruled = ruledFields(procedure, fields);
  const broken = findingsAt(procedure, values, fields);
  return (
    <PaperForm label={label}>
      {rows.map(row => {
        const cells = row.cells.filter(cell => isShown(cell.field, values));
        if (cells.length === 0) return null;
        return (
          <PaperRow key={cells[0]?.field.key} grow={row.grow}>
            {cells.map(cell => (
              <FormCell
                key={cell.field.key}
                cell={cell}
                ruled={ruled.has(cell.field.key)}
                broken={foundAt(broken, cell.field)}
                {...rest}
              />
            ))}
          </PaperRow>
        );
      })}
    </PaperForm>
  );
}

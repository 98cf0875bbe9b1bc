import type { CaseState } from '#shared/case/case.state.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import { getField } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { FieldValue, Values } from '#shared/procedure/values.ts';
import { typedFrom, valueFrom, type Typed } from '#renderer/features/procedure-form/index.ts';

/** A field that says something else than the case does; null: nothing stands there. */
export interface FieldChange {
  readonly field: Field;
  readonly before: FieldValue;
  readonly after: FieldValue;
}

/** What was asked at the counter and became part of the case. */
export const correctableFields = (procedure: Procedure): readonly Field[] =>
  procedure.registration.fields
    .map(key => getField(procedure, key))
    .filter(field => field.system === undefined && !field.advice_only);

/** As the controls show the case; never a default, which would look like a change. */
export const typedFromCase = (fields: readonly Field[], values: Values): Typed =>
  Object.fromEntries(fields.map(field => [field.key, typedFrom(field, values[field.key])]));

/** Compared as typed: a moment of the journal has seconds that no control shows. */
export const changesOf = (fields: readonly Field[], state: CaseState, typed: Typed): readonly FieldChange[] =>
  fields
    .filter(
      field => JSON.stringify(typed[field.key]) !== JSON.stringify(typedFrom(field, state.values[field.key])),
    )
    .map(field => ({
      field,
      before: state.values[field.key] ?? null,
      after: valueFrom(field, typed[field.key]),
    }))
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));

export const changedValues = (changes: readonly FieldChange[]): Values =>
  Object.fromEntries(changes.map(({ field, after }) => [field.key, after]));

import { useState } from 'react';
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form';
import { missingFields } from '#shared/case/values.check.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import { getField } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Step } from '#shared/procedure/track.schema.ts';
import { isFilled, type Values } from '#shared/procedure/values.ts';
import { changesFrom, typedValues, valuesFrom, type Typed } from '#renderer/features/procedure-form/index.ts';
import type { CaseAtHand } from './together.ts';

export interface Entries {
  readonly form: UseFormReturn<Typed>;
  readonly fields: readonly Field[];
  readonly missing: readonly string[];
  /** What was filled in; undefined where something is missing in every case, which has the focus then. */
  readonly read: () => Values | undefined;
  /** For the step that is chosen next. */
  readonly begin: (step: Step | undefined) => void;
}

const entriesOf = (procedure: Procedure | undefined, step: Step | undefined) =>
  procedure && step
    ? step.fields.map(({ field: key, required }) => {
        const field = getField(procedure, key);
        return { field: { ...field, required: field.required || required }, required };
      })
    : [];

/** What a step wants filled in, once for all cases. */
export function useEntries(
  cases: readonly CaseAtHand[],
  procedure: Procedure | undefined,
  step: Step | undefined,
): Entries {
  const form = useForm<Typed>();
  const typed = useWatch({ control: form.control }) as Typed;
  const [missing, setMissing] = useState<readonly string[]>([]);
  const entries = entriesOf(procedure, step);
  const fields = entries.map(({ field }) => field);
  return {
    ...{ form, fields },
    missing: missing.filter(key => (typed[key] ?? '') === ''),
    begin: next => {
      const wanted = entriesOf(procedure, next).map(({ field }) => field);
      form.reset(typedValues(wanted, {}));
      setMissing([]);
    },
    read: () => {
      const empty = valuesFrom(fields, typedValues(fields, {}));
      const values = changesFrom(fields, empty, form.getValues());
      const absent = missingFields(entries, values).filter(key =>
        cases.every(({ state }) => !isFilled(state.values[key] ?? null)),
      );
      setMissing(absent);
      const [first] = absent;
      if (first === undefined) return values;
      form.setFocus(first);
      return undefined;
    },
  };
}

import { useEffect, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { isSameValue, mergeFields } from '#shared/case/field.merge.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import type { FieldValue, Values } from '#shared/procedure/values.ts';
import { typedFrom, valueFrom, type Typed } from '#renderer/features/procedure-form/index.ts';

export interface ConflictingField {
  readonly field: Field;
  readonly mine: FieldValue;
  readonly theirs: FieldValue;
}

/** What was written for a field and is not used. */
export interface DroppedValue {
  readonly field: Field;
  readonly value: FieldValue;
}

export interface FieldMerging {
  /** What the case said in these fields when they were last looked at. */
  readonly seen: Values;
  /** Changed in the case meanwhile and untouched here: they were filled anew. */
  readonly taken: readonly Field[];
  readonly conflicts: readonly ConflictingField[];
  readonly dropped: readonly DroppedValue[];
  readonly settle: (key: string, keep: 'mine' | 'theirs') => void;
}

export interface FieldMergeParts {
  readonly form: UseFormReturn<Typed>;
  readonly fields: readonly Field[];
  readonly typed: Typed;
  /** What the case says now. */
  readonly stands: Values;
  /** What it said when this was begun. */
  readonly begunOn: Values;
}

interface Merged {
  /** What the case said when they were last merged. */
  readonly stood: string;
  readonly seen: Values;
  readonly taken: readonly string[];
  readonly dropped: readonly DroppedValue[];
}

/** As the controls show it: a moment of the journal has seconds that nobody types. */
const asShown = (fields: readonly Field[], values: Values): Values =>
  Object.fromEntries(fields.map(field => [field.key, valueFrom(field, typedFrom(field, values[field.key]))]));

const asTyped = (fields: readonly Field[], typed: Typed): Values =>
  Object.fromEntries(fields.map(field => [field.key, valueFrom(field, typed[field.key])]));

/**
 * Keeps a form over a case true while the case is changed elsewhere: what is untouched here follows, and what was
 * changed in both places is put before the person.
 */
export function useFieldMerge({ form, fields, typed, stands, begunOn }: FieldMergeParts): FieldMerging {
  const keys = fields.map(({ key }) => key);
  const theirs = asShown(fields, stands);
  const mine = asTyped(fields, typed);
  const stood = JSON.stringify(theirs);
  // Where both say the same there is nothing left of two changes: what is written from now on is one.
  const agreed = (seen: Values): Values => ({
    ...seen,
    ...Object.fromEntries(
      keys.filter(key => isSameValue(mine[key], theirs[key])).map(key => [key, stands[key] ?? null]),
    ),
  });
  const [merged, setMerged] = useState<Merged>(() => ({
    ...{ stood, seen: agreed(begunOn), taken: [], dropped: [] },
  }));
  const merge = mergeFields(keys, { seen: asShown(fields, merged.seen), mine, theirs });
  if (merged.stood !== stood) {
    const followed = Object.fromEntries(merge.taken.map(key => [key, stands[key] ?? null]));
    setMerged({
      ...merged,
      stood,
      seen: agreed({ ...merged.seen, ...followed }),
      taken: [...new Set([...merged.taken, ...merge.taken])],
    });
  }
  const { taken } = merged;
  useEffect(() => {
    for (const field of fields)
      if (taken.includes(field.key)) form.setValue(field.key, typedFrom(field, stands[field.key]));
    // When the case changed; later the field may be typed in.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [merged.stood]);

  const fieldOf = (key: string): Field[] => fields.filter(field => field.key === key);
  const conflicts = merge.conflicts.flatMap(({ key, ...both }) =>
    fieldOf(key).map(field => ({ field, ...both })),
  );
  return {
    seen: merged.seen,
    taken: taken.flatMap(fieldOf),
    conflicts,
    dropped: merged.dropped,
    settle: (key, keep) => {
      const conflict = conflicts.find(({ field }) => field.key === key);
      if (!conflict) return;
      const { field } = conflict;
      if (keep === 'theirs') form.setValue(key, typedFrom(field, stands[key]));
      setMerged({
        ...merged,
        seen: { ...merged.seen, [key]: stands[key] ?? null },
        dropped: [
          ...merged.dropped.filter(each => each.field.key !== key),
          { field, value: keep === 'mine' ? conflict.theirs : conflict.mine },
        ],
      });
    },
  };
}

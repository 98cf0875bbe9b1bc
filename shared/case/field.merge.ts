import type { FieldValue, Values } from '#shared/procedure/values.ts';

/** A field that was changed in two places: here, and in the case itself since the change here began. */
export interface FieldConflict {
  readonly key: string;
  readonly mine: FieldValue;
  readonly theirs: FieldValue;
}

/** What two changes of the same fields come to. */
export interface FieldMerge {
  /** Changed in the case and untouched here: what the case says now holds. */
  readonly taken: readonly string[];
  /** Only a person can say which of the two holds. */
  readonly conflicts: readonly FieldConflict[];
}

export const isSameValue = (one: FieldValue | undefined, other: FieldValue | undefined): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Of these fields, those that do not say any more what they said when they were seen. */
export const changedSinceSeen = (keys: readonly string[], seen: Values, now: Values): readonly string[] =>
  keys.filter(key => key in seen && !isSameValue(seen[key], now[key]));

/** Merges field by field: `seen` is what the case said when the change here began, `theirs` what it says now. */
export function mergeFields(
  keys: readonly string[],
  { seen, mine, theirs }: { readonly seen: Values; readonly mine: Values; readonly theirs: Values },
): FieldMerge {
  const changed = keys
    .filter(key => !isSameValue(seen[key], theirs[key]))
    .filter(key => !isSameValue(mine[key], theirs[key]));
  const isTouched = (key: string): boolean => !isSameValue(seen[key], mine[key]);
  return {
    taken: changed.filter(key => !isTouched(key)),
    conflicts: changed
      .filter(isTouched)
      .map(key => ({ key, mine: mine[key] ?? null, theirs: theirs[key] ?? null })),
  };
}

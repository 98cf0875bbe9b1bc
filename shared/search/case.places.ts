import type { CaseState } from '#shared/case/case.state.ts';
import type { Text } from '#shared/core/text.ts';
import { kindOf, valueInWords } from '#shared/procedure/field.kinds.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { FieldValue, Values } from '#shared/procedure/values.ts';
import type { Place } from './composed-text.ts';
import { coverHidden, hiddenFields } from './hidden-words.ts';
import type { PlaceRole } from './place.roles.ts';

/** What a place is called: by the label of its field, or by what it is. */
export type PlaceName =
  { readonly kind: 'field'; readonly label: Text } | { readonly kind: 'number' } | { readonly kind: 'note' };

export interface CasePlace extends Place {
  readonly name: PlaceName;
}

function roleOf({ registration }: Procedure, field: Field): PlaceRole | undefined {
  if (field.key === registration.person) return 'person';
  if (field.key === registration.respondent) return 'respondent';
  if (field.key === registration.category) return 'words';
  return kindOf(field).searched;
}

/** A category is found by its name in either language, everything else by what was written. */
const textsOf = (field: Field, value: FieldValue | undefined): readonly string[] => [
  ...new Set([
    valueInWords(field, value, 'zh-CN'),
    ...(field.options ? [valueInWords(field, value, 'en')] : []),
  ]),
];

function fieldPlaces(
  procedure: Procedure,
  values: Values,
  hidden: ReadonlySet<string>,
): readonly CasePlace[] {
  const { registration } = procedure;
  const leads = new Set([registration.phone, registration.matter]);
  return procedure.fields
    .toSorted((a, b) => Number(leads.has(b.key)) - Number(leads.has(a.key)))
    .flatMap(field => {
      // What the program fills in is the number again, and who took it down.
      const passed = hidden.has(field.key) || field.system !== undefined;
      const role = passed ? undefined : roleOf(procedure, field);
      if (role === undefined) return [];
      return textsOf(field, values[field.key])
        .filter(text => text !== '')
        .map(text => ({ role, text, name: { kind: 'field', label: field.label } as const }));
    });
}

/**
 * What a case can be found by: its number, its words and names as the procedure has them, its notes. Of a sealed
 * identity nothing, not where it stands in a story either, and no name where somebody wants none.
 */
export function casePlaces(procedure: Procedure | undefined, state: CaseState): readonly CasePlace[] {
  const { values } = state;
  const number: CasePlace = { role: 'number', text: state.number, name: { kind: 'number' } };
  // Without its pack nobody knows what has to be covered.
  if (procedure === undefined) return [number];
  const notes = state.trace.flatMap(each =>
    each.kind === 'noted' ? [{ role: 'note', text: each.text, name: { kind: 'note' } } as const] : [],
  );
  const places = [...fieldPlaces(procedure, values, hiddenFields(procedure, values)), ...notes];
  const cover = coverHidden(procedure, values);
  return [number, ...places.map(place => ({ ...place, text: cover(place.text) }))];
}

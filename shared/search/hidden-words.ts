import { identityFields } from '#shared/case/identity.rules.ts';
import { holds } from '#shared/procedure/condition.ts';
import { kindOf } from '#shared/procedure/field.kinds.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { isTable, type FieldValue, type Values } from '#shared/procedure/values.ts';
import { coverWords } from './cover-words.ts';

type Hiding = Pick<Procedure, 'confidentiality' | 'fields' | 'registration'>;

/** Fields of a person nobody is to know by this case: who asked for secrecy, or wants to give no name. */
export function hiddenFields(procedure: Hiding, values: Values): ReadonlySet<string> {
  const { anonymous_if: anonymousIf, person } = procedure.registration;
  const anonymous = anonymousIf !== undefined && holds(anonymousIf, values) ? [person] : [];
  return new Set([...identityFields(procedure, values), ...anonymous]);
}

function textsOf(value: FieldValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  if (isTable(value)) return value.flatMap(row => Object.values(row));
  return Array.isArray(value) ? value.map(String) : [];
}

/** Covers in a text the words that stand in these fields of the case, wherever else somebody wrote them. */
export function coverFields(
  procedure: Pick<Procedure, 'fields'>,
  values: Values,
  keys: ReadonlySet<string>,
): (text: string) => string {
  const words = procedure.fields
    .filter(field => keys.has(field.key) && kindOf(field).searched !== undefined)
    .flatMap(({ key }) => textsOf(values[key]));
  return text => coverWords(text, words);
}

/** Covers in a text of the case, a story or a note, the words that tell who it comes from; where all may know, nothing. */
export const coverHidden = (procedure: Hiding, values: Values): ((text: string) => string) =>
  coverFields(procedure, values, hiddenFields(procedure, values));

import { holds } from '#shared/procedure/condition.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { scalarText, type Values } from '#shared/procedure/values.ts';

/** What the program fills in by itself; a column for it would say the same as another target. */
const isOwn = ({ system }: Field): boolean => system !== undefined && system !== 'registered-by';

const isReadable = (field: Field): boolean => field.type !== 'table' && !field.advice_only && !isOwn(field);

/** Fields a column can go to: those of the register form first, then what is filled in later. */
export function importFields(procedure: Pick<Procedure, 'fields' | 'registration'>): readonly Field[] {
  const { fields: asked } = procedure.registration;
  const ofForm = asked.flatMap(key => procedure.fields.filter(field => field.key === key));
  const later = procedure.fields.filter(({ key }) => !asked.includes(key));
  return [...ofForm, ...later].filter(isReadable);
}

/** Fields of the register form that must be filled whatever else is. */
export const mustFields = (procedure: Pick<Procedure, 'fields' | 'registration'>): readonly Field[] =>
  importFields(procedure).filter(
    ({ key, required, shown_if: shownIf }) =>
      required && shownIf === undefined && procedure.registration.fields.includes(key),
  );

/** What stands in them at reception before anybody touches them: shown here, for nobody sees the form of an old case. */
export const usualEntries = (
  procedure: Pick<Procedure, 'fields' | 'registration'>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    mustFields(procedure).flatMap(({ key, default: usual }) => {
      const text = scalarText(usual);
      return text === '' ? [] : [[key, text]];
    }),
  );

/** The field that says that nobody is named, where ticking it is all that makes a case anonymous. */
export function anonymousField(procedure: Pick<Procedure, 'fields' | 'registration'>): Field | undefined {
  const { anonymous_if: when } = procedure.registration;
  if (when === undefined) return undefined;
  const alone = (field: Field): boolean => {
    const ticked: Values = { [field.key]: true };
    return holds(when, ticked) && !holds(when, {});
  };
  return procedure.fields.find(field => field.type === 'bool' && alone(field));
}

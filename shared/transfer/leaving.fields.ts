import { sealedCode } from '#shared/bundle/sealing.ts';
import { withoutControls } from '#shared/core/plain-text.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { identityFields } from '#shared/case/identity.rules.ts';
import { kindOf, valueInWords } from '#shared/procedure/field.kinds.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import { homeField } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { isFilled, isTable, type FieldValue, type Values } from '#shared/procedure/values.ts';
import { coverFields, hiddenFields } from '#shared/search/hidden-words.ts';
import type { FieldRole, SentField } from './transfer.schema.ts';

type Roles = Pick<Procedure, 'fields' | 'registration'>;

/** The field that has this role in a procedure, if one has. */
export function fieldOfRole(procedure: Roles, role: FieldRole): string | undefined {
  switch (role) {
    case 'address':
      return homeField(procedure);
    case 'other':
      return undefined;
    default:
      return procedure.registration[role];
  }
}

const NAMED_ROLES = ['person', 'phone', 'respondent', 'matter', 'category', 'address'] as const;

const roleOf = (procedure: Roles, key: string): FieldRole =>
  NAMED_ROLES.find(role => fieldOfRole(procedure, role) === key) ?? 'other';

export interface Withholding {
  /** Papers and attachments bear the person's name: they stay. */
  readonly hides: boolean;
  readonly keys: ReadonlySet<string>;
  readonly code: string;
  /** Covers in a text the words that tell who the person is, as they stand and as they stood. */
  readonly cover: (text: string) => string;
}

const AS_WRITTEN: Withholding = { hides: false, keys: new Set(), code: '', cover: text => text };

/** Keys are canonical: what begins so tells whom the case is against, which is what the other office needs. */
const AGAINST = 'respondent';

/** Every field that tells of a person, but of the one the case is against: by a telephone or a number one is found. */
const personalFields = ({ fields, registration: { phone } }: Roles): readonly string[] => [
  ...(phone === undefined ? [] : [phone]),
  ...fields.filter(({ key, personal }) => personal && !key.startsWith(AGAINST)).map(({ key }) => key),
];

/** Whom a case hides is hidden with everything by which one could be found. */
function withheldFields(procedure: Procedure, values: Values): ReadonlySet<string> {
  const hidden = hiddenFields(procedure, values);
  return hidden.size === 0 ? hidden : new Set([...hidden, ...personalFields(procedure)]);
}

/** A name is never sent along: whoever needs it asks the office that the person trusted. */
const isName = ({ registration }: Roles, { key, type }: Field): boolean =>
  key === registration.person || type === 'person' || type === 'table';

/** What would be withheld of a case and may go along, where whoever sends it says so and why. */
export const mayGoAlong = (procedure: Procedure, { values }: Pick<CaseState, 'values'>): readonly Field[] => {
  const withheld = withheldFields(procedure, values);
  return procedure.fields.filter(
    field => withheld.has(field.key) && !isName(procedure, field) && isFilled(values[field.key]),
  );
};

/**
 * What must not leave with the case: whom it hides, who wants to give no name, and everything by which they could be
 * found, but what is said to go along. Stricter than in a bundle, whose reader holds a second key.
 */
export function withholding(
  procedure: Procedure,
  state: CaseState,
  along: readonly string[] = [],
): Withholding {
  const { values, number, trace } = state;
  const allowed = new Set(mayGoAlong(procedure, state).map(({ key }) => key));
  const withheld = withheldFields(procedure, values);
  const said = [values, ...trace.flatMap(each => (each.kind === 'fields' ? [each.before] : []))];
  const named = (key: string): boolean => said.some(each => isFilled(each[key]));
  if (identityFields(procedure, values).size === 0 && ![...withheld].some(named)) return AS_WRITTEN;
  const keys = new Set([...withheld].filter(key => !(allowed.has(key) && along.includes(key))));
  const covers = said.map(each => coverFields(procedure, each, keys));
  const cover = (text: string): string => covers.reduce((covered, one) => one(covered), text);
  return { hides: true, keys, code: sealedCode(procedure, number) || number, cover };
}

/** What a text may stand in; of a choice, a figure or a date nothing is covered. */
const isWriting = (field: Field): boolean => kindOf(field).searched !== undefined;

function covered(field: Field, value: FieldValue, cover: (text: string) => string): FieldValue {
  if (!isWriting(field)) return value;
  if (typeof value === 'string') return cover(withoutControls(value));
  if (!isTable(value)) return value;
  return value.map(row =>
    Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, cover(withoutControls(cell))])),
  );
}

const isSent = ({ system, advice_only: advice }: Field): boolean => system === undefined && !advice;

/** The fields of a case as another office gets them, those of the register form first. */
export function leavingFields(
  procedure: Procedure,
  values: Values,
  { keys, code, cover }: Withholding,
): readonly SentField[] {
  const { fields: asked } = procedure.registration;
  const rank = (key: string): number => (asked.includes(key) ? asked.indexOf(key) : asked.length);
  return procedure.fields
    .filter(isSent)
    .toSorted((a, b) => rank(a.key) - rank(b.key))
    .flatMap((field): readonly SentField[] => {
      const { key, label } = field;
      const value = values[key];
      if (value === undefined || value === null || !isFilled(value)) return [];
      const part = asked.includes(key) ? 'registration' : 'handling';
      const about = { key, role: roleOf(procedure, key), part, label: label.zh } as const;
      if (keys.has(key)) return [{ ...about, value: null, words: code }];
      const leaving = covered(field, value, cover);
      // A tick that is not set says something too.
      const words = valueInWords(field, leaving, 'zh-CN') || (value === false ? '否' : '');
      return words === '' ? [] : [{ ...about, value: leaving, words }];
    });
}

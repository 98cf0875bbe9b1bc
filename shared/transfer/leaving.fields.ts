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

/**
 * What must not leave with the case: whom it hides, and the name of somebody who wants to give none. Stricter than in
 * a bundle, whose reader holds a second key.
 */
export function withholding(procedure: Procedure, state: CaseState): Withholding {
  const { values, number, trace } = state;
  const keys = hiddenFields(procedure, values);
  const said = [values, ...trace.flatMap(each => (each.kind === 'fields' ? [each.before] : []))];
  const named = (key: string): boolean => said.some(each => isFilled(each[key]));
  if (identityFields(procedure, values).size === 0 && ![...keys].some(named)) return AS_WRITTEN;
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

import { checkCreditCode } from '#shared/identity/credit-code.ts';
import { checkIdNumber } from '#shared/identity/id-number.ts';
import { checkPhone } from '#shared/identity/phone.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { holds } from '#shared/procedure/condition.ts';
import { kindOf } from '#shared/procedure/field.kinds.ts';
import type { Field, FieldType } from '#shared/procedure/field.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { isFilled, type FieldValue, type Values } from '#shared/procedure/values.ts';
import type { Refusal } from './refusal.ts';
import { ruleFindings } from './value-rules.ts';

/**
 * Refuses what cannot be stored at all: unknown fields, wrong kinds, endless texts, and what breaks a rule of the
 * procedure. `standing` is what the case says besides: a rule that none of these values touches is not asked again.
 */
export function checkValues(
  procedure: Pick<Procedure, 'fields' | 'checks'>,
  values: Values,
  standing: Values = {},
): Result<Values, Refusal> {
  const fields = new Map(procedure.fields.map(field => [field.key, field]));
  for (const [key, value] of Object.entries(values)) {
    const field = fields.get(key);
    if (!field) return err({ code: 'case/unknown-field', field: key });
    if (value === null || !isFilled(value)) continue;
    const { longest, accepts } = kindOf(field);
    if (typeof value === 'string' && value.length > longest)
      return err({ code: 'case/too-long', field: key, longest });
    if (!accepts(value, field)) return err({ code: 'case/bad-value', field: key });
  }
  const broken = ruleFindings(procedure, { ...standing, ...values }).find(
    ({ then, about }) => then === 'block' && about.some(key => key in values),
  );
  return broken ? err({ code: 'case/rule', field: broken.field, told: broken.told }) : ok(values);
}

/** What becomes part of the case: all but what only helps whoever receives. */
export function keptValues({ fields }: Pick<Procedure, 'fields'>, values: Values): Values {
  const advice = new Set(fields.filter(field => field.advice_only).map(({ key }) => key));
  return Object.fromEntries(Object.entries(values).filter(([key]) => !advice.has(key)));
}

export const isRequired = (field: Field, values: Values): boolean =>
  field.required || (field.required_if !== undefined && holds(field.required_if, values));

export const isShown = (field: Field, values: Values): boolean =>
  field.shown_if === undefined || holds(field.shown_if, values);

/** Which of these fields must be filled and are not, in their order. */
export const missingFields = (
  fields: readonly { readonly field: Field; readonly required: boolean }[],
  values: Values,
): readonly string[] =>
  fields
    .filter(({ field, required }) => (required || isRequired(field, values)) && isShown(field, values))
    .filter(({ field }) => !isFilled(values[field.key]))
    .map(({ field }) => field.key);

type Warn = (value: string) => ValueWarning | undefined;

/** Something that looks wrong. It warns and never blocks: people do not always know their number. */
export interface ValueWarning {
  readonly kind: 'phone' | 'id-number' | 'credit-code';
  readonly finding: string;
  /** Digits too few (negative: too many), where the finding is about length. */
  readonly missing?: number;
}

const CHECKS: Partial<Record<FieldType, Warn>> = {
  phone: value => {
    const found = checkPhone(value);
    return found && { kind: 'phone', ...found };
  },
  id_document: value => {
    const found = checkIdNumber(value);
    return found && { kind: 'id-number', ...found };
  },
  credit_code: value => {
    const found = checkCreditCode(value);
    return found && { kind: 'credit-code', ...found };
  },
};

export const warningFor = (field: Field, value: FieldValue | undefined): ValueWarning | undefined =>
  typeof value === 'string' && value !== '' ? CHECKS[field.type]?.(value) : undefined;

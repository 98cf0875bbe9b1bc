import type { Text } from '#shared/core/text.ts';
import { assertNever } from '#shared/core/assert.ts';
import { holds } from '#shared/procedure/condition.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { ValueCheck } from '#shared/procedure/value-check.schema.ts';
import { isTable, type FieldValue, type Values } from '#shared/procedure/values.ts';

/** A rule of the procedure that what was filled in breaks. */
export interface RuleFinding {
  /** Where it is told. */
  readonly field: string;
  /** Every field that could be put right. */
  readonly about: readonly string[];
  readonly then: 'block' | 'warn';
  readonly told: Text;
}

type Ruled = Pick<Procedure, 'fields' | 'checks'>;

const rowsOf = (value: FieldValue | undefined): number | undefined =>
  isTable(value) && value.length > 0 ? value.length : undefined;

function isMet({ is, to }: ValueCheck, number: number, other: number): boolean {
  const wanted = other + to.plus;
  switch (is) {
    case 'equal':
      return number === wanted;
    case 'at-least':
      return number >= wanted;
    case 'at-most':
      return number <= wanted;
    default:
      return assertNever(is);
  }
}

/** The number first, then what it is held against. */
const aboutOf = ({ field, to }: ValueCheck): readonly string[] => [field, 'rows' in to ? to.rows : to.field];

function ofRows(field: Field, values: Values): readonly RuleFinding[] {
  const count = rowsOf(values[field.key]);
  if (count === undefined) return [];
  return field.rows
    .filter(({ min = 0, max = Infinity }) => count < min || count > max)
    .filter(({ when }) => when === undefined || holds(when, values))
    .map(({ then, told }) => ({ field: field.key, about: [field.key], then, told }));
}

/**
 * Which rules these values break. What is empty breaks none, for `required` says what must be filled; nor does what
 * the form does not ask for, since nobody sees it.
 */
export function ruleFindings({ fields, checks }: Ruled, values: Values): readonly RuleFinding[] {
  const shown = new Map(
    fields
      .filter(({ shown_if: shownIf }) => shownIf === undefined || holds(shownIf, values))
      .map(field => [field.key, field]),
  );
  const broken = checks.filter(check => {
    const [, key = ''] = aboutOf(check);
    const number = values[check.field];
    const other = 'rows' in check.to ? rowsOf(values[key]) : values[key];
    if (!shown.has(check.field) || !shown.has(key)) return false;
    if (typeof number !== 'number' || typeof other !== 'number') return false;
    return (check.when === undefined || holds(check.when, values)) && !isMet(check, number, other);
  });
  return [
    ...[...shown.values()].flatMap(field => ofRows(field, values)),
    ...broken.map(check => ({
      ...{ field: check.field, about: aboutOf(check) },
      ...{ then: check.then, told: check.told },
    })),
  ];
}

type Asked = readonly Pick<Field, 'key'>[];

/** The fields of a form at which a rule is told: whichever of its fields one is at, for the other may be far off. */
const placesIn = (asked: Asked, about: readonly string[]): readonly string[] =>
  about.filter(each => asked.some(({ key }) => key === each));

/** What is broken and could be put right in a form of these fields, each at its places. */
export const findingsAt = (procedure: Ruled, values: Values, asked: Asked): readonly RuleFinding[] =>
  ruleFindings(procedure, values).flatMap(finding =>
    placesIn(asked, finding.about).map(field => ({ ...finding, field })),
  );

/** Where a rule that stops the saving is broken. */
export const blockedFields = (procedure: Ruled, values: Values, asked: Asked): readonly string[] =>
  findingsAt(procedure, values, asked)
    .filter(({ then }) => then === 'block')
    .map(({ field }) => field);

/** Fields at which something may be told: their room is kept free. */
export const ruledFields = ({ fields, checks }: Ruled, asked: Asked): ReadonlySet<string> =>
  new Set([
    ...fields.filter(({ rows }) => rows.length > 0).map(({ key }) => key),
    ...checks.flatMap(check => placesIn(asked, aboutOf(check))),
  ]);

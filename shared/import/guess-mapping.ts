import type { Field } from '#shared/procedure/field.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { essence } from '#shared/procedure/values.ts';
import { checkPhone } from '#shared/identity/phone.ts';
import { COLUMN_WORDS, type FieldPart } from './column-words.ts';
import { OWN_TARGETS, type Table, type Target } from './import.mapping.ts';
import { importFields } from './import.targets.ts';
import { readDate } from './read-date.ts';

type Guessed = Pick<Procedure, 'fields' | 'registration'>;

/** Rows that tell what a column without a telling name holds. */
const LOOKED_AT = 50;
/** Most of what stands in such a column has to look alike. */
const MOSTLY = 0.8;

function partsOf(field: Field, { registration }: Guessed): readonly FieldPart[] {
  const { person, phone, matter, category, respondent, satisfaction } = registration;
  const named = { person, phone, matter, category, respondent, satisfaction: satisfaction?.field };
  const parts = (Object.keys(named) as (keyof typeof named)[]).filter(part => named[part] === field.key);
  if (field.system === 'registered-by') return [...parts, 'receiver'];
  if (field.type === 'id_document') return [...parts, 'id'];
  return field.type === 'address' && parts.length === 0 ? [...parts, 'address'] : parts;
}

/** How well a name says what is meant: 0 not at all, 100 by its very label. */
function nearness(name: string, words: readonly string[]): number {
  const at = words.findIndex(word => word === name);
  if (at >= 0) return 90 - at;
  const within = words.findIndex(word => word.length > 1 && name.includes(word));
  return within >= 0 ? 50 - within : 0;
}

function fieldScore(name: string, field: Field, procedure: Guessed): number {
  const labels = [field.label.zh, field.label.en ?? ''].map(essence).filter(label => label !== '');
  if (labels.includes(name)) return 100;
  const held = labels.some(
    label => label.length > 1 && (name.includes(label) || (name.length > 1 && label.includes(name))),
  );
  const words = partsOf(field, procedure).map(part => nearness(name, COLUMN_WORDS[part].map(essence)));
  return Math.max(held ? 40 : 0, ...words, 0);
}

const ownScore = (name: string, target: (typeof OWN_TARGETS)[number]): number => {
  const score = nearness(name, COLUMN_WORDS[target].map(essence));
  // 备注 is what nothing else is meant by; a day of receipt and a number go before a field of that name.
  return target === '@rest' ? Math.min(score, 30) : score > 0 ? score + 5 : 0;
};

function look(table: Table, column: number): 'date' | 'phone' | undefined {
  const cells = table.rows.slice(0, LOOKED_AT).flatMap(row => row[column]?.trim() || []);
  if (cells.length === 0) return undefined;
  const share = (is: (text: string) => boolean): number => cells.filter(is).length / cells.length;
  if (share(text => /^1\d{10}$/.test(text.replace(/[\s-]/g, '')) && checkPhone(text) === undefined) >= MOSTLY)
    return 'phone';
  return share(text => typeof readDate(text) !== 'string') >= MOSTLY ? 'date' : undefined;
}

interface Claim {
  readonly column: number;
  readonly target: Target;
  readonly score: number;
}

/** Every target a name can mean, the surest first. */
function claimsOf(name: string, column: number, procedure: Guessed): readonly Claim[] {
  if (name === '') return [];
  const own = OWN_TARGETS.map(target => ({ column, target, score: ownScore(name, target) }));
  const fields = importFields(procedure).map(field => ({
    ...{ column, target: field.key },
    score: fieldScore(name, field, procedure),
  }));
  return [...own, ...fields].filter(({ score }) => score > 0);
}

/** Which column goes where, as far as names and looks tell. No target is given twice, except what has no field. */
export function guessColumns(table: Table, procedure: Guessed): readonly Target[] {
  const columns: Target[] = table.head.map(() => '');
  const taken = new Set<Target>();
  const give = (column: number, target: Target): void => {
    if (columns[column] !== '' || taken.has(target)) return;
    columns[column] = target;
    if (target !== '@rest') taken.add(target);
  };
  const claims = table.head.flatMap((name, column) => claimsOf(essence(name), column, procedure));
  for (const { column, target } of claims.toSorted((a, b) => b.score - a.score || a.column - b.column))
    give(column, target);
  const { phone } = procedure.registration;
  table.head.forEach((_name, column) => {
    if (columns[column] !== '') return;
    const looks = look(table, column);
    if (looks === 'phone' && phone !== undefined) give(column, phone);
    if (looks === 'date' && !taken.has('@received')) give(column, '@received');
  });
  return columns;
}

/** How many names of a row mean something: by that its head is found. */
export const headScore = (cells: readonly string[], procedure: Guessed): number =>
  new Set(
    cells
      .flatMap((name, column) =>
        claimsOf(essence(name), column, procedure).filter(({ score }) => score >= 40),
      )
      .map(({ column }) => column),
  ).size;

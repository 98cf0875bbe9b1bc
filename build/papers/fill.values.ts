import { readExamples } from '#shared/case/example.load.ts';
import { longText, LONG_ADDRESS, RARE_COMPANY, RARE_NAME } from '#electron/printing/proof/sample-texts.ts';
import { kindOf } from '#shared/procedure/field.kinds.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import type { PackFileText } from '#shared/procedure/pack.source.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { FieldValue, TableRow, Values } from '#shared/procedure/values.ts';

/** With what the forms are printed: as in daily work, with all the program lets be entered, for the hand alone. */
export const FILLS = ['sample', 'long', 'blank'] as const;
export type Fill = (typeof FILLS)[number];

/** More than a page of a form, so that every long cell needs its annex. */
const LONG_TEXT = 1500;

/** A text cut or repeated to just this length. */
const ofLength = (text: string, length: number): string =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);

/** As long as the program takes it; figures, dates and numbers have their own length. */
function longWords(field: Field): string | undefined {
  const { longest } = kindOf(field);
  switch (field.type) {
    case 'text':
    case 'org':
      return ofLength(`${RARE_COMPANY}、`, longest);
    case 'person':
      return ofLength(`${RARE_NAME}、`, longest);
    case 'address':
      return ofLength(`${LONG_ADDRESS}，`, longest);
    case 'longtext':
      return longText(LONG_TEXT);
    default:
      return undefined;
  }
}

function usualWords(field: Field): FieldValue {
  switch (field.type) {
    case 'text':
      return `试填${field.label.zh}`.slice(0, 14);
    case 'org':
      return '样本家电（试填）有限公司';
    case 'person':
      return '张试填';
    case 'address':
      return '样本市试填区范例路1号3号楼2单元1103室';
    case 'longtext':
      return longText(90);
    case 'phone':
      return '13800138000';
    case 'id_document':
      return '11010519491231002X';
    case 'credit_code':
      return '91110108551385082Q';
    case 'number':
      return 3;
    case 'money':
      return 16409.02;
    case 'date':
      return '2026-01-09';
    case 'datetime':
      return '2026-01-09T09:05:00+08:00';
    case 'bool':
      return true;
    case 'enum':
      return field.options?.[0]?.value ?? null;
    case 'multi':
      return (field.options ?? []).slice(0, 2).map(({ value }) => value);
    case 'table':
      return tableRows(field, 2, label => `试填${label}`.slice(0, 8));
  }
}

const tableRows = (field: Field, count: number, words: (label: string) => string): readonly TableRow[] =>
  Array.from({ length: count }, () =>
    Object.fromEntries(
      (field.columns ?? []).map(({ key, label, options }) => [key, options?.[0] ?? words(label.zh)]),
    ),
  );

const LONG_ROWS = 40;

/** A cell of a table takes 200 characters; some tables have eight columns. */
const longValue = (field: Field): FieldValue =>
  field.type === 'table'
    ? tableRows(field, LONG_ROWS, label => ofLength(`${label}${RARE_COMPANY}`, 40))
    : field.type === 'multi'
      ? (field.options ?? []).map(({ value }) => value)
      : (longWords(field) ?? usualWords(field));

/** What the worked cases of the pack enter, each field as it was entered first. */
function exampleValues(files: readonly PackFileText[]): Values {
  const found: Record<string, FieldValue> = {};
  for (const { example } of readExamples(files, []))
    for (const line of example.lines) {
      const entered = 'register' in line ? line.register : 'change' in line ? line.change : undefined;
      for (const [key, value] of Object.entries(entered ?? ('values' in line ? line.values : {})))
        if (value !== null && value !== '') found[key] ??= value;
    }
  return found;
}

/** A value for every field of a procedure, also for those no case would have together. */
export function fillValues(
  procedure: Procedure,
  files: readonly PackFileText[],
  fill: Exclude<Fill, 'blank'>,
): Values {
  const entered = fill === 'sample' ? exampleValues(files) : {};
  const chosen = Object.fromEntries(
    Object.values(procedure.grounds).map(({ field, items }) => [field, items.at(-1)?.no ?? null]),
  );
  return Object.fromEntries(
    procedure.fields.map(field => [
      field.key,
      entered[field.key] ?? chosen[field.key] ?? (fill === 'long' ? longValue(field) : usualWords(field)),
    ]),
  );
}

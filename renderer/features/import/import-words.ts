import type { TFunction } from 'i18next';
import type { At, CheckedRow, RowDoubt, RowProblem } from '#shared/import/check-rows.ts';
import { OWN_TARGETS, type OwnTarget, type Target } from '#shared/import/import.mapping.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Reading } from './import.stage.ts';

export type Translate = TFunction<'import'>;

const isOwnTarget = (target: Target): target is OwnTarget => OWN_TARGETS.some(own => own === target);

export function targetInWords(
  target: Target,
  { fields }: Pick<Procedure, 'fields'>,
  t: Translate,
  language: Language,
): string {
  if (isOwnTarget(target)) return t(`mapping.own.${target}`);
  const field = fields.find(({ key }) => key === target);
  return field ? inLanguage(field.label, language) : '';
}

/** The name of a column as the file has it. */
export const columnInWords = (name: string, column: number, t: Translate): string =>
  name === '' ? t('mapping.noName', { column: column + 1 }) : name.replace(/\s+/g, ' ');

function problemInWords(problem: RowProblem, t: Translate, language: Language): string {
  if (problem.code === 'rule') return inLanguage(problem.told, language);
  const { code, ...details } = problem;
  return t(`preview.wrong.${code}`, details);
}

const doubtInWords = (doubt: RowDoubt, t: Translate, language: Language): string =>
  doubt.code === 'taken-for'
    ? t('preview.doubt.taken-for', { option: inLanguage(doubt.option.label, language) })
    : t(`preview.doubt.${doubt.code}`);

/** Where it is and what: by the name of the column, by that of the field where there is no column. */
function atPlace(at: At<unknown>, what: string, reading: Reading, t: Translate, language: Language): string {
  const { table, source } = reading;
  const name =
    at.column === null
      ? targetInWords(at.target, source.procedure, t, language)
      : columnInWords(table.head[at.column] ?? '', at.column, t);
  return name === '' ? what : t('preview.columnNamed', { column: name, what });
}

const faultLines = (row: CheckedRow, tell: (at: At<RowProblem>) => string): readonly string[] =>
  row.kind === 'faulty' ? row.faults.map(tell) : [];

/** Everything that is wrong or odd in a row, each with its place. */
export const linesOfRow = (
  row: CheckedRow,
  reading: Reading,
  t: Translate,
  language: Language,
): readonly string[] => [
  ...faultLines(row, at => atPlace(at, problemInWords(at.what, t, language), reading, t, language)),
  ...row.doubts.map(at => atPlace(at, doubtInWords(at.what, t, language), reading, t, language)),
];

/** What is wrong in a row, for a list that lies in clear on the disk: no word of the cells themselves. */
export const plainFaultsOfRow = (
  row: CheckedRow,
  reading: Reading,
  t: Translate,
  language: Language,
): readonly string[] =>
  faultLines(row, at => {
    const what =
      at.what.code === 'no-option' ? t('preview.wrong.no-such') : problemInWords(at.what, t, language);
    return atPlace(at, what, reading, t, language);
  });

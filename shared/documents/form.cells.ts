import { inLanguage, type Language } from '#shared/core/text.ts';
import { valueOnPaper } from '#shared/procedure/field.kinds.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import type { FormCell } from '#shared/procedure/form.schema.ts';
import { getField } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Values } from '#shared/procedure/values.ts';
import {
  blank,
  labelCell,
  longCell,
  para,
  parasCell,
  signCell,
  signSpace,
  text,
  tick,
  ticks,
  value,
  valueCell,
  type CellOptions,
} from './paper.build.ts';
import type { Cell, Run } from './paper.model.ts';

export interface FormContents {
  readonly procedure: Procedure;
  readonly values: Values;
  readonly language: Language;
}

/** Rule for a name written by hand. */
const HAND_EM = 6;

/** Room between two fields of one cell. */
const BETWEEN = '　　';

function choice(field: Field, { values, language }: FormContents): readonly Run[] {
  const chosen = values[field.key];
  return ticks(
    (field.options ?? []).map(option => ({
      label: inLanguage(option.label, language),
      on: Array.isArray(chosen) ? chosen.includes(option.value) : chosen === option.value,
    })),
  );
}

/** A field as the paper shows it: every choice with its box, a yes with its box, anything else in words. */
export function fieldRuns(field: Field, as: FormCell['as'], contents: FormContents): readonly Run[] {
  const { values, language } = contents;
  if (as === 'ticks' && field.options) return choice(field, contents);
  if (as === 'ticks' && field.type === 'bool')
    return [tick(values[field.key] === true, inLanguage(field.label, language))];
  const content = valueOnPaper(field, values[field.key], language);
  return content === '' ? [] : [value(field.key, content)];
}

/** In a cell of several values each is known by the label of its field. */
export function named(runs: readonly Run[], { procedure, language }: FormContents): readonly Run[] {
  if (runs.filter(({ kind }) => kind === 'value').length < 2) return runs;
  return runs.map(run => {
    const field = run.kind === 'value' ? procedure.fields.find(({ key }) => key === run.key) : undefined;
    return field ? { ...run, label: inLanguage(field.label, language) } : run;
  });
}

const spans = (cell: FormCell): CellOptions => ({ cols: cell.cols, rows: cell.rows });

/** One cell of a form's layout, filled. */
export function formCell(cell: FormCell, label: string, contents: FormContents): Cell {
  const { procedure, language, values } = contents;
  if (cell.label) return labelCell(inLanguage(cell.label, language), spans(cell));
  if (cell.sign) return signCell([signSpace(inLanguage(cell.sign, language))], spans(cell));
  if (cell.fields) {
    const runs = cell.fields.flatMap((key, index) => [
      ...(index > 0 ? [text(BETWEEN)] : []),
      ...fieldRuns(getField(procedure, key), cell.as, contents),
    ]);
    return valueCell(named(runs, contents), spans(cell));
  }
  const field = getField(procedure, cell.field ?? '');
  if (cell.long)
    return longCell(label, field.key, valueOnPaper(field, values[field.key], language), spans(cell));
  const runs = fieldRuns(field, cell.as, contents);
  if (!cell.by_hand) return valueCell(runs, spans(cell));
  const line = [text(inLanguage(cell.by_hand, language)), blank(HAND_EM)];
  return parasCell([para('body', runs), para('body', line)], spans(cell));
}

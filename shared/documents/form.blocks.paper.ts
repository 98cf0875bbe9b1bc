import { assertNever } from '#shared/core/assert.ts';
import { inLanguage } from '#shared/core/text.ts';
import { valueOnPaper } from '#shared/procedure/field.kinds.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import type { FormBlock, Sign } from '#shared/procedure/form.blocks.ts';
import { getField } from '#shared/procedure/procedure.lookup.ts';
import type { TableRow } from '#shared/procedure/values.ts';
import { fieldRuns } from './form.cells.ts';
import { filled, type FormSubject } from './form.subject.ts';
import {
  blank,
  grounds,
  headCell,
  line,
  para,
  row,
  signatures,
  signSpace,
  table,
  text,
  value,
  valueCell,
} from './paper.build.ts';
import type { Block, Run, SignSpace } from './paper.model.ts';

type BlockOf<Key extends string> = Extract<FormBlock, Record<Key, unknown>>;

export const signOf = ({ label, dated }: Sign, { language }: FormSubject): SignSpace =>
  dated ? signSpace(inLanguage(label, language)) : signSpace(inLanguage(label, language), null);

/** Rule after a label whose value is not known. */
const LINE_EM = 10;

function labelled(field: Field, subject: FormSubject): readonly Run[] {
  const { language, procedure, state } = subject;
  const runs = fieldRuns(field, 'ticks', { procedure, values: state?.values ?? {}, language });
  const colon = language === 'en' ? ': ' : '：';
  return [text(inLanguage(field.label, language) + colon), ...(runs.length > 0 ? runs : [blank(LINE_EM)])];
}

function groundsBlock({ grounds: id, show }: BlockOf<'grounds'>, subject: FormSubject): readonly Block[] {
  const list = subject.procedure.grounds[id];
  const chosenNo = list && subject.state?.values[list.field];
  const items = (list?.items ?? []).map(({ no, text: words }) => ({
    no,
    text: inLanguage(words, subject.language),
  }));
  const chosen = items.findIndex(({ no }) => no === chosenNo);
  if (show === 'all' || chosen < 0) return [grounds(items, chosen < 0 ? null : chosen)];
  const only = items[chosen];
  return only ? [para('body', [value(list?.field ?? id, only.no + only.text)])] : [];
}

const isRow = (entry: unknown): entry is TableRow => typeof entry === 'object' && entry !== null;

function rowsBlock({ rows_of: key, blank_rows: empty }: BlockOf<'rows_of'>, subject: FormSubject): Block {
  const field = getField(subject.procedure, key);
  const columns = field.columns ?? [];
  const entered = subject.state?.values[key];
  const rows = (Array.isArray(entered) ? entered : []).filter(isRow).map((entry, index) =>
    row(
      columns.map(column => {
        const content = entry[column.key] ?? '';
        return valueCell(content === '' ? '' : value(`${key}_${index}_${column.key}`, content));
      }),
    ),
  );
  const left = Math.max(0, empty - rows.length);
  return table(
    columns.map(({ width }) => width),
    [...rows, ...Array.from({ length: left }, () => row(columns.map(() => valueCell(''))))],
    { head: [row(columns.map(({ label }) => headCell(inLanguage(label, subject.language))))] },
  );
}

/** Lines of their length to write a text on: a record is taken down by hand, a letter is typed as a rule. */
const WRITING = { letter: { lines: 3, em: 26 }, record: { lines: 12, em: 36 } } as const;

function longBlock({ long: key, heading }: BlockOf<'long'>, subject: FormSubject): readonly Block[] {
  const { language, procedure, state } = subject;
  const field = getField(procedure, key);
  const content = valueOnPaper(field, state?.values[key], language);
  const { lines, em } = WRITING[subject.form.sheet === 'record' ? 'record' : 'letter'];
  const head = para('heading2', inLanguage(heading ?? field.label, language));
  return content === ''
    ? [head, ...Array.from({ length: lines }, () => para('body', blank(em)))]
    : [head, para('body', value(key, content))];
}

/** One piece of a letter or a record, filled from the case. */
export function blocksOf(block: FormBlock, subject: FormSubject): readonly Block[] {
  if ('para' in block) return [para(block.style, filled(block.para, subject))];
  if ('line' in block) return [line(filled(block.line.left, subject), filled(block.line.right, subject))];
  if ('fields' in block)
    return block.fields.map(key => para('body', labelled(getField(subject.procedure, key), subject)));
  if ('long' in block) return longBlock(block, subject);
  if ('grounds' in block) return groundsBlock(block, subject);
  if ('rows_of' in block) return [rowsBlock(block, subject)];
  if ('signatures' in block)
    return [
      signatures(
        block.per_row,
        block.signatures.map(sign => signOf(sign, subject)),
      ),
    ];
  return assertNever(block);
}

import { instantAt } from '#shared/core/instant.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { normalPhone } from '#shared/identity/phone.ts';
import { kindOf } from '#shared/procedure/field.kinds.ts';
import type { Field, Option } from '#shared/procedure/field.schema.ts';
import { essence, type FieldValue } from '#shared/procedure/values.ts';
import { warningFor } from '#shared/case/values.check.ts';
import { readDate, type DateFault } from './read-date.ts';

/** Why a cell is not taken as it stands. */
export type CellFault =
  | { readonly code: DateFault }
  | { readonly code: 'not-a-number' }
  | { readonly code: 'not-yes-or-no' }
  /** None of the options is called that. */
  | { readonly code: 'no-option'; readonly word: string }
  | { readonly code: 'too-long'; readonly longest: number }
  | { readonly code: 'not-fitting' };

/** What looks odd and is taken all the same. */
export type CellDoubt =
  | { readonly code: 'phone' | 'id-number' | 'credit-code' }
  /** Another word than the option's own. */
  | { readonly code: 'taken-for'; readonly option: Option };

export interface ReadCell {
  readonly value: FieldValue;
  readonly doubt?: CellDoubt;
}

type Read = Result<ReadCell, CellFault>;

const YES = new Set(['是', '有', '真', '√', '✓', '✔', '☑', '1', 'y', 'yes', 'true', '对']);
const NO = new Set([
  '否',
  '无',
  '没有',
  '假',
  '×',
  'x',
  '☐',
  '□',
  '0',
  'n',
  'no',
  'false',
  '不',
  '不是',
  '-',
  '/',
]);

const labelsOf = ({ label, value }: Option): readonly string[] =>
  [label.zh, label.en ?? '', value].map(essence);

/** The option that is meant: by its very name, else the only one whose name is in the word or holds it. */
function optionFor(options: readonly Option[], written: string): ReadCell | undefined {
  const word = essence(written);
  const same = options.find(option => labelsOf(option).includes(word));
  if (same) return { value: same.value };
  const near = options.filter(option =>
    labelsOf(option).some(
      label => label.length > 1 && word.length > 1 && (label.includes(word) || word.includes(label)),
    ),
  );
  const [only] = near;
  return near.length === 1 && only
    ? { value: only.value, doubt: { code: 'taken-for', option: only } }
    : undefined;
}

function ofOptions(field: Field, written: string, words: Readonly<Record<string, string>>): Read {
  const options = field.options ?? [];
  const known = words[written];
  if (known !== undefined && options.some(({ value }) => value === known)) return ok({ value: known });
  const found = optionFor(options, written);
  return found ? ok(found) : err({ code: 'no-option', word: written });
}

function ofMany(field: Field, written: string, words: Readonly<Record<string, string>>): Read {
  const values: string[] = [];
  let doubt: CellDoubt | undefined;
  for (const word of written.split(/[、，,;；/\n]+/).map(each => each.trim())) {
    if (word === '') continue;
    const found = ofOptions(field, word, words);
    if (!found.ok) return found;
    if (typeof found.value.value === 'string') values.push(found.value.value);
    doubt ??= found.value.doubt;
  }
  return ok({ value: [...new Set(values)], ...(doubt ? { doubt } : {}) });
}

function ofText(field: Field, written: string): Read {
  const { longest, accepts } = kindOf(field);
  const inLine = field.type === 'longtext' ? written : written.replace(/\s*\n\s*/g, ' ');
  const value = field.type === 'phone' ? normalPhone(inLine) : inLine;
  if (value.length > longest) return err({ code: 'too-long', longest });
  if (!accepts(value, field)) return err({ code: 'not-fitting' });
  const warning = warningFor(field, value);
  return ok({ value, ...(warning ? { doubt: { code: warning.kind } } : {}) });
}

function ofDay(field: Field, written: string): Read {
  const read = readDate(written);
  if (typeof read === 'string') return err({ code: read });
  return ok({ value: field.type === 'date' ? read.date : instantAt(read.date, read.time ?? '00:00') });
}

function ofNumber(written: string): Read {
  const plain = written.normalize('NFKC').replace(/[,\s¥￥元]/g, '');
  const value = Number(plain);
  return plain !== '' && Number.isFinite(value) ? ok({ value }) : err({ code: 'not-a-number' });
}

function ofTick(written: string): Read {
  const word = written.normalize('NFKC').trim().toLowerCase();
  if (YES.has(word)) return ok({ value: true });
  return NO.has(word) ? ok({ value: false }) : err({ code: 'not-yes-or-no' });
}

/** What a cell of an old ledger says for a field. `words` are those a person explained. An empty cell says nothing. */
export function readCell(field: Field, text: string, words: Readonly<Record<string, string>> = {}): Read {
  const written = text.trim();
  if (written === '') return ok({ value: null });
  switch (field.type) {
    case 'date':
    case 'datetime':
      return ofDay(field, written);
    case 'number':
    case 'money':
      return ofNumber(written);
    case 'enum':
      return ofOptions(field, written, words);
    case 'multi':
      return ofMany(field, written, words);
    case 'bool':
      return ofTick(written);
    default:
      return ofText(field, written);
  }
}

import { writtenDate, writtenDateTime } from '#shared/calendar/chinese-date.ts';
import { readablePhone } from '#shared/identity/phone.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { Instant, timeOf, dateOf } from '#shared/core/instant.ts';
import { parsePlainDate } from '#shared/core/plain-date.ts';
import type { Field, FieldType } from './field.schema.ts';
import { isFilled, isTable, scalarText, type FieldValue, type TableRow } from './values.ts';

/** Everything the rest of the program may ask of a type of field, so that nobody asks which type it is. */
export interface FieldKind {
  /** How long an entry may be, in characters. */
  readonly longest: number;
  readonly accepts: (value: Exclude<FieldValue, null>, field: Field) => boolean;
  /** The value in words, as lists show it. */
  readonly inWords: (value: Exclude<FieldValue, null>, field: Field, language: Language) => string;
  /** How cases are found by it; absent where nobody looks for it. */
  readonly searched?: 'phone' | 'address' | 'words' | 'text';
  /** As papers print it, where that differs: 2026年1月9日 without zeros, 138 0013 8000. */
  readonly printed?: (value: string, language: Language) => string;
}

const labelOf = (field: Field, value: string, language: Language): string => {
  const option = field.options?.find(candidate => candidate.value === value);
  return option ? inLanguage(option.label, language) : value;
};

const line = (longest: number): FieldKind => ({
  longest,
  accepts: value => typeof value === 'string' && value.length <= longest && !value.includes('\n'),
  inWords: scalarText,
});

const words = (longest: number): FieldKind => ({ ...line(longest), searched: 'words' });

/** Every column of the row is one of the table's. */
const isRowOf = (row: TableRow, field: Field): boolean =>
  Object.entries(row).every(
    ([key, text]) => text.length <= 200 && (field.columns?.some(column => column.key === key) ?? false),
  );

const numeric: FieldKind = {
  longest: 16,
  accepts: value => typeof value === 'number' && Number.isFinite(value),
  inWords: scalarText,
};

const KINDS: Readonly<Record<FieldType, FieldKind>> = {
  text: words(200),
  person: words(100),
  phone: { ...line(60), searched: 'phone', printed: (value, language) => readablePhone(value, language) },
  id_document: words(60),
  credit_code: words(60),
  org: words(200),
  address: { ...line(300), searched: 'address' },
  longtext: {
    longest: 20_000,
    searched: 'text',
    accepts: value => typeof value === 'string' && value.length <= 20_000,
    inWords: scalarText,
  },
  number: numeric,
  money: {
    ...numeric,
    inWords: value => (typeof value === 'number' ? value.toFixed(2) : scalarText(value)),
  },
  date: {
    longest: 10,
    accepts: value => typeof value === 'string' && parsePlainDate(value) !== undefined,
    inWords: scalarText,
    printed: (value, language) => {
      const date = parsePlainDate(value);
      return date === undefined ? value : writtenDate(date, language);
    },
  },
  datetime: {
    longest: 32,
    accepts: value => Instant.safeParse(value).success,
    inWords: value => {
      const instant = Instant.safeParse(value);
      return instant.success ? `${dateOf(instant.data)} ${timeOf(instant.data)}` : scalarText(value);
    },
    printed: (value, language) => {
      const instant = Instant.safeParse(value);
      return instant.success ? writtenDateTime(instant.data, language) : value;
    },
  },
  enum: {
    longest: 100,
    accepts: (value, field) => field.options?.some(option => option.value === value) ?? false,
    inWords: (value, field, language) => labelOf(field, scalarText(value), language),
  },
  multi: {
    longest: 1000,
    accepts: (value, field) =>
      Array.isArray(value) &&
      value.every(entry => field.options?.some(option => option.value === entry) ?? false),
    inWords: (value, field, language) =>
      Array.isArray(value)
        ? value.map(entry => labelOf(field, String(entry), language)).join(language === 'en' ? ', ' : '、')
        : '',
  },
  table: {
    longest: 200,
    searched: 'words',
    accepts: (value, field) =>
      isTable(value) && value.length <= 500 && value.every(row => isRowOf(row, field)),
    inWords: (value, field, language) =>
      isTable(value)
        ? value
            .map(row => (field.columns ?? []).flatMap(({ key }) => row[key] || []).join(' '))
            .join(language === 'en' ? '; ' : '；')
        : '',
  },
  bool: {
    longest: 5,
    accepts: value => typeof value === 'boolean',
    inWords: (value, field, language) => (value === true ? inLanguage(field.label, language) : ''),
  },
};

export const kindOf = (field: Field): FieldKind => KINDS[field.type];

/** The value of a field in words; empty for nothing. */
export const valueInWords = (field: Field, value: FieldValue | undefined, language: Language): string =>
  value === undefined || value === null || !isFilled(value)
    ? ''
    : kindOf(field).inWords(value, field, language);

/** The value of a field as papers print it; empty for nothing. */
export const valueOnPaper = (field: Field, value: FieldValue | undefined, language: Language): string => {
  const { printed } = kindOf(field);
  return printed && typeof value === 'string' && value !== ''
    ? printed(value, language)
    : valueInWords(field, value, language);
};

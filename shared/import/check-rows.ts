import { dateOf, instantAt, msOf, type Instant } from '#shared/core/instant.ts';
import { isValidOn } from '#shared/procedure/procedure.lookup.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import { numberOrder } from '#shared/procedure/number-order.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { isFilled, scalarText, type FieldValue, type Values } from '#shared/procedure/values.ts';
import { ruleFindings } from '#shared/case/value-rules.ts';
import { missingFields } from '#shared/case/values.check.ts';
import type { Text } from '#shared/core/text.ts';
import type { ImportMapping, Table, Target } from './import.mapping.ts';
import { anonymousField, importFields } from './import.targets.ts';
import { readCell, type CellDoubt, type CellFault } from './read-cell.ts';
import { readDate, type DateFault } from './read-date.ts';

export const LONGEST_NUMBER = 60;
const LONGEST_REST = 20_000;

/** A case as an old ledger tells it. */
export interface ImportEntry {
  /** Of the sheet, from 1. */
  readonly row: number;
  /** null where the ledger gave none. */
  readonly number: string | null;
  readonly receivedAt: Instant;
  readonly closedAt: Instant | null;
  readonly values: Values;
  /** What stood in columns without a field. */
  readonly rest: string;
}

/** Where in a row something is, and what. */
export interface At<What> {
  readonly target: Target;
  /** Its column in the table; null where it has none. */
  readonly column: number | null;
  readonly what: What;
}

export type RowProblem =
  | CellFault
  | { readonly code: 'missing' }
  /** The same number stands in that row of the file too, or in the ledger. */
  | { readonly code: 'number-twice'; readonly row: number }
  | { readonly code: 'number-there' }
  | { readonly code: 'number-too-long'; readonly longest: number }
  | { readonly code: 'row-twice'; readonly row: number }
  | { readonly code: 'later-than-now' }
  | { readonly code: 'closed-before' }
  | { readonly code: 'closed-without-date' }
  | { readonly code: 'not-valid-then' }
  | { readonly code: 'rule'; readonly told: Text };

export type RowDoubt = CellDoubt;

export type CheckedRow =
  | {
      readonly kind: 'ready';
      readonly row: number;
      readonly entry: ImportEntry;
      readonly doubts: readonly At<RowDoubt>[];
    }
  | {
      readonly kind: 'faulty';
      readonly row: number;
      /** What could be read of it all the same. */
      readonly entry: Omit<ImportEntry, 'receivedAt'> & { readonly receivedAt: Instant | null };
      readonly faults: readonly At<RowProblem>[];
      readonly doubts: readonly At<RowDoubt>[];
    };

export interface CheckContext {
  readonly procedure: Procedure;
  readonly now: Instant;
  /** `numberOrder` of every number the ledger has already. */
  readonly taken: ReadonlySet<string>;
}

const OPEN_WORDS = /^(未|没|否|无|在办|办理中|处理中|待|open|pending|no)/i;
const OVER_WORDS = /^(已|是|完|结|办结|√|✓|yes|done|closed)/i;
const NOBODY = new Set(['匿名', '无名', '无名氏', '不详', '未留名', 'anonymous']);

interface ReaderParts {
  readonly table: Table;
  readonly mapping: ImportMapping;
  readonly context: CheckContext;
  readonly fields: ReadonlyMap<string, Field>;
}

/** Reads one row; what goes over rows is looked at afterwards. */
class RowReader {
  private readonly faults: At<RowProblem>[] = [];
  private readonly doubts: At<RowDoubt>[] = [];
  private readonly values: Record<string, FieldValue> = {};
  private readonly rest: string[] = [];
  private number: string | null = null;
  private receivedAt: Instant | null = null;
  private closedAt: Instant | null = null;

  private readonly parts: ReaderParts;

  constructor(parts: ReaderParts) {
    this.parts = parts;
  }

  read(cells: readonly string[], row: number): CheckedRow {
    this.parts.mapping.columns.forEach((target, column) => {
      this.take(target, column, (cells[column] ?? '').trim());
    });
    for (const [key, text] of Object.entries(this.parts.mapping.fixed))
      if (!isFilled(this.values[key])) this.takeField(key, null, text);
    this.checkDays();
    this.checkFields();
    const { number, closedAt, values } = this;
    const rest = this.rest.join('\n').slice(0, LONGEST_REST);
    const { faults, doubts, receivedAt } = this;
    if (faults.length > 0 || receivedAt === null)
      return {
        kind: 'faulty',
        row,
        entry: { row, number, receivedAt, closedAt, values, rest },
        faults,
        doubts,
      };
    return { kind: 'ready', row, entry: { row, number, receivedAt, closedAt, values, rest }, doubts };
  }

  private fault(target: Target, column: number | null, what: RowProblem): void {
    this.faults.push({ target, column, what });
  }

  private columnOf(target: Target): number | null {
    const column = this.parts.mapping.columns.indexOf(target);
    return column < 0 ? null : column;
  }

  private take(target: Target, column: number, text: string): void {
    if (text === '' || target === '') return;
    switch (target) {
      case '@number':
        if (text.length > LONGEST_NUMBER)
          this.fault(target, column, { code: 'number-too-long', longest: LONGEST_NUMBER });
        else this.number = text.replace(/\s+/g, ' ');
        return;
      case '@received':
        this.receivedAt = this.dayOf(target, column, text);
        return;
      case '@closed':
        this.takeClosed(column, text);
        return;
      case '@rest':
        this.rest.push(`${this.parts.table.head[column] ?? ''}：${text}`);
        return;
      default:
        this.takeField(target, column, text);
    }
  }

  private dayOf(target: Target, column: number, text: string): Instant | null {
    const read = readDate(text);
    if (typeof read !== 'string') return instantAt(read.date, read.time ?? '00:00');
    this.fault(target, column, { code: read satisfies DateFault });
    return null;
  }

  private takeClosed(column: number, text: string): void {
    if (OPEN_WORDS.test(text)) return;
    if (OVER_WORDS.test(text) && typeof readDate(text) === 'string')
      this.fault('@closed', column, { code: 'closed-without-date' });
    else this.closedAt = this.dayOf('@closed', column, text);
  }

  private takeField(key: string, column: number | null, text: string): void {
    const field = this.parts.fields.get(key);
    if (!field || text === '') return;
    const { procedure } = this.parts.context;
    const anonymous = key === procedure.registration.person ? anonymousField(procedure) : undefined;
    if (anonymous && NOBODY.has(text.toLowerCase())) {
      this.values[anonymous.key] = true;
      return;
    }
    const read = readCell(field, text, this.parts.mapping.words[key]);
    if (!read.ok) {
      this.fault(key, column, read.error);
      return;
    }
    this.values[key] = read.value.value;
    if (read.value.doubt) this.doubts.push({ target: key, column, what: read.value.doubt });
  }

  private checkDays(): void {
    const { receivedAt, closedAt } = this;
    const { now, procedure } = this.parts.context;
    const at = this.columnOf('@received');
    if (receivedAt === null) {
      const isTold = this.faults.some(({ target }) => target === '@received');
      if (!isTold) this.fault('@received', at, { code: 'missing' });
      return;
    }
    if (msOf(receivedAt) > msOf(now)) {
      this.fault('@received', at, { code: 'later-than-now' });
      return;
    }
    if (!isValidOn(procedure, dateOf(receivedAt))) this.fault('@received', at, { code: 'not-valid-then' });
    if (closedAt === null) return;
    const over = this.columnOf('@closed');
    if (msOf(closedAt) > msOf(now)) this.fault('@closed', over, { code: 'later-than-now' });
    else if (dateOf(closedAt) < dateOf(receivedAt)) this.fault('@closed', over, { code: 'closed-before' });
  }

  private checkFields(): void {
    const { procedure } = this.parts.context;
    const broken = new Set(this.faults.map(({ target }) => target));
    const asked = procedure.registration.fields.flatMap(key => {
      const field = procedure.fields.find(each => each.key === key);
      return field && field.system === undefined ? [{ field, required: false }] : [];
    });
    for (const key of missingFields(asked, this.values)) {
      const usual = this.parts.fields.get(key)?.default;
      if (usual !== undefined) this.values[key] = usual;
      else if (!broken.has(key)) this.fault(key, this.columnOf(key), { code: 'missing' });
    }
    for (const { field, then, told } of ruleFindings(procedure, this.values))
      if (then === 'block') this.fault(field, this.columnOf(field), { code: 'rule', told });
  }
}

/** The row with one fault more. */
const faulty = (row: CheckedRow, fault: At<RowProblem>): CheckedRow => ({
  kind: 'faulty',
  row: row.row,
  entry: row.entry,
  faults: [...(row.kind === 'faulty' ? row.faults : []), fault],
  doubts: row.doubts,
});

const isBlank = (cells: readonly string[]): boolean => cells.every(cell => cell.trim() === '');

/** Every row of the table that says something, as a case or with what is wrong in it. Nothing is written anywhere. */
export function checkRows(
  table: Table,
  mapping: ImportMapping,
  context: CheckContext,
): readonly CheckedRow[] {
  const fields = new Map(importFields(context.procedure).map(field => [field.key, field]));
  const numberColumn = mapping.columns.indexOf('@number');
  const column = numberColumn < 0 ? null : numberColumn;
  const numbers = new Map<string, number>();
  const wholes = new Map<string, number>();
  return table.rows.flatMap((cells, index): readonly CheckedRow[] => {
    if (isBlank(cells)) return [];
    const at = table.firstRow + index;
    const checked = new RowReader({ table, mapping, context, fields }).read(cells, at);
    const { number } = checked.entry;
    if (number === null) {
      const whole = JSON.stringify(cells.map(cell => cell.trim()));
      const twin = wholes.get(whole);
      wholes.set(whole, twin ?? at);
      return twin === undefined
        ? [checked]
        : [faulty(checked, { target: '', column: null, what: { code: 'row-twice', row: twin } })];
    }
    const key = numberOrder(number);
    const twin = numbers.get(key);
    numbers.set(key, twin ?? at);
    const fault = (what: RowProblem): readonly CheckedRow[] => [
      faulty(checked, { target: '@number', column, what }),
    ];
    if (twin !== undefined) return fault({ code: 'number-twice', row: twin });
    return context.taken.has(key) ? fault({ code: 'number-there' }) : [checked];
  });
}

/** Words of option fields that nobody understands, with how often they stand in the file, the most frequent first. */
export function unknownWords(
  rows: readonly CheckedRow[],
): readonly { readonly field: string; readonly word: string; readonly count: number }[] {
  const found = new Map<string, { field: string; word: string; count: number }>();
  for (const row of rows) {
    if (row.kind === 'ready') continue;
    for (const { target, what } of row.faults) {
      if (what.code !== 'no-option') continue;
      const key = JSON.stringify([target, what.word]);
      const known = found.get(key) ?? { field: target, word: what.word, count: 0 };
      found.set(key, { ...known, count: known.count + 1 });
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
}

/** One line that names the row in lists. */
export const summaryOfEntry = (procedure: Procedure, values: Values): { person: string; matter: string } => ({
  person: scalarText(values[procedure.registration.person]),
  matter: scalarText(values[procedure.registration.matter]),
});

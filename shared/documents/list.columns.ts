import type { CaseState } from '#shared/case/case.state.ts';
import { nextClock, type Clock } from '#shared/case/clocks.ts';
import { closedAt, standingOf } from '#shared/case/standing.ts';
import { dateOf, timeOf } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { valueInWords, valueOnPaper } from '#shared/procedure/field.kinds.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import type { ListColumn } from '#shared/procedure/form.schema.ts';
import { getField } from '#shared/procedure/procedure.lookup.ts';
import type { FieldValue } from '#shared/procedure/values.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { coverHidden } from '#shared/search/hidden-words.ts';

/** One line of a list. */
export interface ListEntry {
  readonly state: CaseState;
  readonly procedure: Procedure;
  readonly clocks: readonly Clock[];
  /** Name of the class of the case; empty where its procedure knows none. */
  readonly severity: string;
  /** Stands in the place of whoever is hidden. */
  readonly code: string | null;
}

const LATE = { 'zh-CN': '，逾期', en: ', overdue' } as const;

function dueWords({ counted, status }: Clock, language: Language): string {
  if (!counted?.due) return '';
  const day =
    counted.precision === 'day' && counted.dueDate !== null
      ? counted.dueDate
      : `${dateOf(counted.due)} ${timeOf(counted.due)}`;
  return status === 'overdue' ? day + LATE[language] : day;
}

/** The day an open case must be ready by; of a closed one, that of the limit that was met last. */
function due({ clocks }: ListEntry, language: Language): string {
  const ended = clocks.filter(
    ({ limit, status }) => limit.kind === 'duty' && (status === 'met' || status === 'met-late'),
  );
  const lastFirst = (a: Clock, b: Clock): number => ((a.ended ?? '') < (b.ended ?? '') ? 1 : -1);
  const clock = nextClock(clocks) ?? ended.sort(lastFirst)[0];
  return clock ? dueWords(clock, language) : '';
}

/** In a table days are written in figures of one length (GB/T 7408): 2026-01-09, with the time under it. */
function entryInWords(field: Field, entered: FieldValue | undefined, language: Language): string {
  const dated = field.type === 'date' || field.type === 'datetime';
  return (dated ? valueInWords : valueOnPaper)(field, entered, language);
}

/** What stands in a column for one case. */
export function columnContent(
  column: ListColumn,
  entry: ListEntry,
  index: number,
  language: Language,
): string {
  const { state, procedure, code } = entry;
  if (column.field !== undefined) {
    if (column.field === procedure.severity?.field) return entry.severity;
    if (code !== null && procedure.confidentiality?.fields.includes(column.field)) return code;
    const words = entryInWords(getField(procedure, column.field), state.values[column.field], language);
    return code === null ? words : coverHidden(procedure, state.values)(words);
  }
  switch (column.of) {
    case 'serial':
      return String(index + 1);
    case 'number':
      return state.number;
    case 'received':
      return dateOf(state.receivedAt);
    case 'state': {
      const { shown } = standingOf(procedure, state);
      return shown ? inLanguage(shown.name, language) : '';
    }
    case 'handler':
      return state.lastBy.name;
    case 'closed': {
      const closed = closedAt(procedure, state);
      return closed === undefined ? '' : dateOf(closed);
    }
    case 'severity':
      return entry.severity;
    case 'due':
      return due(entry, language);
    case undefined:
      return '';
  }
}

/** How often each content stands in the column, in the order of the choices where there is one. */
function tally(
  column: ListColumn,
  entries: readonly ListEntry[],
  field: Field | undefined,
  language: Language,
) {
  const order = field?.options?.map(({ label }) => inLanguage(label, language)) ?? [];
  const counts = new Map(order.map(label => [label, 0]));
  for (const entry of entries) {
    const chosen = field && entry.state.values[field.key];
    const contents = Array.isArray(chosen)
      ? (field?.options ?? [])
          .filter(({ value }) => (chosen as readonly unknown[]).includes(value))
          .map(({ label }) => inLanguage(label, language))
      : [columnContent(column, entry, 0, language)];
    for (const content of contents) counts.set(content, (counts.get(content) ?? 0) + 1);
  }
  return [...counts].filter(([content, count]) => content !== '' && count > 0);
}

/** What stands at the foot of a column: its sum where it holds numbers, how often each choice was made where asked. */
export function columnTotal(
  column: ListColumn,
  entries: readonly ListEntry[],
  procedure: Procedure,
  language: Language,
): string {
  const field = procedure.fields.find(({ key }) => key === column.field);
  if (column.total === 'tally')
    return tally(column, entries, field, language)
      .map(([content, count]) => `${content} ${count}`)
      .join(language === 'en' ? ', ' : '，');
  if (field?.type !== 'number' && field?.type !== 'money') return '';
  const numbers = entries
    .map(({ state }) => state.values[field.key])
    .filter(value => typeof value === 'number');
  // Of sums of money in yuan the cents are kept, whatever binary makes of them.
  const sum = Math.round(numbers.reduce((total, value) => total + value, 0) * 100) / 100;
  return numbers.length === 0 ? '' : valueOnPaper(field, sum, language);
}

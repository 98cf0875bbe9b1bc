import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { headScore } from './guess-mapping.ts';
import type { Table } from './import.mapping.ts';

/** Titles, dates and notes above a table take no more rows than this. */
const LOOKED_AT = 15;

const filled = (row: readonly string[]): readonly string[] => row.map(cell => cell.trim()).filter(Boolean);

/** A number, a day, a telephone: what stands in rows and in no head. */
const isFigure = (text: string): boolean => /^\d[\d\s./:年月日-]*$/.test(text.normalize('NFKC'));

/**
 * The row that names the columns, from 0: the one with the most names that mean something, the lower one of two, for a
 * head of two rows has its full names in the second. A title over all columns is one name many times.
 */
export function findHead(
  rows: readonly (readonly string[])[],
  procedure: Pick<Procedure, 'fields' | 'registration'>,
): number {
  let best = { row: -1, score: 0 };
  rows.slice(0, LOOKED_AT).forEach((row, at) => {
    const names = filled(row);
    if (new Set(names).size < Math.min(2, names.length)) return;
    if (names.some(name => name.length > 40 || isFigure(name))) return;
    const score = headScore(row, procedure);
    if (score > 0 && score >= best.score) best = { row: at, score };
  });
  if (best.row >= 0) return best.row;
  const first = rows.findIndex(row => new Set(filled(row)).size > 1);
  return Math.max(0, first);
}

/** The sheet from its head on, without columns that are empty all the way down. */
export function tableOf(rows: readonly (readonly string[])[], head: number): Table {
  const below = rows.slice(head + 1);
  const width = Math.max(0, ...rows.slice(head).map(row => row.length));
  const names = rows[head] ?? [];
  const cells = Array.from({ length: width }, (_none, column) => column);
  const used = cells.filter(
    column => (names[column] ?? '').trim() !== '' || below.some(row => (row[column] ?? '').trim() !== ''),
  );
  return {
    head: used.map(column => (names[column] ?? '').trim()),
    rows: below.map(row => used.map(column => row[column] ?? '')),
    firstRow: head + 2,
  };
}

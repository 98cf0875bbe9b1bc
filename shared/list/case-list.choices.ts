import { z } from 'zod';
import { CaseConditions } from './case.conditions.ts';

/** Lists that are always there; `received` is what was registered this month. */
export const CASE_TABS = [
  'open',
  'closed',
  'received',
  'all',
  'asking',
  'closed-in',
  'in-time',
  'overdue',
] as const;
export const CaseTab = z.enum(CASE_TABS);
export type CaseTab = z.infer<typeof CaseTab>;

export const CaseListSort = z.strictObject({
  column: z.enum(['due', 'number', 'received']),
  direction: z.enum(['ascending', 'descending']),
});
export type CaseListSort = z.infer<typeof CaseListSort>;

/** Always shown; in this order before the others, where nobody chose another. */
export const FIXED_COLUMNS = ['number', 'due', 'person', 'matter'] as const;

/** Shown where they are chosen. */
export const FREE_COLUMNS = ['category', 'state', 'by', 'received', 'procedure', 'last'] as const;
export type FreeColumn = (typeof FREE_COLUMNS)[number];

export const CASE_COLUMNS = [...FIXED_COLUMNS, ...FREE_COLUMNS] as const;
export type CaseColumnId = (typeof CASE_COLUMNS)[number];

export const LEAST_WIDTH = 3;
export const MOST_WIDTH = 40;

export const CaseColumns = z.strictObject({
  shown: z.array(z.enum(FREE_COLUMNS)).max(FREE_COLUMNS.length),
  /** In rem, where another than the usual was chosen. */
  widths: z.partialRecord(z.enum(CASE_COLUMNS), z.number().min(LEAST_WIDTH).max(MOST_WIDTH)),
  /** Where another order than the usual was chosen, of the hidden ones too. */
  order: z.array(z.enum(CASE_COLUMNS)).max(CASE_COLUMNS.length).optional(),
});
export type CaseColumns = z.infer<typeof CaseColumns>;

/** Every column in its place; one the chosen order does not know comes after the others. */
export const columnsInOrder = ({ order = [] }: Pick<CaseColumns, 'order'>): readonly CaseColumnId[] => [
  ...new Set([...order, ...CASE_COLUMNS]),
];

/** One place before or after; at the end it stays where it is. */
export function moved(order: readonly CaseColumnId[], id: CaseColumnId, by: -1 | 1): readonly CaseColumnId[] {
  const to = order.indexOf(id) + by;
  if (to < 0 || to >= order.length) return order;
  const others = order.filter(each => each !== id);
  return others.toSpliced(to, 0, id);
}

/** The columns of the list from left to right. */
export const columnsShown = (columns: CaseColumns): readonly CaseColumnId[] => {
  const shown: readonly string[] = [...FIXED_COLUMNS, ...columns.shown];
  return columnsInOrder(columns).filter(id => shown.includes(id));
};

export const USUAL_COLUMNS: CaseColumns = { shown: ['category', 'state', 'by', 'received'], widths: {} };

export const MOST_VIEW_NAME = 20;
export const MOST_VIEWS = 30;

/** A list as somebody wants to see it again. Of what was looked for it keeps nothing. */
export const SavedView = z.strictObject({
  id: z.string().regex(/^view-[0-9a-zA-Z]{1,40}$/),
  name: z.string().trim().min(1).max(MOST_VIEW_NAME),
  tab: CaseTab,
  conditions: CaseConditions,
  sort: CaseListSort,
  columns: CaseColumns,
});
export type SavedView = z.infer<typeof SavedView>;

export const SavedViews = z.array(SavedView).max(MOST_VIEWS).readonly();

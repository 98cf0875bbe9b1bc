import type { TFunction } from 'i18next';
import { dateOf } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { SavedCell } from '#shared/import/import.file.ts';
import type { FreeColumn } from '#shared/list/case-list.choices.ts';
import type { CaseSummary } from '#renderer/db/queries/case.summary.ts';
import { deadlineWords } from '#renderer/ui/deadline/deadline-words.ts';
import { personShown } from './case-columns.tsx';
import { deadlineOf } from './deadline-of.ts';

export interface SheetWords {
  readonly t: TFunction<'cases'>;
  readonly ui: TFunction<'ui'>;
  readonly language: Language;
  readonly procedureName: (id: string) => string;
}

export const sheetHead = (shown: readonly FreeColumn[], t: TFunction<'cases'>): readonly string[] => [
  t('export.nth'),
  t('column.number'),
  t('export.dueDay'),
  t('column.due'),
  t('column.person'),
  t('column.matter'),
  ...shown.map(id => t(`column.${id}`)),
];

function freeCell(row: CaseSummary, id: FreeColumn, { language, procedureName }: SheetWords): SavedCell {
  switch (id) {
    case 'category':
      return row.category ? inLanguage(row.category.name, language) : '';
    case 'state':
      return row.state ? inLanguage(row.state.name, language) : '';
    case 'by':
      return row.lastBy;
    case 'received':
      return { date: dateOf(row.receivedAt) };
    case 'procedure':
      return procedureName(row.procedure);
    case 'last':
      return { date: dateOf(row.lastAt) };
  }
}

/** One line of the list as a line of a spreadsheet: what the screen shows, and of who is covered nothing more. */
export function sheetRow(
  row: CaseSummary,
  nth: number,
  shown: readonly FreeColumn[],
  words: SheetWords,
): readonly SavedCell[] {
  const due = row.clock?.counted?.dueDate;
  return [
    nth,
    row.number,
    due ? { date: due } : '',
    deadlineWords(words.ui, deadlineOf(row.clock)),
    personShown(row, words.t),
    row.matter,
    ...shown.map(id => freeCell(row, id, words)),
  ];
}

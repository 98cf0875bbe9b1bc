import type { TFunction } from 'i18next';
import { assertNever } from '#shared/core/assert.ts';
import { dateOf } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { SavedCell } from '#shared/import/import.file.ts';
import type { CaseColumnId } from '#shared/list/case-list.choices.ts';
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

/** A deadline is two columns: the day, which can be sorted and counted with, and the words. */
export const sheetHead = (shown: readonly CaseColumnId[], t: TFunction<'cases'>): readonly string[] => [
  t('export.nth'),
  ...shown.flatMap(id => [...(id === 'due' ? [t('export.dueDay')] : []), t(`column.${id}`)]),
];

function cellsOf(row: CaseSummary, id: CaseColumnId, words: SheetWords): readonly SavedCell[] {
  const { t, ui, language, procedureName } = words;
  switch (id) {
    case 'number':
      return [row.number];
    case 'due': {
      const due = row.clock?.counted?.dueDate;
      return [due ? { date: due } : '', deadlineWords(ui, deadlineOf(row.clock))];
    }
    case 'person':
      return [personShown(row, t)];
    case 'matter':
      return [row.matter];
    case 'category':
      return [row.category ? inLanguage(row.category.name, language) : ''];
    case 'state':
      return [row.state ? inLanguage(row.state.name, language) : ''];
    case 'by':
      return [row.lastBy];
    case 'received':
      return [{ date: dateOf(row.receivedAt) }];
    case 'procedure':
      return [procedureName(row.procedure)];
    case 'last':
      return [{ date: dateOf(row.lastAt) }];
    default:
      return assertNever(id);
  }
}

/** One line of the list as a line of a spreadsheet: what the screen shows, and of who is covered nothing more. */
export const sheetRow = (
  row: CaseSummary,
  nth: number,
  shown: readonly CaseColumnId[],
  words: SheetWords,
): readonly SavedCell[] => [nth, ...shown.flatMap(id => cellsOf(row, id, words))];

import { assertNever } from '#shared/core/assert.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { inLanguage, type Language, type Text } from '#shared/core/text.ts';
import type { SavedCell } from '#shared/import/import.file.ts';
import { SMALLEST_BASE } from '#shared/procedure/measure.ts';
import { amountInWords, shortened } from './amount.ts';

/** A cell of a statistics table. Where it counts cases it holds them: the figure is how many they are. */
export type StatisticCell =
  | { readonly kind: 'count'; readonly cases: readonly CaseId[] }
  /** `cases` are those of the part. */
  | { readonly kind: 'share'; readonly cases: readonly CaseId[]; readonly whole: number }
  | {
      readonly kind: 'rate';
      readonly cases: readonly CaseId[];
      readonly whole: number | null;
      readonly per: number;
      readonly unit: Text;
    }
  /** A number that is no number of cases: days, a rank, what the office entered. */
  | { readonly kind: 'number'; readonly number: number | null }
  | { readonly kind: 'date'; readonly date: PlainDate | null }
  | { readonly kind: 'text'; readonly text: Text };

export interface StatisticRow {
  readonly id: string;
  readonly label: Text;
  /** A line that is about one case. */
  readonly case?: CaseId;
  readonly cells: readonly StatisticCell[];
}

export const STATISTIC_TABLES = [
  'reports',
  'totals',
  'indicators',
  'classes',
  'trend',
  'trend-classes',
  'steps',
  'handlers',
  'units',
  'overdue',
  'register',
] as const;
export type StatisticTableId = (typeof STATISTIC_TABLES)[number];

export interface StatisticTable {
  readonly id: StatisticTableId;
  readonly title: Text;
  /** The first is that of the labels. */
  readonly head: readonly Text[];
  readonly rows: readonly StatisticRow[];
  readonly notes: readonly Text[];
}

export const textCell = (text: string, en = text): StatisticCell => ({
  kind: 'text',
  text: { zh: text === '' ? NONE : text, en: en === '' ? NONE : en },
});

export const NONE = '—';

/** The cases a cell opens. */
export const casesOf = (cell: StatisticCell): readonly CaseId[] => ('cases' in cell ? cell.cases : []);

/** As screen and paper write it. */
export function cellInWords(cell: StatisticCell, language: Language): string {
  switch (cell.kind) {
    case 'count':
      return String(cell.cases.length);
    case 'share':
      return amountInWords({ kind: 'share', part: cell.cases.length, whole: cell.whole }, language);
    case 'rate': {
      const { cases, whole, per, unit } = cell;
      return amountInWords({ kind: 'rate', part: cases.length, whole, per, unit }, language);
    }
    case 'number':
      return cell.number === null ? NONE : String(cell.number);
    case 'date':
      return cell.date ?? NONE;
    case 'text':
      return inLanguage(cell.text, language);
    default:
      return assertNever(cell);
  }
}

/** As a spreadsheet can count with it: of a share the percentage, of a rate the figure, rounded as they are written. */
export function cellOnSheet(cell: StatisticCell, language: Language): SavedCell {
  switch (cell.kind) {
    case 'count':
      return cell.cases.length;
    case 'share': {
      const { cases, whole } = cell;
      if (whole < SMALLEST_BASE) return cellInWords(cell, language);
      return Number(((cases.length / whole) * 100).toFixed(1));
    }
    case 'rate':
      return cell.whole === null || cell.whole === 0
        ? cellInWords(cell, language)
        : Number(shortened((cell.cases.length / cell.whole) * cell.per));
    case 'number':
      return cell.number ?? '';
    case 'date':
      return cell.date === null ? '' : { date: cell.date };
    case 'text':
      return cellInWords(cell, language);
    default:
      return assertNever(cell);
  }
}

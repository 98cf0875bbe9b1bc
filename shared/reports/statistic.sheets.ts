import { inLanguage, type Language, type Text } from '#shared/core/text.ts';
import type { SavedSheet } from '#shared/import/import.file.ts';
import { cellOnSheet, type StatisticTable } from './statistic.table.ts';

/** What statistics are of, in words. */
export interface StatisticHead {
  readonly office: string;
  readonly procedure: Text;
  readonly period: Text;
  /** The day they were counted. */
  readonly countedOn: string;
}

const WORDS = {
  'zh-CN': {
    sheet: '说明',
    office: '单位',
    procedure: '规程',
    period: '期间',
    counted: '算的日期',
    notes: '说明',
  },
  en: {
    sheet: 'About',
    office: 'Office',
    procedure: 'Procedure',
    period: 'Period',
    counted: 'Counted on',
    notes: 'Notes',
  },
} as const satisfies Record<Language, unknown>;

/** A sheet a table, numbers as numbers and days as days, and before them what they are of. */
export function statisticSheets(
  tables: readonly StatisticTable[],
  head: StatisticHead,
  language: Language,
): readonly SavedSheet[] {
  const words = WORDS[language];
  const say = (text: Text): string => inLanguage(text, language);
  const filled = tables.filter(({ rows }) => rows.length > 0);
  const about: SavedSheet = {
    name: words.sheet,
    rows: [
      [words.office, head.office],
      [words.procedure, say(head.procedure)],
      [words.period, say(head.period)],
      [words.counted, head.countedOn],
      ...filled.flatMap(({ title, notes }) => notes.map(note => [`${words.notes} ${say(title)}`, say(note)])),
    ],
  };
  return [
    about,
    ...filled.map(({ title, head: heads, rows }) => ({
      name: say(title)
        .replaceAll(/[\\/?*[\]:]/g, ' ')
        .slice(0, 31),
      rows: [
        heads.map(say),
        ...rows.map(({ label, cells }) => [say(label), ...cells.map(cell => cellOnSheet(cell, language))]),
      ],
    })),
  ];
}

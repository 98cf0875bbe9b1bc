import { writtenDate } from '#shared/calendar/chinese-date.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { PlainSheet } from './plain-sheet.ts';

/** Width and height of the mark in mm. */
export const MARK_SIZE = { width: 80, height: 6 } as const;

/** 重印: says of a paper that it is not the first print of it. */
export const reprintMark = (nth: number, day: PlainDate): PlainSheet => ({
  body: `<p>重印 · 第 ${nth} 次打印 · ${writtenDate(day, 'zh-CN')}</p>`,
  css: `@page { size: ${MARK_SIZE.width}mm ${MARK_SIZE.height}mm; margin: 0; }
p { margin: 0; font: 10pt/6mm "PD Fang"; text-align: right; white-space: nowrap; }
`,
});

import { CROSSES } from '#shared/printing/printer-settings.ts';
import type { PlainSheet } from './plain-sheet.ts';

/*
 * What is printed to measure how far a printer is out: four crosses, and a ruler from each edge of the sheet, which
 * begins where the printer cannot print any more.
 */

const ARM = 8;
const { left, top, right, bottom } = CROSSES;

const line = (x1: number, y1: number, x2: number, y2: number): string =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"/>`;

const cross = (x: number, y: number): string =>
  line(x - ARM, y, x + ARM, y) + line(x, y - ARM, x, y + ARM) + `<circle cx="${x}" cy="${y}" r="2"/>`;

const text = (x: number, y: number, words: string): string => `<text x="${x}" y="${y}">${words}</text>`;

const tickLength = (mm: number): number => (mm % 10 === 0 ? 5 : mm % 5 === 0 ? 3.5 : 2);

const from0 = (length: number): readonly number[] => Array.from({ length: length + 1 }, (_, mm) => mm);

/** Two rulers between the crosses and, from two edges, the first centimetres of the sheet itself. */
function rulers(): string {
  const across = from0(right - left).map(mm => line(left + mm, 281, left + mm, 281 + tickLength(mm)));
  const along = from0(bottom - top).map(mm => line(40, top + mm, 40 + tickLength(mm), top + mm));
  const numbersAcross = from0(17).map(cm => text(left + cm * 10 - 1.2, 289.5, String(cm * 10)));
  const numbersAlong = from0(25).map(cm => text(46.5, top + cm * 10 + 1, String(cm * 10)));
  const fromLeft = from0(15).map(mm => line(mm, 60, mm, 60 + tickLength(mm)));
  const fromTop = from0(15).map(mm => line(60, mm, 60 + tickLength(mm), mm));
  return [
    ...[line(left, 281, right, 281), line(40, top, 40, bottom), line(0, 60, 15, 60), line(60, 0, 60, 15)],
    ...across,
    ...along,
    ...numbersAcross,
    ...numbersAlong,
    ...fromLeft,
    ...fromTop,
  ].join('');
}

const words = (printer: string): string =>
  [
    '打印机校准页',
    `打印机：${printer}`,
    `一、从纸的左边量到左上十字的中心，应为 ${left} 毫米。`,
    `二、从纸的上边量到左上十字的中心，应为 ${top} 毫米。`,
    `三、量左上、右上两个十字的中心，相距应为 ${right - left} 毫米。`,
    `四、量左上、左下两个十字的中心，相距应为 ${bottom - top} 毫米。`,
    '把量得的四个数填进“校准这台打印机”。',
  ]
    .map((each, at) => text(65, 90 + at * 9, each))
    .join('');

const escaped = (name: string): string => name.replace(/[&<>"]/g, char => `&#${char.charCodeAt(0)};`);

export const calibrationSheet = (printer: string): PlainSheet => ({
  body: `<svg viewBox="0 0 210 296.9">${[
    cross(left, top),
    cross(right, top),
    cross(left, bottom),
    cross(right, bottom),
    rulers(),
    `<g class="words">${words(escaped(printer))}</g>`,
  ].join('')}</svg>`,
  css: `@page { size: 210mm 297mm; margin: 0; }
/* A hair less than the page, whose box is rounded down: it would else take a second one. */
svg { display: block; width: 210mm; height: 296.9mm; }
line, circle { stroke: #000; stroke-width: .15; fill: none; }
text { font: 2.6px "PD Fang"; }
.words text { font-size: 4.6px; }
`,
});

import type { Paper, Sheet } from './paper.model.ts';

export const MM_PER_PT = 25.4 / 72;

export interface SheetType {
  /** Paper, in mm. */
  readonly size: readonly [width: number, height: number];
  /** Top, right, bottom, left, in mm. Letters have the page of GB/T 9704—2012 (5.2.1). */
  readonly margins: Paper['margins'];
  /** Width of a full-width character and pitch of lines, in mm. */
  readonly em: number;
  readonly line: number;
  /** Least height of a row of a table, in mm. */
  readonly row: number;
}

const form = { em: 12 * MM_PER_PT, line: 6.35, row: 8.6 };

export const SHEETS: Readonly<Record<Sheet, SheetType>> = {
  // 28 characters of 16 pt are wider than 156 mm, hence a letter-spacing of -0.25 pt.
  letter: {
    size: [210, 297],
    margins: [37, 26, 35, 28],
    em: 15.75 * MM_PER_PT,
    line: 28.95 * MM_PER_PT,
    row: 11,
  },
  form: { size: [210, 297], margins: [25, 26, 28, 28], ...form },
  record: { size: [210, 297], margins: [30, 26, 40, 28], ...form },
  catalogue: { size: [210, 297], margins: [25, 26, 30, 28], ...form, row: 11 },
  register: { size: [297, 210], margins: [25, 20, 22, 20], em: 10.5 * MM_PER_PT, line: 5.5, row: 9 },
};

export interface TypeArea {
  readonly width: number;
  readonly height: number;
}

export function typeArea(paper: Pick<Paper, 'sheet' | 'margins'>): TypeArea {
  const [width, height] = SHEETS[paper.sheet].size;
  const [top, right, bottom, left] = paper.margins;
  return { width: width - left - right, height: height - top - bottom };
}

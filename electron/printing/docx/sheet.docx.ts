import type { Paper, Table } from '#shared/documents/paper.model.ts';
import { SHEETS } from '#shared/documents/paper.sheets.ts';

/** Word counts in twentieths of a point. */
export const twipsOfMm = (mm: number): number => Math.round((mm * 1440) / 25.4);
export const twipsOfPt = (pt: number): number => Math.round(pt * 20);

/** Size and pitch of lines, as resources/papers/paper.css has them. */
export interface DocxType {
  /** In half points. */
  readonly size: number;
  /** Pitch of lines, width of a character: in twips. */
  readonly line: number;
  readonly em: number;
  /** Added to the width of every character, in twips. */
  readonly spacing: number;
}

const typeOf = (pt: number, line: number): DocxType => ({
  size: pt * 2,
  line,
  em: twipsOfPt(pt),
  spacing: 0,
});

const FORM = typeOf(12, twipsOfMm(6.35));
export const DENSE = typeOf(10.5, twipsOfMm(5.5));
export const SMALL = typeOf(9, twipsOfMm(4));
const GB_PITCH = 28.95;

/** Letters: 28 characters of 16 pt are wider than 156 mm, hence the spacing. */
export function bodyType(paper: Paper): DocxType {
  if (paper.sheet !== 'letter') return FORM;
  const line = twipsOfPt(paper.pitch ?? GB_PITCH);
  return { size: 32, line, em: twipsOfPt(15.75), spacing: -5 };
}

export const tableType = (table: Table): DocxType => (table.dense ? DENSE : FORM);

export interface DocxPage {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  /** Width of the type area. */
  readonly area: number;
}

/** Page and margins in twips. */
export function pageOf(paper: Paper): DocxPage {
  const [width, height] = SHEETS[paper.sheet].size.map(twipsOfMm) as [number, number];
  const [top, right, bottom, left] = paper.margins.map(twipsOfMm) as [number, number, number, number];
  return { width, height, top, right, bottom, left, area: width - left - right };
}

/** What every block of a paper needs to know. */
export interface Setting {
  readonly paper: Paper;
  readonly page: DocxPage;
  readonly type: DocxType;
}

export const settingOf = (paper: Paper): Setting => ({ paper, page: pageOf(paper), type: bodyType(paper) });

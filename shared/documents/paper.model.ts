/** Already worded, formatted and masked: no field lookups, no dates, no conditions left. Lengths in mm. */
export type Font = 'fang' | 'kai' | 'hei' | 'song';
export type Run =
  | { kind: 'text'; text: string; font?: Font }
  | { kind: 'value'; key: string; text: string; font?: Font } // entered data: tests look for every one
  | { kind: 'blank'; em: number } // ＿ to be written by hand
  | { kind: 'tick'; on: boolean; text: string }; // ☑ / ☐ + label, never broken
export type ParaStyle =
  | 'body'
  | 'title'
  | 'number'
  | 'addressee'
  | 'heading1'
  | 'heading2'
  | 'long'
  | 'continued'
  | 'center'
  | 'right'
  | 'rest'
  | 'note'
  | 'question';
export interface Para {
  kind: 'para';
  style: ParaStyle;
  runs: readonly Run[];
}
export interface SignSpace {
  kind: 'sign';
  label: readonly Run[];
  date: readonly Run[] | null;
}
export interface Cell {
  role: 'label' | 'value' | 'head' | 'sign';
  cols: number;
  rows: number; // spans
  align?: 'start' | 'center' | 'end';
  at?: 'top' | 'middle' | 'bottom';
  content: readonly (Para | SignSpace)[];
  overflow?: { label: string; key: string }; // long text: may go to an annex
}
export interface Row {
  cells: readonly Cell[];
  min: number; // minimum height; never a fixed one
  split: boolean; // may break over pages
  group?: string; // rows of one group stay together
  sign?: boolean; // stays with the row before it
  open?: 'top' | 'bottom'; // no rule on this side
}
export interface Table {
  kind: 'table';
  widths: readonly number[];
  head: readonly Row[];
  rows: readonly Row[];
  dense?: boolean;
}
export interface Line {
  kind: 'line';
  left: readonly Run[];
  right: readonly Run[];
} // 登记单位 … 编号
export interface Grounds {
  kind: 'grounds';
  items: readonly { no: string; text: string }[];
  chosen: number | null;
}
export interface Signatures {
  kind: 'signatures';
  perRow: number;
  items: readonly SignSpace[];
}
export interface Closing {
  kind: 'closing';
  unit: readonly Run[];
  date: readonly Run[];
  seal: { mm: number } | null;
}
export interface Notes {
  kind: 'notes';
  items: readonly string[];
}
export type Block = Para | Line | Table | Grounds | Signatures | Closing | Notes;
export interface Part {
  page: 'main' | 'annex';
  tag?: string;
  running: readonly [string, string] | null;
  blocks: readonly Block[];
}
export type Sheet = 'letter' | 'form' | 'record' | 'catalogue' | 'register';
export interface Foot {
  pages: 'x-of-y' | 'dash' | 'none';
  label: readonly string[]; // readable number and document code
  qr: { office: string; document: string; hash: string } | null; // page number is added by the renderer
  signLines: readonly string[]; // 笔录: on every page
}
export interface Paper {
  id: string;
  title: string;
  lang: 'zh-CN' | 'en';
  sheet: Sheet;
  margins: readonly [top: number, right: number, bottom: number, left: number];
  copies: readonly string[]; // 投诉人, 被投诉人, 存档: one print job each
  parts: readonly Part[];
  foot: Foot;
}
export interface Fitted {
  paper: Paper;
  annexed: readonly { key: string; shown: number }[];
  warnings: readonly string[];
}
export type Fit = (paper: Paper, metrics: FontMetrics) => Fitted; // pure; pieces of a key join to its whole text
export interface FontMetrics {
  advance(char: string): number;
  covers(char: string): boolean;
}

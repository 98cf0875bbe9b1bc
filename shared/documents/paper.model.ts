/**
 * A printed paper as plain data, one model for HTML, PDF and docx. Already worded, formatted and masked:
 * no field look-ups, no dates, no conditions left. Lengths are in millimetres.
 */

/** 仿宋, 楷体, 黑体, 宋体 (title weight). */
export type Font = 'fang' | 'kai' | 'hei' | 'song';

export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  readonly font?: Font;
}

/** Entered data. The tests of printing look for every one of them on the paper. */
export interface ValueRun {
  readonly kind: 'value';
  readonly key: string;
  readonly text: string;
  readonly font?: Font;
  /** What it is called in an annex, where its cell holds several values. */
  readonly label?: string;
}

/** A rule of so many characters, to be written on by hand. */
export interface BlankRun {
  readonly kind: 'blank';
  readonly em: number;
}

/** ☑ or ☐ with its label, never broken between lines. */
export interface TickRun {
  readonly kind: 'tick';
  readonly on: boolean;
  readonly text: string;
}

export type Run = TextRun | ValueRun | BlankRun | TickRun;

/** `continued` begins in the middle of a paragraph: its first line has no indent. */
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

/** A line feed within the text of a run begins a new paragraph of the same style. */
export interface Para {
  readonly kind: 'para';
  readonly style: ParaStyle;
  readonly runs: readonly Run[];
  /** Where lines of a label begin, in UTF-16 units of its text; set by fitting, else lines are filled one by one. */
  readonly breaks?: readonly number[];
}

/** Room for a signature: its label, free space, and a date line at the foot. */
export interface SignSpace {
  readonly kind: 'sign';
  readonly label: readonly Run[];
  readonly date: readonly Run[] | null;
}

/** A cell whose text may go on in an annex 附页; `label` names it there, `key` is that of its value run. */
export interface Overflow {
  readonly label: string;
  readonly key: string;
}

export interface Cell {
  readonly role: 'label' | 'value' | 'head' | 'sign';
  /** Columns and rows it spans. */
  readonly cols: number;
  readonly rows: number;
  readonly align?: 'start' | 'center' | 'end';
  readonly at?: 'top' | 'middle' | 'bottom';
  readonly content: readonly (Para | SignSpace)[];
  readonly overflow?: Overflow;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** Least height; a row is never of fixed height, so no text can be cut off. */
  readonly min: number;
  /** May break over pages. */
  readonly split: boolean;
  /** Rows of one group stay on one page. */
  readonly group?: string;
  /** Stays with the row before it, so that a signature is never alone on a page. */
  readonly sign?: boolean;
  /** No rule on this side. */
  readonly open?: 'top' | 'bottom';
}

export interface Table {
  readonly kind: 'table';
  /** Relative to each other: the table is as wide as the type area. */
  readonly widths: readonly number[];
  /** Repeated on every page, so together below a quarter of the page. */
  readonly head: readonly Row[];
  readonly rows: readonly Row[];
  readonly dense?: boolean;
}

/** 登记单位 … at the left, 编号 … at the right. */
export interface Line {
  readonly kind: 'line';
  readonly left: readonly Run[];
  readonly right: readonly Run[];
}

/** Numbered grounds of a decision; the chosen one is marked √ and set in 黑体. */
export interface Grounds {
  readonly kind: 'grounds';
  readonly items: readonly { readonly no: string; readonly text: string }[];
  readonly chosen: number | null;
}

export interface Signatures {
  readonly kind: 'signatures';
  readonly perRow: number;
  readonly items: readonly SignSpace[];
}

/** Unit and date at the end of a letter, with the free space its seal needs. */
export interface Closing {
  readonly kind: 'closing';
  readonly unit: readonly Run[];
  readonly date: readonly Run[];
  readonly seal: { readonly mm: number } | null;
}

/** 填写说明, 注: under a form. */
export interface Notes {
  readonly kind: 'notes';
  readonly items: readonly string[];
}

export type Block = Para | Line | Table | Grounds | Signatures | Closing | Notes;

/** A run of pages with its own running head; every part begins a new page. */
export interface Part {
  readonly page: 'main' | 'annex';
  /** 附页（一）, 附件1: set at the upper left of the part. */
  readonly tag?: string;
  /** Left and right of the head of its pages; for the first part only from the second page on. */
  readonly running: readonly [string, string] | null;
  readonly blocks: readonly Block[];
}

export type Sheet = 'letter' | 'form' | 'record' | 'catalogue' | 'register';

export interface Foot {
  readonly pages: 'x-of-y' | 'dash' | 'none';
  /** Readable number and document code, a line each. */
  readonly label: readonly string[];
  /** What the QR code of each page says; the page number is added by the renderer. */
  readonly qr: { readonly office: string; readonly document: string; readonly hash: string } | null;
  /** 笔录: signed on every page. */
  readonly signLines: readonly string[];
}

/** What an annex made by fitting carries besides the texts; left out, it is derived from the form itself. */
export interface AnnexPlan {
  readonly line?: Line;
  readonly signatures?: readonly SignSpace[];
}

export interface Paper {
  readonly id: string;
  readonly title: string;
  readonly lang: 'zh-CN' | 'en';
  readonly sheet: Sheet;
  readonly margins: readonly [top: number, right: number, bottom: number, left: number];
  /** 投诉人, 被投诉人, 存档: one print job each. */
  readonly copies: readonly string[];
  readonly parts: readonly Part[];
  readonly foot: Foot;
  readonly annex?: AnnexPlan;
  /** Pitch of the lines of a letter in pt, where fitting made it closer than that of the sheet. */
  readonly pitch?: number;
}

/** Where characters stand that no bundled font draws; the paper shows 〓 in their place. */
export interface MissingPlace {
  /** Of the value that holds them; empty where they are in other wording. */
  readonly key: string;
  readonly chars: readonly string[];
  /** The first of them as it is printed, with a few characters on either side. */
  readonly around: string;
}

/** `character/substituted`: drawn by the fallback font. `character/missing`: by no font of ours. */
export interface FitWarning {
  readonly code: 'character/substituted' | 'character/missing' | 'form/longer-than-page' | 'head/too-tall';
  /** The characters, or the part concerned. */
  readonly detail: string;
  readonly places?: readonly MissingPlace[];
}

export interface Fitted {
  readonly paper: Paper;
  /** Which texts go on in the annex, and how many UTF-16 units of each the form itself shows. */
  readonly annexed: readonly { readonly key: string; readonly shown: number }[];
  readonly warnings: readonly FitWarning[];
}

export interface FontMetrics {
  /** Width of a character in ems of the body font's stack. */
  readonly advance: (char: string) => number;
  /** The body font draws it itself. */
  readonly covers: (char: string) => boolean;
  /** Some bundled font draws it. */
  readonly draws: (char: string) => boolean;
}

/** Pure; the pieces of each key join to its whole text. */
export type Fit = (paper: Paper, metrics: FontMetrics) => Fitted;

import type {
  BlankRun,
  Cell,
  Closing,
  Foot,
  Font,
  Grounds,
  Line,
  Notes,
  Paper,
  Para,
  ParaStyle,
  Part,
  Row,
  Run,
  Sheet,
  Signatures,
  SignSpace,
  Table,
  TextRun,
  TickRun,
  ValueRun,
} from './paper.model.ts';
import { SHEETS } from './paper.sheets.ts';

/** What a builder takes where runs stand: one run, several, or plain wording. */
export type RunsLike = string | Run | readonly Run[];

const isRuns = (like: RunsLike): like is readonly Run[] => Array.isArray(like);

export function runsOf(like: RunsLike): readonly Run[] {
  if (typeof like === 'string') return like === '' ? [] : [text(like)];
  return isRuns(like) ? like : [like];
}

// Runs

export const text = (content: string, font?: Font): TextRun => ({
  kind: 'text',
  text: content,
  ...(font && { font }),
});

export const value = (key: string, content: string, font?: Font): ValueRun => ({
  kind: 'value',
  key,
  text: content,
  ...(font && { font }),
});

export const blank = (em: number): BlankRun => ({ kind: 'blank', em });

export const tick = (on: boolean, label: string): TickRun => ({ kind: 'tick', on, text: label });

/** The value, or a rule to write it on when there is none. */
export const valueOrBlank = (key: string, content: string | undefined, em: number): Run =>
  content ? value(key, content) : blank(em);

/** 年月日 to be filled in by hand; 46.6 mm wide in the type of a form. */
export const blankDate = (): readonly Run[] => [
  blank(4),
  text('年'),
  blank(2),
  text('月'),
  blank(2),
  text('日'),
];

/** Boxes in a row, a space between two of them. */
export const ticks = (
  options: readonly { readonly label: string; readonly on: boolean }[],
  gap = ' ',
): readonly Run[] =>
  options.flatMap((option, index) => [...(index > 0 ? [text(gap)] : []), tick(option.on, option.label)]);

// Paragraphs and other blocks

export const para = (style: ParaStyle, runs: RunsLike): Para => ({ kind: 'para', style, runs: runsOf(runs) });

export const titlePara = (runs: RunsLike): Para => para('title', runs);

export const line = (left: RunsLike, right: RunsLike): Line => ({
  kind: 'line',
  left: runsOf(left),
  right: runsOf(right),
});

export const signSpace = (label: RunsLike, date: RunsLike | null = blankDate()): SignSpace => ({
  kind: 'sign',
  label: runsOf(label),
  date: date === null ? null : runsOf(date),
});

export const grounds = (items: Grounds['items'], chosen: number | null): Grounds => ({
  kind: 'grounds',
  items,
  chosen,
});

export const signatures = (perRow: number, items: readonly SignSpace[]): Signatures => ({
  kind: 'signatures',
  perRow,
  items,
});

/** `sealMm` is the diameter of the seal that will be set on unit and date; null where none is. */
export const closing = (unit: RunsLike, date: RunsLike, sealMm: number | null): Closing => ({
  kind: 'closing',
  unit: runsOf(unit),
  date: runsOf(date),
  seal: sealMm === null ? null : { mm: sealMm },
});

export const notes = (items: readonly string[]): Notes => ({ kind: 'notes', items });

// Tables

export type CellOptions = Partial<Pick<Cell, 'cols' | 'rows' | 'align' | 'at' | 'overflow'>>;

const cell = (role: Cell['role'], content: Cell['content'], options: CellOptions): Cell => ({
  role,
  cols: 1,
  rows: 1,
  ...options,
  content,
});

export const labelCell = (label: RunsLike, options: CellOptions = {}): Cell =>
  cell('label', [para('body', label)], options);

export const headCell = (label: RunsLike, options: CellOptions = {}): Cell =>
  cell('head', [para('body', label)], options);

export const valueCell = (runs: RunsLike, options: CellOptions = {}): Cell =>
  cell('value', [para('body', runs)], options);

/** Several paragraphs in one cell. */
export const parasCell = (content: readonly Para[], options: CellOptions = {}): Cell =>
  cell('value', content, options);

export const signCell = (spaces: readonly SignSpace[], options: CellOptions = {}): Cell =>
  cell('sign', spaces, { at: 'top', ...options });

/** A long text: set from the top with an indent, and going on in an annex when the form has no room for it. */
export const longCell = (label: string, key: string, content: string, options: CellOptions = {}): Cell =>
  cell('value', [para('long', content === '' ? '' : value(key, content))], {
    ...options,
    overflow: { label, key },
  });

export type RowOptions = Partial<Pick<Row, 'min' | 'split' | 'group' | 'sign' | 'open'>>;

export const row = (cells: readonly Cell[], options: RowOptions = {}): Row => ({
  min: 0,
  split: false,
  ...options,
  cells,
});

export const table = (
  widths: readonly number[],
  rows: readonly Row[],
  options: Partial<Pick<Table, 'head' | 'dense'>> = {},
): Table => ({ kind: 'table', head: [], ...options, widths, rows });

// Papers

export const part = (blocks: Part['blocks'], options: Partial<Omit<Part, 'blocks'>> = {}): Part => ({
  page: 'main',
  running: null,
  ...options,
  blocks,
});

export const foot = (options: Partial<Foot> = {}): Foot => ({
  pages: 'x-of-y',
  label: [],
  qr: null,
  signLines: [],
  ...options,
});

export type PaperOptions = Pick<Paper, 'id' | 'title' | 'parts'> &
  Partial<Omit<Paper, 'id' | 'title' | 'parts' | 'sheet'>>;

/** Margins and foot are those of the sheet unless given. */
export const paper = (sheet: Sheet, options: PaperOptions): Paper => ({
  lang: 'zh-CN',
  margins: SHEETS[sheet].margins,
  copies: [],
  foot: foot(
    sheet === 'letter' ? { pages: 'dash' } : sheet === 'catalogue' ? { pages: 'none' } : { pages: 'x-of-y' },
  ),
  ...options,
  sheet,
});

import { invariant } from '#shared/core/assert.ts';
import { para, text, value } from '../paper.build.ts';
import { lineCount, type Measure } from '../metrics/measure.ts';
import type { Cell, FontMetrics, Notes, Paper, Para, Part, Row, Table } from '../paper.model.ts';
import { typeArea } from '../paper.sheets.ts';
import { paperWords } from '../paper.words.ts';
import { allot, heightOf, linesIn } from './allot.ts';
import { annexPart, type Tail } from './annex.ts';
import { blocksHeight } from './block-height.ts';
import { cutAt } from './cut.ts';
import { placeCells, rowHeights, tableType, type TableType } from './row-height.ts';

export interface FormFit {
  readonly parts: readonly Part[];
  readonly annexed: readonly { readonly key: string; readonly shown: number }[];
  /** The form is longer than a page even with every long text in the annex. */
  readonly tooLong: boolean;
}

/** Estimates of several rows add up to some tenths of a millimetre, so this much of a page is left free. */
const SAFETY = 2;
/** Frame at head and foot. */
const FRAME = 1.06;

interface LongRow {
  readonly index: number;
  readonly cell: Cell;
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly measure: Measure;
}

export const hasOverflow = (row: Row): boolean => row.cells.some(({ overflow }) => overflow !== undefined);

function longText(cell: Cell, key: string): string {
  const runs = cell.content.flatMap(content => (content.kind === 'para' ? content.runs : []));
  const [run] = runs;
  if (!run) return '';
  invariant(
    runs.length === 1 && run.kind === 'value' && run.key === key,
    `the cell of ${key} that may go on in an annex holds one value and nothing else`,
  );
  return run.text;
}

function longRows(form: Table, type: TableType): readonly LongRow[] {
  return placeCells(form, form.rows, type).flatMap((cells, index) => {
    const found = cells.filter(({ cell }) => cell.overflow !== undefined);
    invariant(found.length <= 1, 'a row holds one text that may go on in an annex');
    return found.flatMap(({ cell, em }) =>
      cell.overflow
        ? [
            {
              index,
              cell,
              ...cell.overflow,
              text: longText(cell, cell.overflow.key),
              measure: { em, indent: 2 },
            },
          ]
        : [],
    );
  });
}

interface Shown {
  readonly content: readonly Para[];
  readonly tail: Tail | null;
}

function show(long: LongRow, lines: number, height: number, paper: Paper, metrics: FontMetrics): Shown {
  const words = paperWords(paper.lang);
  const needed = lineCount(long.text, long.measure, metrics);
  if (long.text === '') return { content: [para('long', '')], tail: null };
  if (needed <= lines) {
    const rest = lines > needed ? [para('rest', words.restBlank)] : [];
    return { content: [para('long', value(long.key, long.text)), ...rest], tail: null };
  }
  const { label, key } = long;
  if (height < heightOf(4, tableType(paper)) - 0.1)
    return {
      content: [para('center', text(words.seeAnnex, 'hei'))],
      tail: { label, key, text: long.text, after: 'nothing' },
    };
  const at = cutAt(long.text, lines - 1, long.measure, metrics);
  const after = long.text[at - 1] === '\n' ? 'paragraph' : 'part-of-paragraph';
  return {
    content: [para('long', value(key, long.text.slice(0, at))), para('right', text(words.goesOn, 'hei'))],
    tail: { label, key, text: long.text.slice(at), after },
  };
}

/** What is left of a row when its long text is in the annex. */
const withoutLongText = (row: Row): Row =>
  hasOverflow(row)
    ? { ...row, min: 0, cells: row.cells.map(cell => (cell.overflow ? { ...cell, content: [] } : cell)) }
    : row;

interface Plan {
  readonly rows: readonly Row[];
  readonly tails: readonly Tail[];
  readonly left: number;
}

function planRows(form: Table, room: number, paper: Paper, metrics: FontMetrics): Plan {
  const type = tableType(paper, form.dense);
  const long = longRows(form, type);
  const heights = rowHeights(form, form.rows.map(withoutLongText), type, metrics);
  const fixed = form.rows.reduce(
    (sum, row, index) => sum + (hasOverflow(row) ? 0 : (heights[index] ?? 0)),
    0,
  );
  const allotted = allot(
    long.map(({ text: content, measure, index }) => ({
      lines: content === '' ? 1 : lineCount(content, measure, metrics),
      wanted: form.rows[index]?.min ?? 0,
      least: Math.max(type.row, heights[index] ?? 0),
      empty: content === '',
    })),
    room - fixed,
    type,
  );
  const tails: Tail[] = [];
  const planned = new Map(
    long.map((entry, order) => {
      const height = allotted.heights[order] ?? type.row;
      const shown = show(entry, linesIn(height, type), height, paper, metrics);
      if (shown.tail) tails.push(shown.tail);
      return [entry.index, { cell: entry.cell, height, content: shown.content }];
    }),
  );
  const rows = form.rows.map((row, index) => {
    const plan = planned.get(index);
    if (!plan) return row;
    const cells = row.cells.map(cell => (cell === plan.cell ? { ...cell, content: plan.content } : cell));
    return { ...row, cells, min: Math.floor(plan.height * 100) / 100 };
  });
  return { rows, tails, left: allotted.left };
}

/**
 * Keeps an official one-page form on its page: texts for which it has no room go on in an annex. `lessLines`
 * takes so many lines from the room, for a form that turned out longer than it was estimated.
 */
export function fitForm(paper: Paper, index: number, metrics: FontMetrics, lessLines: number): FormFit {
  const main = paper.parts[index];
  invariant(main, 'the part to fit is there');
  const form = main.blocks.find(block => block.kind === 'table' && block.rows.some(hasOverflow));
  invariant(form?.kind === 'table', 'the part to fit has a table with long texts');
  const others = main.blocks.filter(block => block !== form);
  const notes = others.find((block): block is Notes => block.kind === 'notes') ?? null;
  const { height } = typeArea(paper);
  const room =
    height -
    blocksHeight(others, paper, main, metrics) -
    SAFETY -
    FRAME -
    lessLines * tableType(paper, form.dense).line;
  const withNotes = planRows(form, room, paper, metrics);
  const notesHeight = notes ? blocksHeight([notes], paper, { ...main, tag: '' }, metrics) : 0;
  const roomy = notes && withNotes.left < 0 ? planRows(form, room + notesHeight, paper, metrics) : withNotes;
  const notesMoved = roomy !== withNotes && roomy.tails.length > 0;
  const plan = roomy === withNotes || notesMoved ? roomy : withNotes;
  const blocks = main.blocks
    .filter(block => !(notesMoved && block === notes))
    .map(block => (block === form ? { ...form, rows: plan.rows } : block));
  const fitted: Part = { ...main, blocks };
  const before = paper.parts.slice(0, index);
  const rest = paper.parts.slice(index + 1);
  const annex =
    plan.tails.length > 0
      ? [annexPart({ paper, main, form, tails: plan.tails, notes: notesMoved ? notes : null }, metrics)]
      : [];
  const annexed = plan.tails.map(tail => ({ key: tail.key, shown: shownLength(form, tail) }));
  return { parts: [...before, fitted, ...annex, ...rest], annexed, tooLong: plan.left < 0 };
}

function shownLength(form: Table, tail: Tail): number {
  const cell = form.rows.flatMap(({ cells }) => cells).find(({ overflow }) => overflow?.key === tail.key);
  return (cell ? longText(cell, tail.key).length : 0) - tail.text.length;
}

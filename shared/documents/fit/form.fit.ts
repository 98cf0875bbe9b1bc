import { invariant } from '#shared/core/assert.ts';
import { para, text, value } from '../paper.build.ts';
import { lineCount, type Measure } from '../metrics/measure.ts';
import type { Cell, FontMetrics, Notes, Paper, Para, Part, Row, Table } from '../paper.model.ts';
import { typeArea } from '../paper.sheets.ts';
import { paperWords } from '../paper.words.ts';
import { allot, heightOf, linesIn } from './allot.ts';
import { annexPart, type Tail } from './annex.ts';
import { blocksHeight } from './block-height.ts';
import { crowdedCells, seeAnnex, type CrowdedCell } from './crowded-cells.ts';
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

/** A text of the annex, with the row of the form it is of. */
interface PlacedTail {
  readonly row: number;
  readonly tail: Tail;
}

interface Plan {
  readonly rows: readonly Row[];
  readonly tails: readonly PlacedTail[];
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
  const tails: PlacedTail[] = [];
  const planned = new Map(
    long.map((entry, order) => {
      const height = allotted.heights[order] ?? type.row;
      const shown = show(entry, linesIn(height, type), height, paper, metrics);
      if (shown.tail) tails.push({ row: entry.index, tail: shown.tail });
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

interface Layout extends Plan {
  readonly moved: readonly CrowdedCell[];
  /** They had no room on the page. */
  readonly notesMoved: boolean;
}

interface Room {
  readonly form: Table;
  readonly height: number;
  /** What is gained where the notes go to the annex; 0 where there are none. */
  readonly notes: number;
}

function layOut(room: Room, moved: readonly CrowdedCell[], paper: Paper, metrics: FontMetrics): Layout {
  const form = seeAnnex(room.form, moved, paper.lang);
  const withNotes = planRows(form, room.height, paper, metrics);
  if (withNotes.left >= 0 || room.notes === 0) return { ...withNotes, moved, notesMoved: false };
  const roomy = planRows(form, room.height + room.notes, paper, metrics);
  const notesMoved = roomy.tails.length + moved.length > 0;
  return { ...(notesMoved ? roomy : withNotes), moved, notesMoved };
}

/** A text of more lines leaves its cell as soon as anything of the form is in an annex. */
const MOST_LINES = 7;

/**
 * Where the page is too short even with every long text in the annex, the texts of other cells follow, the highest
 * cell first and no more of them than needed.
 */
function layOutOnPage(room: Room, paper: Paper, metrics: FontMetrics): Layout {
  const layout = layOut(room, [], paper, metrics);
  if (layout.tails.length === 0 && layout.left >= 0) return layout;
  const crowded = crowdedCells(room.form, paper, metrics);
  const high = crowded.filter(({ lines }) => lines > MOST_LINES).length;
  const fits = layOut(room, crowded, paper, metrics).left >= 0;
  for (let count = high; ; count++) {
    const fewer = layOut(room, crowded.slice(0, count), paper, metrics);
    if (!fits || fewer.left >= 0) return fewer;
  }
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
  const height =
    typeArea(paper).height -
    blocksHeight(others, paper, main, metrics) -
    SAFETY -
    FRAME -
    lessLines * tableType(paper, form.dense).line;
  const notesHeight = notes ? blocksHeight([notes], paper, { ...main, tag: '' }, metrics) : 0;
  const layout = layOutOnPage({ form, height, notes: notesHeight }, paper, metrics);
  const { moved, notesMoved, left } = layout;
  const blocks = main.blocks
    .filter(block => !(notesMoved && block === notes))
    .map(block => (block === form ? { ...form, rows: layout.rows } : block));
  const fitted: Part = { ...main, blocks };
  const before = paper.parts.slice(0, index);
  const rest = paper.parts.slice(index + 1);
  const crowded = moved.flatMap(({ row, tails }) => tails.map(tail => ({ row, tail })));
  const tails = [...layout.tails, ...crowded].toSorted((a, b) => a.row - b.row).map(({ tail }) => tail);
  const annex =
    tails.length > 0
      ? [annexPart({ paper, main, form, tails, notes: notesMoved ? notes : null }, metrics)]
      : [];
  const annexed = tails.map(tail => ({ key: tail.key, shown: shownLength(form, tail) }));
  return { parts: [...before, fitted, ...annex, ...rest], annexed, tooLong: left < 0 };
}

function shownLength(form: Table, tail: Tail): number {
  if (tail.after === 'nothing') return 0;
  const cell = form.rows.flatMap(({ cells }) => cells).find(({ overflow }) => overflow?.key === tail.key);
  return (cell ? longText(cell, tail.key).length : 0) - tail.text.length;
}

import { runLines } from '../metrics/measure.ts';
import { para, text } from '../paper.build.ts';
import type { Cell, FontMetrics, Paper, Row, Table, ValueRun } from '../paper.model.ts';
import { paperWords } from '../paper.words.ts';
import type { Tail } from './annex.ts';
import { placeCells, tableType } from './row-height.ts';

/** A text that is not meant to be long, in a cell that it makes high: the cell could say 见附页 instead. */
export interface CrowdedCell {
  readonly cell: Cell;
  readonly row: number;
  readonly lines: number;
  readonly tail: Tail;
}

/** 见附页 takes a line itself, so less would be no gain. */
const LEAST_LINES = 3;

function onlyValue({ role, overflow, content }: Cell): ValueRun | undefined {
  const [first, ...others] = content;
  if (role !== 'value' || overflow || first?.kind !== 'para' || others.length > 0) return undefined;
  const [run, ...further] = first.runs;
  return run?.kind === 'value' && further.length === 0 ? run : undefined;
}

/** Typographic spaces are for the cell only, between the two characters of a name. */
const wordsOf = (cell: Cell): string =>
  cell.content
    .flatMap(content => (content.kind === 'para' ? content.runs : []))
    .map(run => ('text' in run ? run.text : ''))
    .join('')
    .replaceAll('\u3000', '');

/** 被投诉人名称: the label beside a group of rows, and the one before the cell. */
function labelOf(cell: Cell, index: number, rows: readonly Row[], lang: Paper['lang']): string {
  const own = rows[index]?.cells ?? [];
  const before = own.slice(0, own.indexOf(cell)).findLast(each => each.role === 'label' && each.rows === 1);
  if (!before) return '';
  const beside = rows
    .slice(0, index + 1)
    .flatMap((row, start) =>
      row.cells.filter(each => each.role === 'label' && each.rows > 1 && start + each.rows > index),
    );
  return [...beside, before].map(wordsOf).join(lang === 'en' ? ' ' : '');
}

/** The highest first. */
export function crowdedCells(form: Table, paper: Paper, metrics: FontMetrics): readonly CrowdedCell[] {
  return placeCells(form, form.rows, tableType(paper, form.dense))
    .flatMap((cells, row) =>
      cells.flatMap(({ cell, em }) => {
        const run = onlyValue(cell);
        const lines = run ? runLines([run], { em, indent: 0 }, metrics) : 0;
        const label = labelOf(cell, row, form.rows, paper.lang);
        if (!run || lines < LEAST_LINES || label === '') return [];
        return [
          { cell, row, lines, tail: { label, key: run.key, text: run.text, after: 'nothing' as const } },
        ];
      }),
    )
    .toSorted((a, b) => b.lines - a.lines);
}

export function seeAnnex(form: Table, moved: readonly CrowdedCell[], lang: Paper['lang']): Table {
  if (moved.length === 0) return form;
  const content = [para('center', text(paperWords(lang).seeAnnex, 'hei'))];
  const isMoved = (cell: Cell): boolean => moved.some(each => each.cell === cell);
  const rows = form.rows.map(row => ({
    ...row,
    cells: row.cells.map(cell => (isMoved(cell) ? { ...cell, content } : cell)),
  }));
  return { ...form, rows };
}

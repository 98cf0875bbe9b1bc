import { runLines } from '../metrics/measure.ts';
import { para, text } from '../paper.build.ts';
import type { Cell, FontMetrics, Paper, Para, Row, Run, Table, ValueRun } from '../paper.model.ts';
import { paperWords } from '../paper.words.ts';
import type { Tail } from './annex.ts';
import { placeCells, tableType, type PlacedCell } from './row-height.ts';

/** A cell that texts which are not meant to be long make high: it could say 见附页 instead of them. */
export interface CrowdedCell {
  readonly cell: Cell;
  readonly row: number;
  readonly lines: number;
  readonly tails: readonly Tail[];
}

/** 见附页 takes a line itself, so less would be no gain. */
const LEAST_LINES = 3;

const paragraphsIn = ({ content }: Cell): readonly Para[] => content.filter(each => each.kind === 'para');

const valuesIn = (cell: Cell): readonly ValueRun[] =>
  paragraphsIn(cell).flatMap(({ runs }) => runs.filter(run => run.kind === 'value'));

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

/** The values of a cell that are longer than a line; one that shares its cell needs a name of its own. */
function tailsOf({ cell, em }: PlacedCell, label: string, metrics: FontMetrics): readonly Tail[] {
  const values = valuesIn(cell);
  return values.flatMap(run => {
    const name = values.length === 1 ? label : (run.label ?? '');
    if (name === '' || runLines([run], { em, indent: 0 }, metrics) < 2) return [];
    return [{ label: name, key: run.key, text: run.text, after: 'nothing' as const }];
  });
}

/** The highest first. */
export function crowdedCells(form: Table, paper: Paper, metrics: FontMetrics): readonly CrowdedCell[] {
  return placeCells(form, form.rows, tableType(paper, form.dense))
    .flatMap((cells, row) =>
      cells.flatMap(placed => {
        const { cell, em } = placed;
        if (cell.role !== 'value' || cell.overflow) return [];
        const lines = paragraphsIn(cell).reduce(
          (sum, { runs }) => sum + runLines(runs, { em, indent: 0 }, metrics),
          0,
        );
        if (lines < LEAST_LINES) return [];
        const tails = tailsOf(placed, labelOf(cell, row, form.rows, paper.lang), metrics);
        return tails.length > 0 ? [{ cell, row, lines, tails }] : [];
      }),
    )
    .toSorted((a, b) => b.lines - a.lines);
}

/** Spaces between two values say nothing where one of them is elsewhere. */
const isSpace = (run: Run): boolean => run.kind === 'text' && run.text.trim() === '';

/** Said once where nothing else is left in the cell, else in the place of each text. */
function shortened({ cell, tails }: CrowdedCell, lang: Paper['lang']): Cell {
  const see = text(paperWords(lang).seeAnnex, 'hei');
  const isMoved = (run: Run): boolean => run.kind === 'value' && tails.some(({ key }) => key === run.key);
  const rest = paragraphsIn(cell).flatMap(({ runs }) => runs.filter(run => !isMoved(run) && !isSpace(run)));
  if (rest.length === 0) return { ...cell, content: [para('center', see)] };
  const content = cell.content.map(each =>
    each.kind === 'para' ? { ...each, runs: each.runs.map(run => (isMoved(run) ? see : run)) } : each,
  );
  return { ...cell, content };
}

export function seeAnnex(form: Table, moved: readonly CrowdedCell[], lang: Paper['lang']): Table {
  if (moved.length === 0) return form;
  const changed = new Map(moved.map(each => [each.cell, shortened(each, lang)]));
  const rows = form.rows.map(row => ({ ...row, cells: row.cells.map(cell => changed.get(cell) ?? cell) }));
  return { ...form, rows };
}

import { assertNever } from '#shared/core/assert.ts';
import { isWhole, runLines, runsWidth, withBlanksKept } from '../metrics/measure.ts';
import type { Block, FontMetrics, Line, Notes, Paper, Para, Part } from '../paper.model.ts';
import { MM_PER_PT, SHEETS, typeArea } from '../paper.sheets.ts';
import { rowHeights, tableType } from './row-height.ts';

/* Estimated heights of blocks, in mm; they repeat what resources/papers/paper.css says. */

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const lineOf = (paper: Paper): number =>
  paper.pitch === undefined
    ? SHEETS[paper.sheet === 'register' ? 'form' : paper.sheet].line
    : paper.pitch * MM_PER_PT;

const lines = (runs: Para['runs'], widthMm: number, emMm: number, indent: number, metrics: FontMetrics) =>
  runLines(runs, { em: widthMm / emMm, indent }, metrics);

function titleHeight(para: Para, paper: Paper, page: Part['page'], metrics: FontMetrics): number {
  const letter = paper.sheet === 'letter';
  const size = (page === 'annex' && !letter ? 18 : 22) * MM_PER_PT;
  const count = lines(para.runs, typeArea(paper).width, size, 0, metrics);
  if (letter) return (count * 32 + 14) * MM_PER_PT;
  return count * 11 + 4 + (paper.sheet === 'record' ? 2 : 0);
}

function paraHeight(para: Para, paper: Paper, page: Part['page'], metrics: FontMetrics): number {
  if (para.style === 'title') return titleHeight(para, paper, page, metrics);
  const { em } = SHEETS[paper.sheet === 'register' ? 'form' : paper.sheet];
  const line = lineOf(paper);
  const { width } = typeArea(paper);
  if (para.style === 'note') return lines(para.runs, width, 10.5 * MM_PER_PT, 0, metrics) * 5.5;
  const indented =
    paper.sheet === 'letter'
      ? ['body', 'long', 'heading1', 'heading2'].includes(para.style)
      : para.style === 'long' || para.style === 'question';
  const count = lines(para.runs, width, em, indented ? 2 : 0, metrics);
  if (para.style === 'question') return count * 8;
  return count * line + (para.style === 'number' && paper.sheet === 'letter' ? line : 0);
}

function lineHeight({ left, right }: Line, paper: Paper, metrics: FontMetrics): number {
  const { width } = typeArea(paper);
  const { em } = SHEETS.form;
  const count = (runs: Line['left'], widthMm: number) =>
    runLines(runs, { em: widthMm / em, indent: 0 }, metrics, withBlanksKept);
  // The sides share the line as they need it: only when both together are too long is one broken.
  if (count([...left, ...right], width - 4) === 1) return lineOf(paper) + 1.5;
  const beside = isWhole(right, metrics) ? width - 4 - runsWidth(right, metrics) * em : width / 2;
  return Math.max(count(left, beside), count(right, width / 2)) * lineOf(paper) + 1.5;
}

function notesHeight(notes: Notes, paper: Paper, page: Part['page'], metrics: FontMetrics): number {
  const em = 10.5 * MM_PER_PT;
  const width = typeArea(paper).width - 4 * em;
  const count = sum(
    notes.items.map(item => lines([{ kind: 'text', text: item }], width, em, 0, metrics) * 5.5),
  );
  return 3 + 1.5 + 0.27 + count + (page === 'annex' ? 3 : 0);
}

function closingHeight(sealed: boolean, paper: Paper): number {
  const line = lineOf(paper);
  if (paper.sheet !== 'letter') return 12.7 + 2 * line;
  return sealed ? 3 * SHEETS.letter.line + 2 * line : 3 * line;
}

export function blockHeight(block: Block, paper: Paper, page: Part['page'], metrics: FontMetrics): number {
  switch (block.kind) {
    case 'para':
      return paraHeight(block, paper, page, metrics);
    case 'line':
      return lineHeight(block, paper, metrics);
    case 'table': {
      const type = tableType(paper, block.dense);
      return 1.06 + sum(rowHeights(block, [...block.head, ...block.rows], type, metrics));
    }
    case 'grounds': {
      const { em } = SHEETS[paper.sheet];
      const line = lineOf(paper);
      const { width } = typeArea(paper);
      return sum(
        block.items.map(
          ({ no, text }) => lines([{ kind: 'text', text: no + text }], width, em, 2, metrics) * line,
        ),
      );
    }
    case 'signatures': {
      const line = lineOf(paper);
      const dated = block.items.some(({ date }) => date !== null);
      return (
        12 + Math.ceil(block.items.length / block.perRow) * (line * (dated ? 2 : 1) + 9 + (dated ? 6 : 0))
      );
    }
    case 'closing':
      return closingHeight(block.seal !== null, paper);
    case 'notes':
      return notesHeight(block, paper, page, metrics);
    default:
      return assertNever(block);
  }
}

/** Between the table of a record and the questions under it. */
const gapAfter = (block: Block | undefined, next: Block, paper: Paper): number =>
  paper.sheet === 'record' && block?.kind === 'table' && next.kind === 'para' ? 3 : 0;

export const blocksHeight = (blocks: readonly Block[], paper: Paper, part: Part, metrics: FontMetrics) =>
  sum(
    blocks.map(
      (block, index) =>
        blockHeight(block, paper, part.page, metrics) + gapAfter(blocks[index - 1], block, paper),
    ),
  ) + (part.tag ? 28.95 * MM_PER_PT : 0);

/**
 * How many pages a paper will hardly exceed: page codes are made for so many before it is printed. Rows that do
 * not break leave gaps at the foot of pages, hence a third more than the sum of heights.
 */
export function pagesAtMost(paper: Paper, metrics: FontMetrics): number {
  const { height } = typeArea(paper);
  const pages = paper.parts.map(
    part => 1 + Math.ceil((blocksHeight(part.blocks, paper, part, metrics) * 4) / (3 * height)),
  );
  return sum(pages);
}

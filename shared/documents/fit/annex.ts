import { invariant } from '#shared/core/assert.ts';
import {
  headCell,
  labelCell,
  line,
  para,
  parasCell,
  part,
  row,
  signCell,
  table,
  text,
  titlePara,
  value,
} from '../paper.build.ts';
import type { Cell, FontMetrics, Notes, Paper, Para, Part, Row, SignSpace, Table } from '../paper.model.ts';
import { paperWords } from '../paper.words.ts';
import { lastPartAt } from './cut.ts';
import { placeCells, tableType } from './row-height.ts';

/** What of a long text is in the annex. */
export interface Tail {
  readonly label: string;
  readonly key: string;
  readonly text: string;
  /** The form shows the beginning, and this goes on within a paragraph or with a new one. */
  readonly after: 'nothing' | 'part-of-paragraph' | 'paragraph';
}

const WIDTHS = [28, 128];
const LEAST_ROW = 20;
const LEAST_SIGNATURE = 18;

const restPara = (paper: Paper): Para => para('rest', paperWords(paper.lang).restBlank);

const tailPara = (tail: Pick<Tail, 'key' | 'text' | 'after'>): Para =>
  para(tail.after === 'part-of-paragraph' ? 'continued' : 'long', value(tail.key, tail.text));

const labelOf = (tail: Tail, paper: Paper): Cell =>
  labelCell(tail.label + (tail.after === 'nothing' ? '' : paperWords(paper.lang).continued));

function tailRow(tail: Tail, paper: Paper): Row {
  const content = parasCell([tailPara(tail), restPara(paper)]);
  return row([labelOf(tail, paper), content], { min: LEAST_ROW, split: true });
}

/**
 * Chromium draws a whole row along with the signature row after it; one that is longer than a page it cannot
 * draw, and leaves the signature alone. So the last lines are a row of their own, without a rule between.
 */
function lastTailRows(tail: Tail, paper: Paper, metrics: FontMetrics): readonly Row[] {
  const whole = tailRow(tail, paper);
  const [placed] = placeCells(table(WIDTHS, [whole]), [whole], tableType(paper));
  const em = placed?.[1]?.em;
  invariant(em !== undefined, 'a row of the annex has two cells');
  const at = lastPartAt(tail.text, { em, indent: 2 }, metrics, tail.after === 'part-of-paragraph');
  if (at === null) return [{ ...whole, split: false }];
  const after = tail.text[at - 1] === '\n' ? 'paragraph' : 'part-of-paragraph';
  return [
    row([labelOf(tail, paper), parasCell([tailPara({ ...tail, text: tail.text.slice(0, at) })])], {
      split: true,
      open: 'bottom',
    }),
    row(
      [
        labelCell(''),
        parasCell([tailPara({ key: tail.key, text: tail.text.slice(at), after }), restPara(paper)]),
      ],
      { open: 'top' },
    ),
  ];
}

const signSpaces = (form: Table): readonly SignSpace[] =>
  form.rows
    .filter(({ sign }) => sign)
    .flatMap(({ cells }) => cells.flatMap(({ content }) => content.filter(item => item.kind === 'sign')));

function signatureRows(spaces: readonly SignSpace[]): readonly Row[] {
  const rows: Row[] = [];
  for (const space of spaces)
    rows.push(row([signCell([space], { cols: WIDTHS.length })], { min: LEAST_SIGNATURE, sign: true }));
  return rows;
}

export interface AnnexContent {
  readonly paper: Paper;
  readonly main: Part;
  readonly form: Table;
  readonly tails: readonly Tail[];
  /** Notes for which the form had no room. */
  readonly notes: Notes | null;
}

/** 附页（一）: the tails of the long texts, signed like the form itself. */
export function annexPart({ paper, main, form, tails, notes }: AnnexContent, metrics: FontMetrics): Part {
  const words = paperWords(paper.lang);
  const title = main.blocks.find(block => block.kind === 'para' && block.style === 'title');
  const ownLine = paper.annex?.line ?? main.blocks.find(block => block.kind === 'line') ?? line('', '');
  const rows = tails.flatMap((tail, index) =>
    index === tails.length - 1 ? lastTailRows(tail, paper, metrics) : [tailRow(tail, paper)],
  );
  const signed = signatureRows(paper.annex?.signatures ?? signSpaces(form));
  const head = [row([headCell(words.item), headCell(words.continuation)])];
  return part(
    [
      title ?? titlePara(text(paper.title)),
      ownLine,
      ...(notes ? [notes] : []),
      table(WIDTHS, [...rows, ...signed], { head }),
    ],
    {
      page: 'annex',
      tag: words.annexTag,
      running: [words.annexOf(paper.title), main.running?.[1] ?? ''],
    },
  );
}

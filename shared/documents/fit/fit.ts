import type { FitWarning, Fitted, FontMetrics, Paper } from '../paper.model.ts';
import { printedPaper } from '../print-text.ts';
import { fillCatalogue } from './catalogue.fit.ts';
import { fitEmptyRows } from './empty-rows.fit.ts';
import { fitForm, hasOverflow } from './form.fit.ts';
import { breakLabels } from './labels.fit.ts';
import { letterPitch } from './letter.fit.ts';
import { splitTallRows } from './tall-rows.fit.ts';
import { missingWarnings, warningsOf } from './warnings.ts';

const isForm = (paper: Paper): number =>
  paper.parts.findIndex(part =>
    part.blocks.some(block => block.kind === 'table' && block.rows.some(hasOverflow)),
  );

/**
 * Makes a paper ready to be rendered: its texts drawn by our fonts alone, the long ones of a form shared between its page and an
 * annex, tall rows free to break, a catalogue filled with empty rows, a table left with as many as its page has room
 * for, a letter a little too long for its page set closer. The estimate of heights is never trusted alone: whoever
 * prints the paper counts its pages, and fits it again with `lessLines` when the form or the letter did not stay on
 * its page.
 */
export function fit(raw: Paper, metrics: FontMetrics, lessLines = 0): Fitted {
  const { paper, missing } = printedPaper(raw, metrics);
  const index = isForm(paper);
  const form = index < 0 ? null : fitForm(paper, index, metrics, lessLines);
  const parts = form?.parts ?? paper.parts;
  const filled = parts
    .map(part => splitTallRows(paper, part, metrics))
    .map(part =>
      paper.sheet === 'catalogue' ? fillCatalogue(paper, part, metrics) : fitEmptyRows(paper, part, metrics),
    )
    .map(part => breakLabels(paper, part, metrics));
  const pitch = letterPitch(paper, metrics, lessLines);
  const fitted: Paper = { ...paper, parts: filled, ...(pitch === undefined ? {} : { pitch }) };
  const tooLong: readonly FitWarning[] = form?.tooLong
    ? [{ code: 'form/longer-than-page', detail: paper.title }]
    : [];
  return {
    paper: fitted,
    annexed: form?.annexed ?? [],
    warnings: [...tooLong, ...missingWarnings(missing), ...warningsOf(fitted, metrics)],
  };
}

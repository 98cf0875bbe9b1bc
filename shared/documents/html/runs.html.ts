import { assertNever } from '#shared/core/assert.ts';
import { isShortBlank } from '../metrics/measure.ts';
import type { Run } from '../paper.model.ts';
import { escapeHtml } from './escape.ts';

const fontClass = (font: string | undefined): string => (font ? ` class="font-${font}"` : '');

function runHtml(run: Run): string {
  switch (run.kind) {
    case 'text':
      return run.font ? `<span${fontClass(run.font)}>${escapeHtml(run.text)}</span>` : escapeHtml(run.text);
    case 'value':
      return `<span data-key="${escapeHtml(run.key)}"${fontClass(run.font)}>${escapeHtml(run.text)}</span>`;
    case 'blank':
      return `<span class="blank${isShortBlank(run) ? ' short' : ''}">${'＿'.repeat(run.em)}</span>`;
    case 'tick':
      return `<span class="tick">${run.on ? '<span class="on">☑</span>' : '☐'}${escapeHtml(run.text)}</span>`;
    default:
      return assertNever(run);
  }
}

export const runsHtml = (runs: readonly Run[]): string => runs.map(runHtml).join('');

/** The runs of each paragraph: a line feed ends one, a last line feed begins none. */
export function paragraphsOf(runs: readonly Run[]): readonly (readonly Run[])[] {
  const paragraphs: Run[][] = [[]];
  for (const run of runs) {
    const pieces = run.kind === 'text' || run.kind === 'value' ? run.text.split('\n') : [];
    if (pieces.length < 2) {
      paragraphs.at(-1)?.push(run);
      continue;
    }
    pieces.forEach((piece, index) => {
      if (index > 0) paragraphs.push([]);
      if (piece !== '' && 'text' in run) paragraphs.at(-1)?.push({ ...run, text: piece });
    });
  }
  if (paragraphs.length > 1 && paragraphs.at(-1)?.length === 0) paragraphs.pop();
  return paragraphs;
}

/** The runs of each line of a paragraph whose lines begin at these offsets. */
export function linesOf(runs: readonly Run[], breaks: readonly number[]): readonly (readonly Run[])[] {
  const lines: Run[][] = [[]];
  let offset = 0;
  for (const run of runs) {
    if (run.kind === 'blank' || run.kind === 'tick') {
      lines.at(-1)?.push(run);
      continue;
    }
    const begin = offset;
    let from = 0;
    for (const at of breaks.filter(each => each >= begin && each < begin + run.text.length)) {
      if (at - begin > from) lines.at(-1)?.push({ ...run, text: run.text.slice(from, at - begin) });
      from = at - begin;
      lines.push([]);
    }
    if (from < run.text.length) lines.at(-1)?.push({ ...run, text: run.text.slice(from) });
    offset += run.text.length;
  }
  return lines;
}

import { titleCovers } from '../metrics/font-metrics.ts';
import type { FitWarning, FontMetrics, MissingPlace, Paper, Run } from '../paper.model.ts';
import { rowHeights, tableType } from './row-height.ts';
import { typeArea } from '../paper.sheets.ts';

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsOf);
}

const charsOf = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts.join(''))].filter(char => char > '~');

const titleText = (runs: readonly Run[]): string =>
  runs.map(run => (run.kind === 'blank' ? '' : run.text)).join('');

/** What was entered and stands on the paper as 〓. */
export const missingWarnings = (places: readonly MissingPlace[]): readonly FitWarning[] =>
  places.length === 0
    ? []
    : [
        {
          code: 'character/missing',
          detail: [...new Set(places.flatMap(({ chars }) => chars))].join(''),
          places,
        },
      ];

/** Characters the paper shows in another font than the text about them, for a word of warning at the preview. */
function characterWarnings(paper: Paper, metrics: FontMetrics): readonly FitWarning[] {
  const chars = charsOf(textsOf({ parts: paper.parts, foot: paper.foot }));
  const titles = paper.parts.flatMap(part =>
    part.blocks.flatMap(block =>
      block.kind === 'para' && block.style === 'title' ? titleText(block.runs) : [],
    ),
  );
  const substituted = new Set([
    ...chars.filter(char => !metrics.covers(char)),
    ...charsOf(titles).filter(char => !titleCovers(char)),
  ]);
  return substituted.size > 0 ? [{ code: 'character/substituted', detail: [...substituted].join('') }] : [];
}

/** Chromium repeats the head of a table only up to a quarter of the page. */
function headWarnings(paper: Paper, metrics: FontMetrics): readonly FitWarning[] {
  const { height } = typeArea(paper);
  return paper.parts.flatMap((part, index) =>
    part.blocks.flatMap(block => {
      if (block.kind !== 'table') return [];
      const heights = rowHeights(block, block.head, tableType(paper, block.dense), metrics);
      const head = block.head.length > 0 ? heights.reduce((a, b) => a + b, 0) : 0;
      return head < height / 4 - 6 ? [] : [{ code: 'head/too-tall' as const, detail: String(index + 1) }];
    }),
  );
}

export const warningsOf = (paper: Paper, metrics: FontMetrics): readonly FitWarning[] => [
  ...characterWarnings(paper, metrics),
  ...headWarnings(paper, metrics),
];

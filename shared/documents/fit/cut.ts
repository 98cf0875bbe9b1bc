import { lineCount, lineStarts, type Measure } from '../metrics/measure.ts';
import type { FontMetrics } from '../paper.model.ts';

const SENTENCE_ENDS = /[。！？；\n][”’」』）]*/g;

const sentenceEnds = (text: string): readonly number[] =>
  [...text.matchAll(SENTENCE_ENDS)].map(match => match.index + match[0].length);

/**
 * How much of a text to show on so many lines: up to the last sentence end that fits; where that would leave more
 * than half of the lines empty, as many lines as there are.
 */
export function cutAt(text: string, lines: number, measure: Measure, metrics: FontMetrics): number {
  const limit = lineStarts(text, measure, metrics)[lines];
  if (limit === undefined) return text.length;
  const end = sentenceEnds(text).findLast(offset => offset <= limit) ?? 0;
  const used = end === 0 ? 0 : lineCount(text.slice(0, end), measure, metrics);
  return used * 2 >= lines ? end : limit;
}

const LEAST_LAST_LINES = 2;
const MOST_LAST_LINES = 8;

/**
 * Where to part a long text before a signature, so that its last two to eight lines can go with the signature to
 * the next page: at a paragraph end if possible, else at a sentence end, else at a line. Null: it is too short.
 */
export function lastPartAt(
  text: string,
  measure: Measure,
  metrics: FontMetrics,
  resumed: boolean,
): number | null {
  const starts = lineStarts(text, measure, metrics, resumed);
  if (starts.length < LEAST_LAST_LINES + 3) return null;
  const fits = (offset: number): boolean => {
    if (offset >= text.length || text[offset] === '\n') return false;
    const resumes = text[offset - 1] !== '\n';
    const lines = lineCount(text.slice(offset), measure, metrics, resumes);
    return lines >= LEAST_LAST_LINES && lines <= MOST_LAST_LINES;
  };
  const ends = sentenceEnds(text);
  return (
    ends.filter(offset => text[offset - 1] === '\n').findLast(fits) ??
    ends.findLast(fits) ??
    starts.findLast(fits) ??
    null
  );
}

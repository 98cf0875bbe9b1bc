import type { Counted } from '#shared/calendar/limit.types.ts';
import { daysOneByOne, type ExplanationLine } from '#shared/case/clock.explain.ts';
import {
  inFigures,
  lineInWords,
  momentInWords as momentWritten,
  resultInWords as resultWritten,
  stretchInWords,
  timeInWords,
  type WordedStretch,
} from '#shared/case/clock.words.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';

export const dayInWords = (date: PlainDate): string => inFigures.day(date);
export const momentInWords = (instant: Instant): string => momentWritten(instant, inFigures);
export const resultInWords = (counted: Counted): string => resultWritten(counted, inFigures);

/** `规定：…` */
export function explanationLine(line: ExplanationLine): string {
  const { term, words } = lineInWords(line, inFigures);
  return `${term}：${words}`;
}

const inOneLine = ({ when, state, why }: WordedStretch): string => `${when}  ${state}（${why}）`;

/** Every day or stretch of time with whether it counts, and why. */
export const dayByDay = ({ days, times }: Pick<Counted, 'days' | 'times'>): readonly string[] => [
  ...daysOneByOne(days).map(day => inOneLine(stretchInWords(day, inFigures))),
  ...times.map(time => inOneLine(timeInWords(time, inFigures))),
];

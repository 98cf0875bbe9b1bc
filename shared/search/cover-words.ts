import { plain } from '#shared/core/plain-text.ts';
import { normalText, normalWithPlaces } from './normal-text.ts';

/** Stands for every letter that is covered; it is no letter, so nothing is found across it. */
const COVER = '■';

/** One letter alone is no name, and a few digits are a date, a house, a number of a paper. */
const tells = (word: string): boolean => word.length >= (/^\d+$/.test(word) ? 5 : 2);

/** A word may stand in a text as it was written, or as it is where a rare letter of a name was no plain text. */
const spellings = (word: string): readonly string[] => [
  ...new Set([normalText(word), normalText(plain(word))].filter(tells)),
];

/** A text with these words covered, however they are spaced and marked. */
export function coverWords(text: string, secrets: readonly string[]): string {
  const words = secrets.flatMap(spellings);
  if (words.length === 0) return text;
  const normal = normalWithPlaces(text);
  const letters = text.split('');
  for (const word of words)
    for (let at = normal.text.indexOf(word); at >= 0; at = normal.text.indexOf(word, at + 1))
      letters.fill(COVER, normal.from[at], normal.to[at + word.length - 1]);
  return letters.join('');
}

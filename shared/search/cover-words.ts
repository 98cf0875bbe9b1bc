import { normalText, normalWithPlaces } from './normal-text.ts';

/** Stands for every letter that is covered; it is no letter, so nothing is found across it. */
const COVER = '■';

/** A text with these words covered, however they are spaced and marked. One letter alone is no name. */
export function coverWords(text: string, secrets: readonly string[]): string {
  const words = secrets.map(normalText).filter(word => word.length >= 2);
  if (words.length === 0) return text;
  const normal = normalWithPlaces(text);
  const letters = text.split('');
  for (const word of words)
    for (let at = normal.text.indexOf(word); at >= 0; at = normal.text.indexOf(word, at + 1))
      letters.fill(COVER, normal.from[at], normal.to[at + word.length - 1]);
  return letters.join('');
}

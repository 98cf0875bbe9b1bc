import { inLanguage, type Language } from '#shared/core/text.ts';
import type { ManualChapter, ManualSection } from './manual.schema.ts';

const sectionTexts = ({ heading, text, steps, keys }: ManualSection) => [
  ...(heading ? [heading] : []),
  ...text,
  ...steps,
  ...keys.map(({ does }) => does),
];

/** Everything a chapter says, in its order, the title first. */
export const chapterTexts = ({ title, sections }: ManualChapter, language: Language): readonly string[] =>
  [title, ...sections.flatMap(sectionTexts)].map(text => inLanguage(text, language));

export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/** A text cut where it says what is looked for, whichever the case of its letters. */
export function pieces(text: string, sought: string): readonly Piece[] {
  const word = sought.trim().toLowerCase();
  const lower = text.toLowerCase();
  // Where a letter has a lower case of another length, places in the two do not agree.
  if (word === '' || lower.length !== text.length) return [{ text, hit: false }];
  const found: Piece[] = [];
  let from = 0;
  for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, from)) {
    if (at > from) found.push({ text: text.slice(from, at), hit: false });
    found.push({ text: text.slice(at, at + word.length), hit: true });
    from = at + word.length;
  }
  if (from < text.length || found.length === 0) found.push({ text: text.slice(from), hit: false });
  return found;
}

/** How often a chapter says it. */
export const hitsIn = (chapter: ManualChapter, language: Language, sought: string): number =>
  chapterTexts(chapter, language)
    .flatMap(text => pieces(text, sought))
    .filter(({ hit }) => hit).length;

/** How much a passphrase holds off. `short` and `simple` are refused, as the keyring itself would refuse them. */
export type Strength = 'empty' | 'short' | 'simple' | 'fair' | 'good' | 'strong';

/** The limits of the keyring's own rule, which has the last word. */
export const LEAST_CHARACTERS = 10;
const LEAST_WORDS = 4;
const LEAST_DIFFERENT = 5;

/** A Chinese character is one of thousands, a letter one of dozens. */
const weightOf = (character: string): number => (/\p{Script=Han}/u.test(character) ? 2 : 1);

const GOOD_WEIGHT = 16;
const STRONG_WEIGHT = 22;

export function passphraseStrength(typed: string): Strength {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return 'empty';
  const characters = Array.from(text);
  const words = new Set(text.split(/[\s\-_,.，。、]+/u).filter(Boolean));
  if (characters.length < LEAST_CHARACTERS && words.size < LEAST_WORDS) return 'short';
  const different = new Set(characters.filter(character => !/[\s\p{P}]/u.test(character)));
  if (different.size < LEAST_DIFFERENT) return 'simple';
  // Repeated characters add little.
  const weight = [...different].reduce((sum, character) => sum + weightOf(character), 0);
  return weight >= STRONG_WEIGHT ? 'strong' : weight >= GOOD_WEIGHT ? 'good' : 'fair';
}

/** How many of the four bars are filled. */
export const STRENGTH_BARS: Readonly<Record<Strength, number>> = {
  empty: 0,
  short: 1,
  simple: 1,
  fair: 2,
  good: 3,
  strong: 4,
};

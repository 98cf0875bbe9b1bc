/**
 * A text without what people write differently though they mean the same: width, capitals, accents, blanks and marks.
 * Control characters never come through, so they can part places from one another.
 */
export interface NormalText {
  readonly text: string;
  /** Where in the original each character begins and ends. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Private use stays: it stands for rare letters of names. */
const NOTHING = /[\s\p{P}\p{M}\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Z}]/gu;

const slow = (letter: string): string =>
  letter.normalize('NFKD').toLowerCase().normalize('NFKD').replace(NOTHING, '');

/** The unified ideographs stand for themselves; of the rest each is asked about once. */
const known = new Array<string | undefined>(65_536);
const isIdeograph = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

function normalLetter(letter: string, code: number): string {
  if (isIdeograph(code)) return letter;
  if (code > 0xffff) return slow(letter);
  return (known[code] ??= slow(letter));
}

/** Letter by letter, so that a part of a text is normal as a part of the whole is. */
export function normalText(text: string): string {
  let normal = '';
  for (const letter of text) normal += normalLetter(letter, letter.codePointAt(0) ?? 0);
  return normal;
}

export function normalWithPlaces(text: string, offset = 0): NormalText {
  let normal = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = offset;
  for (const letter of text) {
    const piece = normalLetter(letter, letter.codePointAt(0) ?? 0);
    from.push(...new Array<number>(piece.length).fill(at));
    to.push(...new Array<number>(piece.length).fill(at + letter.length));
    normal += piece;
    at += letter.length;
  }
  return { text: normal, from, to };
}

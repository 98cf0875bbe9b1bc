import { letterNumber, type Spelling } from './spelling.ts';

/** A syllable of a word, the beginning of one, or an initial. */
interface Piece {
  readonly initial: number;
  /** Of a whole syllable. */
  readonly id?: number | undefined;
}

export type Cut = readonly Piece[];

export interface Cuts {
  readonly cuts: readonly Cut[];
  /** Syllable by syllable, the last maybe begun, or initial by initial. */
  readonly inSyllables: boolean;
}

const LONGEST_SYLLABLE = 6;
/** nananana… can be read in very many ways. */
const MOST_CUTS = 120;
const MOST_STEPS = 4000;

const isWhole = ({ id }: Piece): boolean => id !== undefined;

/** Every way to cut a word into pieces of which only the last may be less than the others have to be. */
function cutsOf(
  text: string,
  spelling: Spelling,
  mayBePart: (piece: string) => boolean,
): readonly Cut[] | undefined {
  const found: Cut[] = [];
  let steps = 0;
  const cut = (at: number, pieces: Cut): boolean => {
    if (++steps > MOST_STEPS || found.length > MOST_CUTS) return false;
    if (at === text.length) {
      found.push(pieces);
      return true;
    }
    const initial = letterNumber(text.charCodeAt(at));
    for (let length = 1; length <= LONGEST_SYLLABLE && at + length <= text.length; length++) {
      const piece = text.slice(at, at + length);
      const isLast = at + length === text.length;
      const id = spelling.syllable(piece);
      const isPiece = id !== undefined || ((isLast || mayBePart(piece)) && spelling.isBeginning(piece));
      if (isPiece && !cut(at + length, [...pieces, { initial, id }])) return false;
    }
    return true;
  };
  return cut(0, []) ? found : undefined;
}

const isInitial = (piece: string): boolean => piece.length === 1 || /^[zcs]h$/.test(piece);

function initialByInitial(text: string, spelling: Spelling): readonly Cut[] {
  const letters = Array.from(text);
  if (!letters.every(letter => spelling.isBeginning(letter))) return [];
  return [
    letters.map(letter => ({
      initial: letterNumber(letter.charCodeAt(0)),
      id: spelling.syllable(letter),
    })),
  ];
}

/**
 * How a word may have been meant. Who types whole syllables means no initials between them: wangfang is not wan g fang;
 * nor does who types so much that there would be too many ways to take it. undefined where even so there are too many.
 */
export function cutsMeant(text: string, spelling: Spelling): Cuts | undefined {
  const bySyllable = cutsOf(text, spelling, () => false);
  const all = cutsOf(text, spelling, isInitial);
  if (!bySyllable) return undefined;
  const inSyllables =
    bySyllable.some(pieces => pieces.length > 1 && pieces.every(isWhole)) ||
    (all === undefined && bySyllable.length > 0);
  if (!inSyllables) return all && { cuts: all, inSyllables };
  return { cuts: [...bySyllable, ...initialByInitial(text, spelling)], inSyllables };
}

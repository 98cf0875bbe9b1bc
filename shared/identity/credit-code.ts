import { compact } from './half-width.ts';

const LENGTH = 18;
/** Without I, O, S, V, Z, which are taken for digits. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** What looks wrong with a unified social credit code; the first that applies. It warns and never blocks. */
export type CreditCodeFinding =
  /** The characters that no code has, each once. */
  | { readonly finding: 'characters'; readonly found: string }
  /** Characters too few; negative: too many. */
  | { readonly finding: 'length'; readonly missing: number }
  | { readonly finding: 'checksum' };

/** Half-width, without blanks, in capitals. */
export const normalCreditCode = (text: string): string => compact(text).toUpperCase();

/**
 * The eighteenth character for the first seventeen (GB 32100—2015). The outer modulo is for sums that are a
 * multiple of 31; without it their check, 0, is lost.
 */
export function creditCodeCheck(body: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, index) => total + weight * ALPHABET.indexOf(body.charAt(index)),
    0,
  );
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Codes may begin with a letter: A military, N rural collectives, Y others (amendment 1 of 2016). */
export function checkCreditCode(text: string): CreditCodeFinding | undefined {
  const code = normalCreditCode(text);
  if (code === '') return undefined;
  const foreign = new Set(Array.from(code).filter(character => !ALPHABET.includes(character)));
  if (foreign.size > 0) return { finding: 'characters', found: [...foreign].join('') };
  if (code.length !== LENGTH) return { finding: 'length', missing: LENGTH - code.length };
  if (creditCodeCheck(code) !== code.charAt(LENGTH - 1)) return { finding: 'checksum' };
  return undefined;
}

import { err, ok, type Result } from '#shared/core/result.ts';
import type { RecoveryKeyTypo } from './keys.error.ts';

/**
 * 32 characters without 0, 1, O and I: 30 of chance (150 bits) and 2 that check them. The checks are a
 * Reed-Solomon code over GF(32) of length 32 and distance 3: any one or two wrong characters and any two
 * exchanged ones are noticed for certain, any other mistake with 1023 chances in 1024.
 */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 32;
const GROUP = 4;
export const RECOVERY_KEY_BITS = 150;

/** The eight groups of four characters that are printed, in one string with single spaces. */
export type RecoveryKey = string;

export function newRecoveryKey(randomBytes: (count: number) => Uint8Array): RecoveryKey {
  const symbols = [...randomBytes(LENGTH - 2)].map(byte => byte & 31);
  const [sum, weighted] = syndromes(symbols);
  // The last two, x at place 30 and y at place 31, make both sums zero: x+y = sum, 30x+31y = weighted.
  const y = multiply(add(weighted, multiply(30, sum)), inverse(add(30, 31)));
  return inGroups([...symbols, add(sum, y), y].map(symbol => ALPHABET.charAt(symbol)).join(''));
}

/** What a person typed, in the form it is kept: capitals, groups; spaces, hyphens and width do not matter. */
export function parseRecoveryKey(typed: string): Result<RecoveryKey, RecoveryKeyTypo> {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.,·]+/gu, '');
  const symbols = Array.from(text, character => ALPHABET.indexOf(character));
  const unknown = symbols.indexOf(-1);
  if (unknown >= 0) return err({ code: 'keys/recovery-character', group: groupOf(unknown) });
  if (symbols.length !== LENGTH) return err({ code: 'keys/recovery-length', characters: symbols.length });
  const [sum, weighted] = syndromes(symbols);
  if (sum === 0 && weighted === 0) return ok(inGroups(text));
  if (sum === 0) return err({ code: 'keys/recovery-typo' });
  // If one character is wrong, this is its place; if more are, it is a guess like any other.
  return err({ code: 'keys/recovery-typo', group: groupOf(multiply(weighted, inverse(sum))) });
}

const groupOf = (place: number): number => Math.floor(place / GROUP) + 1;

const inGroups = (text: string): string => (text.match(/.{4}/gu) ?? []).join(' ');

function syndromes(symbols: readonly number[]): readonly [number, number] {
  let sum = 0;
  let weighted = 0;
  for (const [place, symbol] of symbols.entries()) {
    sum = add(sum, symbol);
    weighted = add(weighted, multiply(place, symbol));
  }
  return [sum, weighted];
}

const add = (a: number, b: number): number => a ^ b;

/** In GF(32) modulo x⁵ + x² + 1. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 0; bit < 5; bit++) {
    if ((b >> bit) & 1) product ^= a << bit;
  }
  for (let bit = 8; bit >= 5; bit--) {
    if ((product >> bit) & 1) product ^= 0b100101 << (bit - 5);
  }
  return product;
}

/** a³⁰, because a³¹ = 1 for every a but zero. */
function inverse(a: number): number {
  let power = a;
  for (let i = 1; i < 30; i++) power = multiply(power, a);
  return power;
}

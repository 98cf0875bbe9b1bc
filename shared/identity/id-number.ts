import { parsePlainDate, yearOf, type PlainDate } from '#shared/core/plain-date.ts';
import { compact } from './half-width.ts';
import { maskMiddle } from './mask.ts';

const LENGTH = 18;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';

/** What looks wrong with a citizen's number; the first of these that applies. It warns and never blocks. */
export type IdNumberFinding =
  | { readonly finding: 'characters' }
  /** Characters too few; negative: too many. */
  | { readonly finding: 'length'; readonly missing: number }
  | { readonly finding: 'birth-date' }
  | { readonly finding: 'checksum' };

export interface IdNumberFacts {
  /** Where the number was first given out, in the code of that time: often abolished since. */
  readonly area: string;
  readonly birthDate: PlainDate;
  readonly sex: 'male' | 'female';
}

/** Half-width, without blanks, `X` in capitals. */
export const normalIdNumber = (text: string): string => compact(text).toUpperCase();

/** The eighteenth character for the first seventeen digits (GB 11643—1999, ISO 7064 MOD 11-2). */
export function idNumberCheck(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits.charAt(index)), 0);
  return CHECKS.charAt(sum % 11);
}

/** Citizens' numbers only (GB 11643—1999); passports and permits have no check. A birth after `today` is wrong. */
export function checkIdNumber(text: string, today?: PlainDate): IdNumberFinding | undefined {
  const number = normalIdNumber(text);
  if (number === '') return undefined;
  if (!/^\d+X?$/.test(number)) return { finding: 'characters' };
  if (number.length !== LENGTH) return { finding: 'length', missing: LENGTH - number.length };
  const birth = birthDateIn(number);
  if (birth === undefined || (today !== undefined && birth > today)) return { finding: 'birth-date' };
  if (idNumberCheck(number) !== number.charAt(LENGTH - 1)) return { finding: 'checksum' };
  return undefined;
}

/** What a number without a finding says of its holder. */
export function readIdNumber(text: string): IdNumberFacts | undefined {
  const number = normalIdNumber(text);
  const birthDate = birthDateIn(number);
  if (number === '' || birthDate === undefined || checkIdNumber(number) !== undefined) return undefined;
  return {
    area: number.slice(0, 6),
    birthDate,
    sex: Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female',
  };
}

/** No holder was born before 1850; the oldest example of the standard is of 1880. */
function birthDateIn(number: string): PlainDate | undefined {
  const date = parsePlainDate(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`);
  return date !== undefined && yearOf(date) >= 1850 ? date : undefined;
}

/** `1101**********002X`; shorter numbers of other papers keep two characters at either end. */
export function maskIdNumber(text: string): string {
  const number = normalIdNumber(text);
  const kept = number.length >= 15 ? 4 : 2;
  return maskMiddle(number, kept, kept);
}

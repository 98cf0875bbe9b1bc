import { err, ok, type Result } from '#shared/core/result.ts';
import type { PassphraseError } from './keys.error.ts';
import { normalPassphrase } from './passphrase.kdf.ts';

const MIN_CHARACTERS = 10;
const MIN_WORDS = 4;
const MIN_DIFFERENT = 5;

/** What people take first when ten characters are asked for; compared without spaces, case and end digits. */
const COMMON = [
  'password',
  'passwordpassword',
  'passw0rd',
  'p@ssw0rd',
  'p@ssword',
  'administrator',
  'iloveyou',
  'woaizhongguo',
  'woaini',
  'zhongguo',
  'letmein',
  'welcome',
  'qwertyuiop',
  'qwertyuiopasdfghjkl',
  'asdfghjkl',
  'zxcvbnm',
  'qazwsxedc',
  'qazwsxedcrfv',
  '1qaz2wsx',
  '1qaz2wsx3edc',
  '1q2w3e4r',
  '1q2w3e4r5t',
  'q1w2e3r4t5',
  '5201314',
];

/**
 * A passphrase of at least ten characters or four words that is not on everybody's list, not a sequence and
 * not one of `names` (the person, the office). Undemanding about kinds of characters on purpose: NIST SP
 * 800-63B 3.1.1.2 asks for length and a list of bad choices, not for a capital and a digit.
 */
export function checkPassphrase(typed: string, names: readonly string[] = []): Result<void, PassphraseError> {
  const passphrase = normalPassphrase(typed);
  const words = new Set(passphrase.split(/[\s\-_,.，。、]+/u).filter(Boolean));
  if (Array.from(passphrase).length < MIN_CHARACTERS && words.size < MIN_WORDS) {
    return err({ code: 'keys/passphrase-short' });
  }
  const core = bare(passphrase);
  if (names.some(name => isName(core, bare(name)))) return err({ code: 'keys/passphrase-name' });
  if (isSimple(Array.from(core))) return err({ code: 'keys/passphrase-simple' });
  const stem = withoutEndDigits(core);
  if (COMMON.some(common => common === core || common === stem)) {
    return err({ code: 'keys/passphrase-common' });
  }
  return ok(undefined);
}

const bare = (text: string): string =>
  normalPassphrase(text)
    .toLowerCase()
    .replace(/[\s\-_,.，。、!！?？]+/gu, '');

const withoutEndDigits = (text: string): string => text.replace(/^\d+|\d+$/gu, '');

function isName(core: string, name: string): boolean {
  if (name === '') return false;
  return [core, withoutEndDigits(core)].some(text => text !== '' && text.split(name).join('') === '');
}

/** Few different characters, a piece repeated, or nearly all steps to the next or the same one (123…, zyx…). */
function isSimple(characters: readonly string[]): boolean {
  if (new Set(characters).size < MIN_DIFFERENT) return true;
  for (let period = 1; period <= characters.length / 2; period++) {
    if (characters.every((character, i) => character === characters[i % period])) return true;
  }
  const steps = characters.slice(1).map((character, i) => step(characters[i] ?? '', character));
  return steps.filter(size => Math.abs(size) > 1).length <= steps.length / 4;
}

/** The distance of two neighbours; 9 and 0 are neighbours too, as on the keyboard. */
function step(from: string, to: string): number {
  if (from === '9' && to === '0') return 1;
  if (from === '0' && to === '9') return -1;
  return (to.codePointAt(0) ?? 0) - (from.codePointAt(0) ?? 0);
}

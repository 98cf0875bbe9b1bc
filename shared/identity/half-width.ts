/** Zero-width and direction marks that come along when a number is copied from a web page or a phone. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const DASHES = /[\u2010-\u2015\u2212\u30FC\uFE58]/g;

/** Numbers as they are typed in a hurry, in half-width characters (NFKC) and with one sort of hyphen. */
export const halfWidth = (text: string): string =>
  text.normalize('NFKC').replace(INVISIBLE, '').replace(DASHES, '-').trim();

/** As `halfWidth`, without the blanks and hyphens that only part a number for reading. */
export const compact = (text: string): string => halfWidth(text).replace(/[\s-]/g, '');

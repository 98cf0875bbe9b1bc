/** What the keyboard gave as an office code is written: capitals, half width, plain hyphens, no spaces. */
export const asOfficeCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\p{Pd}ー_]/gu, '-')
    .replace(/\s+/g, '')
    .toUpperCase();

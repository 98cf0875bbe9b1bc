const DIGITS = 8;

/** `凤社〔2026〕0001号` with every run of digits padded, so that text order is number order. */
export const numberOrder = (number: string): string =>
  number.replace(/\d+/g, digits => digits.padStart(DIGITS, '0'));

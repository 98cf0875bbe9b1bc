const AMOUNT = /^\d+(\.\d+)?$/;

/** A number as people type it: full width, with commas or spaces between thousands; undefined where it is none. */
export function typedAmount(typed: string): number | undefined {
  const plain = typed.normalize('NFKC').replace(/[\s,，]/gu, '');
  return AMOUNT.test(plain) ? Number(plain) : undefined;
}

import type { Language } from '#shared/core/text.ts';
import { amountInWords, type Amount } from '#shared/reports/amount.ts';

/** As the paper leaves a rule to write on. */
const OPEN = '＿';

/** A figure as the paper writes it; what cannot be worked out is left open, never guessed. */
export const amountOnScreen = (amount: Amount, language: Language): string =>
  amountInWords(amount, language) || OPEN;

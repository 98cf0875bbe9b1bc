import { assertNever } from '#shared/core/assert.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { inLanguage, type Language, type Text } from '#shared/core/text.ts';
import { SMALLEST_BASE } from '#shared/procedure/measure.ts';

/** The cases of `count` or `part`; a figure that counts none of them, or was made for a paper, has none. */
interface Behind {
  readonly cases?: readonly CaseId[];
}

/** A figure of a report with what it was worked out from. */
export type Amount =
  | ({ readonly kind: 'count'; readonly count: number } & Behind)
  | ({ readonly kind: 'share'; readonly part: number; readonly whole: number } & Behind)
  /** `whole` is null where the office has not entered it for the whole of the period. */
  | ({
      readonly kind: 'rate';
      readonly part: number;
      readonly whole: number | null;
      readonly per: number;
      /** What `whole` counts. */
      readonly unit: Text;
    } & Behind)
  /** The office had no books then. */
  | { readonly kind: 'no-books' };

export const countOf = (count: number): Amount => ({ kind: 'count', count });
export const shareOf = (part: number, whole: number): Amount => ({ kind: 'share', part, whole });

export const opening = (amount: Amount, cases: readonly CaseId[]): Amount =>
  amount.kind === 'no-books' ? amount : { ...amount, cases };

/** The cases a figure opens. */
export const casesBehind = (amount: Amount): readonly CaseId[] =>
  ('cases' in amount ? amount.cases : undefined) ?? [];

/** Of nothing there is no share. */
const NONE = '—';

const OVER: Readonly<Record<Language, string>> = { 'zh-CN': '／', en: '/' };

/** Two digits behind the point, of very small rates as many as make a figure. */
export function shortened(rate: number): string {
  const digits = rate > 0 && rate < 0.1 ? 5 : 2;
  return String(Number(rate.toFixed(digits)));
}

function shareInWords(part: number, whole: number, language: Language): string {
  if (whole === 0) return NONE;
  if (whole < SMALLEST_BASE) return `${part}${OVER[language]}${whole}`;
  return `${Number(((part / whole) * 100).toFixed(1))}%`;
}

/** As paper and screen write it. What cannot be worked out is empty: a paper leaves a rule to write on. */
export function amountInWords(amount: Amount, language: Language): string {
  switch (amount.kind) {
    case 'count':
      return String(amount.count);
    case 'share':
      return shareInWords(amount.part, amount.whole, language);
    case 'rate': {
      const { part, whole, per, unit } = amount;
      if (whole === null) return '';
      if (whole === 0) return NONE;
      const rate = shortened((part / whole) * per);
      if (per === 100) return `${rate}%`;
      const base = inLanguage(unit, language);
      return language === 'en'
        ? `${rate} per ${per} ${base}`
        : `每${per === 1000 ? '千' : '万'}${base} ${rate}`;
    }
    case 'no-books':
      return NONE;
    default:
      return assertNever(amount);
  }
}

/** How long a bar is; undefined where there is nothing to draw. */
export function sizeOf(amount: Amount): number | undefined {
  switch (amount.kind) {
    case 'count':
      return amount.count;
    case 'share':
      return amount.whole === 0 ? undefined : amount.part / amount.whole;
    case 'rate':
      return amount.whole === null || amount.whole === 0 ? undefined : amount.part / amount.whole;
    case 'no-books':
      return undefined;
    default:
      return assertNever(amount);
  }
}

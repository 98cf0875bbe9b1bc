import { z } from 'zod';
import { invariant } from '#shared/core/assert.ts';

/** `{prefix}〔{year}〕{n:4}号`; `{n:4}` pads with zeros to four digits. */
export const NumberSeries = z
  .strictObject({
    id: z.string().min(1),
    pattern: z
      .string()
      .refine(pattern => /\{n(:\d)?\}/.test(pattern), 'the pattern needs {n}')
      .refine(
        pattern => pattern.replace(/\{(prefix|year|month|office|n(:\d)?)\}/g, '').search(/[{}]/) === -1,
        'the pattern may hold {prefix}, {year}, {month}, {office} and {n}',
      ),
    /** When counting begins anew. */
    period: z.enum(['year', 'month', 'none']).default('year'),
    /** `case`: every paper of a case bears one number of this series; `document`: each form has its own. */
    scope: z.enum(['document', 'case']).default('document'),
    unverified: z.boolean().default(false),
  })
  .readonly();
export type NumberSeries = z.infer<typeof NumberSeries>;

/** The register book of most offices; its first number is asked for when an office is founded. */
export const REGISTER_BOOK: NumberSeries = NumberSeries.parse({
  id: 'register',
  pattern: '{prefix}〔{year}〕{n:4}号',
});

/** What an old ledger gave no number, by the year it was received. */
export const IMPORTED_BOOK: NumberSeries = NumberSeries.parse({
  id: 'imported',
  pattern: '{prefix}旧〔{year}〕{n:4}号',
});

/**
 * The counter a number is taken from: `{prefix}〔{year}〕{n:4}号 2026`. Series with one pattern share it, whatever
 * procedure they stand in, so that no number is given twice.
 */
export const counterKey = (series: NumberSeries, date: string): string => {
  const period = { year: date.slice(0, 4), month: date.slice(0, 7), none: 'all' }[series.period];
  return `${series.pattern} ${period}`;
};

export interface NumberParts {
  readonly prefix: string;
  readonly office: string;
  /** Civil date the number is given on. */
  readonly date: string;
  readonly n: number;
}

export function formatNumber(series: NumberSeries, parts: NumberParts): string {
  invariant(Number.isSafeInteger(parts.n) && parts.n > 0, 'numbers begin at 1');
  const blanks: Readonly<Record<string, string>> = {
    prefix: parts.prefix,
    office: parts.office,
    year: parts.date.slice(0, 4),
    month: parts.date.slice(5, 7),
  };
  return series.pattern.replace(
    /\{(?:n(?::(\d))?|(\w+))\}/g,
    (_match, width: string | undefined, name: string | undefined) =>
      name === undefined ? String(parts.n).padStart(Number(width ?? 1), '0') : (blanks[name] ?? ''),
  );
}

const PLACE = /\{(?:n(?::\d)?|(\w+))\}/g;

const asPattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** The running number in a number of this series, written by hand perhaps: brackets and zeros may differ. */
export function readNumber(
  series: NumberSeries,
  parts: Omit<NumberParts, 'n'>,
  written: string,
): number | undefined {
  const plain = (text: string): string =>
    text
      .normalize('NFKC')
      .replace(/[〔﹝【[]/g, '(')
      .replace(/[〕﹞】\]]/g, ')')
      .replace(/\s/g, '');
  const blanks: Readonly<Record<string, string>> = {
    prefix: parts.prefix,
    office: parts.office,
    year: parts.date.slice(0, 4),
    month: parts.date.slice(5, 7),
  };
  let pattern = '';
  let from = 0;
  for (const place of series.pattern.matchAll(PLACE)) {
    const [all, name] = place;
    pattern += asPattern(plain(series.pattern.slice(from, place.index)));
    pattern += name === undefined ? '(\\d{1,8})' : asPattern(plain(blanks[name] ?? ''));
    from = place.index + all.length;
  }
  pattern += asPattern(plain(series.pattern.slice(from)));
  const n = Number(new RegExp(`^${pattern}$`).exec(plain(written))?.[1] ?? 0);
  return n > 0 ? n : undefined;
}

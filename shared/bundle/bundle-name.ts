import { OfficeCode } from '#shared/core/ids.ts';
import { PlainMonth } from '#shared/core/plain-date.ts';

export interface BundleName {
  readonly code: OfficeCode;
  readonly period: PlainMonth;
  /** Counts the bundles of one office from 1, over all periods. */
  readonly sequence: number;
}

export const BUNDLE_SUFFIX = '.bag.zip.age';

/** The name of the bag, its only top folder in the ZIP: `PHX-0371_2026-10_0004`. */
export const bagName = (name: BundleName): string =>
  `${name.code}_${name.period}_${String(name.sequence).padStart(4, '0')}`;

export const bundleFileName = (name: BundleName): string => bagName(name) + BUNDLE_SUFFIX;

/** Reads a bag's or a bundle's file name; any other name is undefined. */
export function parseBundleName(text: string): BundleName | undefined {
  const stem = text.endsWith(BUNDLE_SUFFIX) ? text.slice(0, -BUNDLE_SUFFIX.length) : text;
  const [code, period, sequence, ...rest] = stem.split('_');
  if (code === undefined || period === undefined || sequence === undefined || rest.length > 0)
    return undefined;
  const parsedCode = OfficeCode.safeParse(code);
  const parsedPeriod = PlainMonth.safeParse(period);
  if (!parsedCode.success || !parsedPeriod.success || !/^\d{4,9}$/.test(sequence)) return undefined;
  const name = { code: parsedCode.data, period: parsedPeriod.data, sequence: Number(sequence) };
  return name.sequence > 0 && bagName(name) === stem ? name : undefined;
}

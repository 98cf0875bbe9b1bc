/** A fixed line: `area` with its 0, empty where it was not given. */
export interface Landline {
  readonly area: string;
  readonly local: string;
}

export type LandlineFinding =
  { readonly finding: 'length'; readonly missing: number } | { readonly finding: 'area-code' | 'unknown' };

/** 010 and 02x are the cities with three digits; everywhere else it is four. */
const isBigCity = (area: string): boolean => area.length === 3;

export function splitLandline(digits: string): Landline | undefined {
  const withArea = /^(010|02\d|0[3-9]\d{2})(\d+)$/.exec(digits);
  if (withArea) return { area: withArea[1] ?? '', local: withArea[2] ?? '' };
  return /^[2-9]\d{6,7}$/.test(digits) ? { area: '', local: digits } : undefined;
}

/** Local numbers do not begin with 0 or 1; they have 8 digits in the big cities, elsewhere 7 or 8. */
export function landlineFinding({ area, local }: Landline): LandlineFinding | undefined {
  if (area === '') return { finding: 'area-code' };
  if (/^[01]/.test(local)) return { finding: 'unknown' };
  const shortest = isBigCity(area) ? 8 : 7;
  if (local.length < shortest) return { finding: 'length', missing: shortest - local.length };
  if (local.length > 8) return { finding: 'length', missing: 8 - local.length };
  return undefined;
}

import { AS_MEANT, correctionOf, type Correction, type Measured } from '#shared/printing/printer-settings.ts';

/** What stands in the four fields; empty where the person has measured nothing yet. */
export type MeasuredTyped = Readonly<Record<keyof Measured, string>>;

export const NOTHING_MEASURED: MeasuredTyped = { left: '', top: '', width: '', height: '' };

export const MEASURED_KEYS = [
  'left',
  'top',
  'width',
  'height',
] as const satisfies readonly (keyof Measured)[];

/** Millimetres, with 。or ， for the point as an input method leaves them; undefined for no number. */
export function readMillimetres(typed: string): number | undefined {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace(/\s*(mm|毫米)$/, '')
    .replace(/[,。、]/, '.');
  return /^-?\d{1,3}(\.\d{1,2})?$/.test(text) ? Number(text) : undefined;
}

/** A field left empty is as it is meant; null where what was measured cannot be mended. */
export function readMeasured(
  typed: MeasuredTyped,
): { readonly wrong: readonly (keyof Measured)[] } | { readonly correction: Correction | null } {
  const read = MEASURED_KEYS.map(
    key => [key, typed[key].trim() === '' ? AS_MEANT[key] : readMillimetres(typed[key])] as const,
  );
  const wrong = read.filter(([, value]) => value === undefined).map(([key]) => key);
  if (wrong.length > 0) return { wrong };
  const measured = Object.fromEntries(read) as unknown as Measured;
  return { correction: correctionOf(measured) ?? null };
}

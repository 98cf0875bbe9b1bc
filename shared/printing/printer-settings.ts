import { z } from 'zod';

/** How far a printer may be out before it is a matter for a technician. */
export const MOST_SHIFT_MM = 20;
export const LEAST_SCALE = 0.9;
export const MOST_SCALE = 1.1;

const Shift = z.number().min(-MOST_SHIFT_MM).max(MOST_SHIFT_MM);
const Scale = z.number().min(LEAST_SCALE).max(MOST_SCALE);

/** What is done to every page so that it comes out where it should; from the upper left corner of the sheet. */
export const Correction = z.strictObject({
  /** In mm. */
  right: Shift,
  down: Shift,
  /** Factors, from side to side and from head to foot. */
  across: Scale,
  along: Scale,
});
export type Correction = z.infer<typeof Correction>;

export const NO_CORRECTION: Correction = { right: 0, down: 0, across: 1, along: 1 };

export const isCorrected = (correction: Correction): boolean =>
  correction.right !== 0 || correction.down !== 0 || correction.across !== 1 || correction.along !== 1;

/** What this PC remembers of a printer. */
export const PrinterSettings = z.strictObject({
  correction: Correction.default(NO_CORRECTION),
  /** As it was printed on last; null where nobody has chosen. */
  duplex: z.boolean().nullable().default(null),
  /** How many copies were printed last, by form. */
  copies: z.record(z.string(), z.number().int().min(1).max(99)).default({}),
});
export type PrinterSettings = z.infer<typeof PrinterSettings>;

export const NO_SETTINGS: PrinterSettings = PrinterSettings.parse({});

/** Where the crosses of the calibration page stand, in mm from the upper left corner of an A4 sheet. */
export const CROSSES = { left: 20, top: 20, right: 190, bottom: 270 } as const;

/** What was measured on a calibration page that was printed without correction, in mm. */
export interface Measured {
  /** From the left edge of the sheet to the upper left cross, and from its upper edge. */
  readonly left: number;
  readonly top: number;
  /** Between the crosses, from side to side and from head to foot. */
  readonly width: number;
  readonly height: number;
}

export const AS_MEANT: Measured = {
  left: CROSSES.left,
  top: CROSSES.top,
  width: CROSSES.right - CROSSES.left,
  height: CROSSES.bottom - CROSSES.top,
};

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/**
 * The printer puts what is meant for p at a + s·p. A page that is drawn at k·p + t instead comes out right with
 * k = 1/s and t = −a/s.
 */
function along(meantAt: number, foundAt: number, meant: number, found: number) {
  const scale = found / meant;
  return {
    shift: rounded((scale * meantAt - foundAt) / scale, 2) || 0,
    factor: rounded(1 / scale, 4),
  };
}

/** undefined where it is more than a correction can mend. */
export function correctionOf({ left, top, width, height }: Measured): Correction | undefined {
  const x = along(AS_MEANT.left, left, AS_MEANT.width, width);
  const y = along(AS_MEANT.top, top, AS_MEANT.height, height);
  const found = { right: x.shift, down: y.shift, across: x.factor, along: y.factor };
  const read = Correction.safeParse(found);
  return read.success ? read.data : undefined;
}

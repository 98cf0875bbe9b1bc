import { z } from 'zod';

/** Strokes are kept on a field this wide, so that they are drawn sharply at any size. */
export const FIELD_WIDTH = 2000;

const MOST_STROKES = 400;
const MOST_POINTS = 20_000;
const LONGEST_FIELD = 4000;
const FULL_PRESSURE = 100;

const Point = z.tuple([
  z.number().int().min(0).max(FIELD_WIDTH),
  z.number().int().min(0).max(LONGEST_FIELD),
  /** In per cent; of a mouse, which knows none, always the same. */
  z.number().int().min(0).max(FULL_PRESSURE),
]);
export type StrokePoint = z.infer<typeof Point>;

/** A signature as it was written: points in the order of the hand, and nothing of when each was written. */
export const Strokes = z
  .strictObject({
    v: z.literal(1),
    height: z.number().int().min(100).max(LONGEST_FIELD),
    strokes: z.array(z.array(Point).min(1)).min(1).max(MOST_STROKES),
  })
  .readonly()
  .refine(
    ({ strokes }) => strokes.reduce((sum, stroke) => sum + stroke.length, 0) <= MOST_POINTS,
    'a signature has no more points',
  );
export type Strokes = z.infer<typeof Strokes>;

/** undefined where it is no signature this version can draw. */
export function parseStrokes(json: string): Strokes | undefined {
  try {
    return Strokes.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

export const hasRoom = (strokes: Strokes['strokes']): boolean =>
  strokes.length < MOST_STROKES && strokes.reduce((sum, { length }) => sum + length, 0) < MOST_POINTS;

/** A tenth of the width of the field: the shortest name, 一, is longer, a resting hand and a dot are not. */
const LEAST_INK = FIELD_WIDTH / 10;

function inkLength(stroke: readonly StrokePoint[]): number {
  let length = 0;
  stroke.forEach(([x, y], index) => {
    const before = stroke[index - 1];
    if (before) length += Math.hypot(x - before[0], y - before[1]);
  });
  return length;
}

/** Whether somebody wrote something: neither nothing nor dots alone. */
export const isWritten = (strokes: Strokes['strokes']): boolean =>
  strokes.reduce((sum, stroke) => sum + inkLength(stroke), 0) >= LEAST_INK;

/** A line of one width. */
export interface InkLine {
  readonly d: string;
  readonly width: number;
}

const THINNEST = 8;
const THICKEST = 26;
/** Few widths make few lines; a hand does not see the steps. */
const PRESSURE_STEP = 20;

const widthAt = (pressure: number): number =>
  THINNEST +
  ((THICKEST - THINNEST) * Math.min(FULL_PRESSURE, Math.round(pressure / PRESSURE_STEP) * PRESSURE_STEP)) /
    FULL_PRESSURE;

const halfway = ([x1, y1]: StrokePoint, [x2, y2]: StrokePoint): string => `${(x1 + x2) / 2} ${(y1 + y2) / 2}`;

/** A curve from halfway to halfway, bent at each point: corners of the sampling do not show. */
function curve(points: readonly StrokePoint[]): string {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return '';
  let d = `M${first[0]} ${first[1]}`;
  points.forEach((point, index) => {
    const next = points[index + 1];
    if (index > 0 && next) d += `Q${point[0]} ${point[1]} ${halfway(point, next)}`;
  });
  // A dot is a line without length, which round ends make visible.
  return `${d}L${last[0]} ${last[1]}`;
}

/** The lines of a stroke, for the `d` and the width of a path with round ends. */
export function inkLines(stroke: readonly StrokePoint[]): readonly InkLine[] {
  const lines: InkLine[] = [];
  let run: StrokePoint[] = [];
  stroke.forEach((point, index) => {
    run.push(point);
    const next = stroke[index + 1];
    if (next && widthAt(next[2]) === widthAt(point[2])) return;
    lines.push({ d: curve(run), width: widthAt(point[2]) });
    // The next one begins where this one ends: no gap.
    run = [point];
  });
  return lines;
}

import fs from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';

/*
 * Draws the icon of the program: npx tsx build/package/draw-icon.ts
 */

export const ICON = path.join(import.meta.dirname, 'resources/icon.png');
const SIZE = 512;
/** Samples along each side of a pixel, for smooth edges. */
const SAMPLES = 4;

type Colour = readonly [red: number, green: number, blue: number];
type Shape = { readonly covers: (x: number, y: number) => boolean; readonly colour: Colour };

const BRAND: Colour = [0x17, 0x56, 0x6a];
const SHEET: Colour = [0xff, 0xff, 0xff];
const TINT: Colour = [0xf4, 0xf6, 0xf3];
const EDGE: Colour = [0x7f, 0x8a, 0x83];
const RULE: Colour = [0xc3, 0xcb, 0xc5];

function box(
  left: number,
  top: number,
  right: number,
  bottom: number,
  radius: number,
  colour: Colour,
): Shape {
  const covers = (x: number, y: number): boolean => {
    if (x < left || x > right || y < top || y > bottom) return false;
    const dx = Math.max(left + radius - x, x - (right - radius), 0);
    const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
    return Math.hypot(dx, dy) <= radius;
  };
  return { covers, colour };
}

function stroke(
  from: readonly [number, number],
  to: readonly [number, number],
  width: number,
  colour: Colour,
): Shape {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const covers = (x: number, y: number): boolean => {
    const along = ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy);
    const at = Math.min(1, Math.max(0, along));
    return Math.hypot(x - from[0] - at * dx, y - from[1] - at * dy) <= width / 2;
  };
  return { covers, colour };
}

/** A ledger: pages, cover with ruled lines, spine, and one line that is done. The last shape lies on top. */
const shapes: readonly Shape[] = [
  box(84, 72, 444, 472, 22, EDGE),
  box(92, 80, 436, 464, 16, TINT),
  box(68, 40, 424, 448, 26, EDGE),
  box(76, 48, 416, 440, 18, SHEET),
  ...[136, 208, 280, 352].map(y => box(196, y, 372, y + 12, 6, RULE)),
  box(68, 40, 156, 448, 26, BRAND),
  box(120, 40, 156, 448, 0, BRAND),
  box(96, 108, 128, 118, 5, SHEET),
  box(96, 370, 128, 380, 5, SHEET),
  box(264, 312, 448, 496, 92, SHEET),
  box(276, 324, 436, 484, 80, BRAND),
  stroke([318, 406], [346, 434], 22, SHEET),
  stroke([346, 434], [396, 376], 22, SHEET),
];

export function drawIcon(): Buffer {
  const image = new PNG({ width: SIZE, height: SIZE });
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) image.data.set(pixel(x, y), (y * SIZE + x) * 4);
  }
  return PNG.sync.write(image);
}

function pixel(x: number, y: number): readonly number[] {
  const sum: [number, number, number] = [0, 0, 0];
  let covered = 0;
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
    const sx = x + ((sample % SAMPLES) + 0.5) / SAMPLES;
    const sy = y + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES;
    const colour = shapes.findLast(shape => shape.covers(sx, sy))?.colour;
    if (colour === undefined) continue;
    covered++;
    for (const at of [0, 1, 2] as const) sum[at] += colour[at];
  }
  if (covered === 0) return [0, 0, 0, 0];
  return [...sum.map(total => Math.round(total / covered)), Math.round((255 * covered) / SAMPLES ** 2)];
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename)
  fs.writeFileSync(ICON, drawIcon());

import { paperBrightness, type GreyPicture } from './grey-picture.ts';

/** A part of a picture, as shares of its width and height. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const WHOLE: Bounds = { left: 0, top: 0, right: 1, bottom: 1 };

/** A line darker than this share of the paper is table or lid; print alone never makes a whole line so dark. */
const DARK_LINE = 0.6;
/** Paper takes at least so much of a picture somebody took of it; less is a finding to distrust. */
const LEAST_SIDE = 0.4;
const MARGIN = 0.005;

/** First and last bright line of as many means. */
function brightRange(means: readonly number[], least: number): readonly [number, number] {
  const first = means.findIndex(mean => mean >= least);
  const last = means.findLastIndex(mean => mean >= least);
  return [Math.max(0, first / means.length - MARGIN), Math.min(1, (last + 1) / means.length + MARGIN)];
}

function rowMeans({ width, height, grey }: GreyPicture): readonly number[] {
  return Array.from({ length: height }, (_, y) => {
    let sum = 0;
    for (let x = 0; x < width; x++) sum += grey[y * width + x] ?? 0;
    return sum / width;
  });
}

function columnMeans({ width, height, grey }: GreyPicture): readonly number[] {
  const sums = new Float64Array(width);
  for (let at = 0; at < grey.length; at++) sums[at % width] = (sums[at % width] ?? 0) + (grey[at] ?? 0);
  return Array.from(sums, sum => sum / height);
}

/** Where the sheet lies on a dark table or under a dark lid. Without such a surround it is the whole picture. */
export function paperBounds(picture: GreyPicture): Bounds {
  const least = paperBrightness(picture) * DARK_LINE;
  const [top, bottom] = brightRange(rowMeans(picture), least);
  const [left, right] = brightRange(columnMeans(picture), least);
  return bottom - top < LEAST_SIDE || right - left < LEAST_SIDE ? WHOLE : { left, top, right, bottom };
}

/** Dust and shine-through stay below it, the smallest signature above. */
const LEAST_INK = 0.0003;
/** Scanners leave shadows at the edges. */
const EDGE = 0.03;

/** Nothing is written or printed on it: the back of a page. */
export function isBlank(picture: GreyPicture): boolean {
  const { width, height, grey } = picture;
  const dark = paperBrightness(picture) * 0.7;
  const [x0, y0] = [Math.round(width * EDGE), Math.round(height * EDGE)];
  let ink = 0;
  for (let y = y0; y < height - y0; y++)
    for (let x = x0; x < width - x0; x++) if ((grey[y * width + x] ?? 255) < dark) ink++;
  return ink < LEAST_INK * width * height;
}

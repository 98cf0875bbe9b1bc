/**
 * The whole page as large as there is room for it, or so many times its actual size. Where the room is so low that
 * nobody could read a whole page, it is as wide as there is room.
 */
export type Zoom = 'whole' | number;

const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2];

/** Around the page, on each side, in CSS pixels. */
const MARGIN = 16;
/** Lower than this a whole page would be no more than a stamp. */
const LEAST_HEIGHT = 400;
/** Where nothing is laid out. */
const UNKNOWN_ROOM = 0.5;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How many times its actual size a page is drawn. */
export function scaleOf(zoom: Zoom, page: Size, room: Size): number {
  if (zoom !== 'whole') return zoom;
  const [width, height] = [room.width - 2 * MARGIN, room.height - 2 * MARGIN];
  if (width <= 0 || height <= 0) return UNKNOWN_ROOM;
  const fitting = width / page.width;
  return room.height < LEAST_HEIGHT ? fitting : Math.min(fitting, height / page.height);
}

/** The next step up or down from the size the page has now; the last one stays. */
export function stepped(scale: number, direction: 'larger' | 'smaller'): number {
  const near = 0.01;
  return direction === 'larger'
    ? (STEPS.find(step => step > scale + near) ?? Math.max(scale, STEPS.at(-1) ?? scale))
    : (STEPS.findLast(step => step < scale - near) ?? Math.min(scale, STEPS[0] ?? scale));
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The upper corners of a code as it was printed. */
export interface CodeCorners {
  readonly topLeft: Point;
  readonly topRight: Point;
  readonly bottomLeft: Point;
  readonly bottomRight: Point;
}

export interface Turn {
  /** Clockwise, in radians, so that the page stands upright. */
  readonly angle: number;
  readonly width: number;
  readonly height: number;
}

const QUARTER = Math.PI / 2;
/** A code is short: below this it does not tell a slanting page from its own blurred corners. */
const LEAST_SLANT = (0.8 * Math.PI) / 180;

/** How far the picture is turned, read from both level sides of the code. */
function slantOf({ topLeft, topRight, bottomLeft, bottomRight }: CodeCorners): number {
  const x = topRight.x - topLeft.x + bottomRight.x - bottomLeft.x;
  const y = topRight.y - topLeft.y + bottomRight.y - bottomLeft.y;
  return Math.atan2(y, x);
}

/** How to turn a picture upright by the code on it, and the room it needs then: nothing is cut off. */
export function turnUpright(corners: CodeCorners, width: number, height: number): Turn {
  const slant = slantOf(corners);
  const quarters = Math.round(slant / QUARTER);
  const rest = slant - quarters * QUARTER;
  const angle = -(Math.abs(rest) < LEAST_SLANT ? quarters * QUARTER : slant);
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  return {
    angle: angle === 0 ? 0 : angle,
    width: Math.round(width * cos + height * sin),
    height: Math.round(width * sin + height * cos),
  };
}

export const noTurn = (width: number, height: number): Turn => ({ angle: 0, width, height });

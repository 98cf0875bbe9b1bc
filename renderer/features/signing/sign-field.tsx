import { useRef, useState, type PointerEvent, type ReactNode } from 'react';
import { FIELD_WIDTH, hasRoom, type StrokePoint } from '#shared/signing/strokes.ts';
import { Ink } from './signature-image.tsx';

/** As wide as it is drawn in sign-dialog.css. */
export const FIELD_HEIGHT = 700;
/** Of a mouse, and of a pen or finger on glass that does not measure it. */
const USUAL_PRESSURE = 50;

export interface SignFieldProps {
  readonly label: string;
  readonly strokes: readonly StrokePoint[][];
  readonly onStroke: (stroke: StrokePoint[]) => void;
}

const within = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value)));

function pointOf(event: globalThis.PointerEvent, field: Element): StrokePoint {
  const { left, top, width, height } = field.getBoundingClientRect();
  const { clientX, clientY, pressure, pointerType } = event;
  return [
    within(((clientX - left) / width) * FIELD_WIDTH, FIELD_WIDTH),
    within(((clientY - top) / height) * FIELD_HEIGHT, FIELD_HEIGHT),
    pointerType === 'mouse' || pressure === 0 ? USUAL_PRESSURE : within(pressure * 100, 100),
  ];
}

const isElsewhere = (stroke: readonly StrokePoint[], [x, y]: StrokePoint): boolean => {
  const last = stroke.at(-1);
  return last?.[0] !== x || last[1] !== y;
};

/** Where somebody writes with mouse, finger or pen; one at a time, so that the ball of the hand draws nothing. */
export function SignField({ label, strokes, onStroke }: SignFieldProps): ReactNode {
  const writing = useRef<number | null>(null);
  const [stroke, setStroke] = useState<StrokePoint[]>([]);

  const begin = (event: PointerEvent<SVGSVGElement>): void => {
    if (writing.current !== null || event.button !== 0 || !hasRoom(strokes as StrokePoint[][])) return;
    event.preventDefault();
    writing.current = event.pointerId;
    event.currentTarget.setPointerCapture(event.pointerId);
    setStroke([pointOf(event.nativeEvent, event.currentTarget)]);
  };
  const go = (event: PointerEvent<SVGSVGElement>): void => {
    if (writing.current !== event.pointerId) return;
    const field = event.currentTarget;
    // A pen tells more often where it is than a window is drawn.
    const told = event.nativeEvent.getCoalescedEvents();
    const points = (told.length > 0 ? told : [event.nativeEvent]).map(each => pointOf(each, field));
    setStroke(before => {
      const after = [...before];
      for (const point of points) if (isElsewhere(after, point)) after.push(point);
      return hasRoom([...strokes, after]) ? after : before;
    });
  };
  const end = (event: PointerEvent<SVGSVGElement>): void => {
    if (writing.current !== event.pointerId) return;
    writing.current = null;
    if (stroke.length > 0) onStroke(stroke);
    setStroke([]);
  };

  return (
    <svg
      className="sign-field"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${FIELD_WIDTH} ${FIELD_HEIGHT}`}
      onPointerDown={begin}
      onPointerMove={go}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <path className="sign-line" d={`M150 ${FIELD_HEIGHT - 120}H${FIELD_WIDTH - 150}`} />
      <Ink strokes={stroke.length > 0 ? [...strokes, stroke] : strokes} />
    </svg>
  );
}

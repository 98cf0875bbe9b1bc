import type { PlainMonth } from '#shared/core/plain-date.ts';
import type { EnteredFigure } from './office.state.ts';

/** Which figure of which month. */
export interface FigureOfMonth {
  readonly procedure: string;
  readonly figure: string;
  readonly month: PlainMonth;
}

/** What the office entered last, the taking away of a figure included. */
export const enteredFigure = <Entered extends EnteredFigure>(
  office: { readonly figures?: readonly Entered[] },
  { procedure, figure, month }: FigureOfMonth,
): Entered | undefined =>
  office.figures?.findLast(
    each => each.procedure === procedure && each.figure === figure && each.month === month,
  );

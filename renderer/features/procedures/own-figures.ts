import type { OfficeState, Override } from '#shared/case/office.state.ts';
import type { OwnFigure } from '#shared/case/own-figure.ts';

/** The override by which a figure of a procedure is the office's own now; undefined where the pack holds. */
export function ownFigureOf(
  { overrides }: Pick<OfficeState, 'overrides'>,
  procedure: string,
  isIt: (set: OwnFigure) => boolean,
): Override | undefined {
  const last = overrides.findLast(
    each => each.kind === 'figure' && each.procedure === procedure && isIt(each.set),
  );
  return last?.kind === 'figure' && last.set.figure !== null ? last : undefined;
}

import type { CaseId } from '#shared/core/ids.ts';
import type { CaseWalk } from '#renderer/features/case/index.ts';

/** The place of a case in the list it was opened from; undefined where it came another way. */
export function walkFrom(
  list: readonly CaseId[],
  id: CaseId,
  open: (id: CaseId) => void,
): CaseWalk | undefined {
  const at = list.indexOf(id);
  if (at < 0) return undefined;
  const way = (to: CaseId | undefined): (() => void) | undefined =>
    to === undefined ? undefined : () => open(to);
  return { at: at + 1, of: list.length, previous: way(list[at - 1]), next: way(list[at + 1]) };
}

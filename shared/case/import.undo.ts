import type { ImportId } from '#shared/core/ids.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { DeskEvent } from './batch.ts';
import type { CaseState } from './case.state.ts';
import { caseHeader, header, type DecideContext } from './decide.context.ts';
import type { OfficeState } from './office.state.ts';
import type { Refusal } from './refusal.ts';

const ROLE = 'records-officer';

/** Nothing was done with it since it was brought along: its birth is all there is. */
export const isUntouched = ({ seq }: Pick<CaseState, 'seq'>): boolean => seq === 1;

export interface UndoCommand {
  readonly import: ImportId;
  /** Cases to withdraw now: a portion of those nothing was done with. */
  readonly cases: readonly CaseState[];
  /** The last portion: how many cases stay because something was done with them. */
  readonly last: { readonly kept: number } | null;
}

/** Withdraws a portion of what an import brought; the last one ends it. */
export function decideUndo(
  office: OfficeState,
  { import: id, cases, last }: UndoCommand,
  context: Omit<DecideContext, 'procedure'>,
): Result<readonly DeskEvent[], Refusal> {
  if (!context.acting.roles.includes(ROLE)) return err({ code: 'case/role', role: ROLE });
  const begun = office.imports?.find(each => each.id === id);
  if (!begun || begun.undone) return err({ code: 'office/no-such-import' });
  const events: DeskEvent[] = cases
    .filter(state => state.brought?.import === id && isUntouched(state))
    .map(state => ({
      ...caseHeader(context, ROLE, state.id, state.seq + 1),
      type: 'import-withdrawn',
      import: id,
    }));
  if (last) {
    // A series that has moved on meanwhile, or that another import raised, stays where it is.
    const lowered = begun.raised
      .filter(({ counter, to }) => last.kept === 0 && office.starts[counter] === to)
      .map(({ counter, from }) => ({ counter, to: from }));
    const said = { import: id, kept: last.kept, lowered };
    events.push({ ...header(context, ROLE), stream: 'office', type: 'import-undone', ...said });
  }
  return ok(events);
}

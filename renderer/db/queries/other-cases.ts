import type { CaseState } from '#shared/case/case.state.ts';
import { NO_OTHER_CASES, type CaseQueries } from '#shared/case/severity.ts';
import { instantFromMs, msOf } from '#shared/core/instant.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { CaseStore } from '../case-store.ts';
import { casesReceived } from './case-rows.ts';

/** Longer than any window in which a procedure looks for cases of the same matter. */
const WINDOW_MS = 400 * 86_400_000;

/** The cases a rule of severity may ask about; none are read where no rule asks. */
export async function othersOf(
  store: CaseStore,
  procedure: Procedure,
  state: CaseState,
): Promise<CaseQueries> {
  const asks = procedure.severity?.rules.some(({ repeats }) => repeats !== undefined) ?? false;
  if (!asks) return NO_OTHER_CASES;
  const from = instantFromMs(msOf(state.receivedAt) - WINDOW_MS);
  const cases = await casesReceived(store, procedure.id, from, state.receivedAt);
  return { received: () => cases };
}

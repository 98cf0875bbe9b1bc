import type { CaseState } from '#shared/case/case.state.ts';
import { sameMatter } from '#shared/case/same-matter.ts';
import { instantFromMs, msOf } from '#shared/core/instant.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useLive } from '#renderer/db/live/use-live.ts';
import { casesReceived } from '#renderer/db/queries/other-cases.ts';

/** Spans of repeat rules are shorter than this. */
const LOOK_BACK_MS = 800 * 86_400_000;

/** Cases the procedure takes for the same matter; undefined while they are looked for. */
export function useEarlierCases(procedure: Procedure, state: CaseState): readonly CaseState[] | undefined {
  const { calendar, officeHours } = useOpenDesk();
  return useLive(
    async store => {
      if (!procedure.repeats) return [];
      const from = instantFromMs(msOf(state.receivedAt) - LOOK_BACK_MS);
      const others = await casesReceived(store, procedure.id, from, state.receivedAt);
      return sameMatter(procedure, state, others, { calendar, officeHours });
    },
    [procedure, state, calendar, officeHours],
  );
}

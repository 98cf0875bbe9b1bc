import { useMemo } from 'react';
import type { CaseEvent } from '#shared/case/case.events.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { circumstancesOf } from '#shared/case/circumstances.ts';
import { clocksOf, type Clock } from '#shared/case/clocks.ts';
import { escalationOf, type EscalationFinding } from '#shared/case/escalation.ts';
import { NO_OTHER_CASES, severityOf, type CaseQueries, type SeverityFinding } from '#shared/case/severity.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { dateOf, msOf, type Instant } from '#shared/core/instant.ts';
import type { Circumstances } from '#shared/procedure/condition.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { caseState } from '../case-store.ts';
import { procedureOf } from '../projection/procedure-of.ts';
import { caseCounts, caseIdsBy, type CaseCounts, type CaseListQuery } from '../queries/case-ids.ts';
import { caseEvents, caseStates } from '../queries/case-rows.ts';
import { othersOfStates } from '../queries/on-others.ts';
import { othersOf } from '../queries/other-cases.ts';
import { summaryOf, type CaseSummary } from '../queries/case.summary.ts';
import { useOpenDesk } from './desk.context.ts';
import { useLive } from './use-live.ts';
import { useNow } from './use-now.ts';

export interface ListedIds {
  /** In order; undefined while loading. */
  readonly ids: readonly CaseId[] | undefined;
  /** They are those of the list that was asked for before: its rows are about to move. */
  readonly areOfBefore: boolean;
}

/** Ids of a whole view. While those of another view load, the ones of before stay. */
export function useCaseIds({ view, sort, direction }: CaseListQuery): ListedIds {
  const asked = JSON.stringify({ view, sort, direction });
  const found = useLive(
    async store => ({ asked, ids: await caseIdsBy(store, { view, sort, direction }) }),
    [asked],
  );
  return { ids: found?.ids, areOfBefore: found !== undefined && found.asked !== asked };
}

/** Lines of the cases on the screen (a few dozen: each is decrypted), by id. While other ids load, those of before stay. */
export function useCaseRows(ids: readonly CaseId[]): ReadonlyMap<CaseId, CaseSummary> | undefined {
  const { store, office } = useOpenDesk();
  const now = useNow();
  const found = useLive(
    async open => {
      const states = await caseStates(open, ids);
      return { states, others: await othersOfStates(open, [...states.values()], office) };
    },
    [ids.join(), office],
  );
  return useMemo(
    () =>
      found &&
      new Map(
        Array.from(found.states, ([id, state]) => [
          id,
          summaryOf(state, store.context, now, office, found.others),
        ]),
      ),
    [found, store, now, office],
  );
}

export function useCaseCounts(): CaseCounts | undefined {
  const today = dateOf(useNow());
  const { me } = useOpenDesk();
  return useLive(store => caseCounts(store, today, me.roles), [today, me.roles.join()]);
}

export interface LiveCase {
  readonly state: CaseState;
  /** undefined where the pack is gone: the case can be read, no step can be taken. */
  readonly procedure: Procedure | undefined;
  /** Every limit that applies, as it stands now, in the order of the pack. */
  readonly clocks: readonly Clock[];
  readonly severity: SeverityFinding | undefined;
  readonly escalation: EscalationFinding;
  /** Cases the rules of severity ask about. */
  readonly others: CaseQueries;
  /** What conditions of steps may ask. */
  readonly facts: Circumstances;
}

/** The minute an act falls in began before it: what is due at once would not be until the next one. */
const notBefore = (last: Instant, now: Instant): Instant => (msOf(last) > msOf(now) ? last : now);

/** undefined while loading, null where there is no such case. */
export function useCase(id: CaseId): LiveCase | null | undefined {
  const { store, office } = useOpenDesk();
  const now = useNow();
  const found = useLive(
    async open => {
      const state = await caseState(open, id);
      const procedure = state && procedureOf(open.context, state, office);
      const others = state && procedure ? await othersOf(open, procedure, state) : NO_OTHER_CASES;
      return { id, state, procedure, others };
    },
    [id, office],
  );
  return useMemo(() => {
    if (found?.id !== id) return undefined;
    const { state, procedure, others } = found;
    if (state === undefined) return null;
    const { calendar } = store.context;
    const context = { now: notBefore(state.lastAt, now), calendar, officeHours: office.hours, others };
    const severity = procedure && severityOf(procedure, state, context);
    return {
      state,
      procedure,
      severity,
      others,
      clocks: procedure ? clocksOf(procedure, state, context) : [],
      escalation: procedure ? escalationOf(procedure, state, context, severity?.effective) : { reached: [] },
      facts: circumstancesOf(state, context, severity?.effective),
    };
  }, [found, id, store, now, office]);
}

/** The history of a case, first event first; undefined while loading. */
export function useCaseEvents(id: CaseId): readonly CaseEvent[] | undefined {
  const found = useLive(async store => ({ id, events: await caseEvents(store, id) }), [id]);
  return found?.id === id ? found.events : undefined;
}

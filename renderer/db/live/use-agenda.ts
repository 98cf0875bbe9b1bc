import { useMemo } from 'react';
import type { AgendaEntry, DutyEntry } from '#shared/agenda/agenda.entry.ts';
import { inOrder } from '#shared/agenda/agenda.order.ts';
import { caseAgenda, type DueClock } from '#shared/agenda/case.agenda.ts';
import { dutiesBetween, dutyAgenda } from '#shared/agenda/duty.agenda.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { dateOf } from '#shared/core/instant.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { hoursOf } from '../projection/hours-of.ts';
import { awakeCases, casesDueOn, dueCounts, duesOn } from '../queries/agenda.ts';
import { summaryOf, type CaseSummary } from '../queries/case.summary.ts';
import { useOpenDesk } from './desk.context.ts';
import { useLive } from './use-live.ts';
import { useNow } from './use-now.ts';

export interface LiveAgenda {
  /** False for a moment after midnight: cases that wake with the new day are still being looked for. */
  readonly complete: boolean;
  /** In order. */
  readonly entries: readonly AgendaEntry[];
  /** The line of a case that has an entry; reckoned when it is asked for. */
  readonly summary: (id: CaseId) => CaseSummary | undefined;
}

/**
 * What is on the desk now: of the cases that are awake, and of what the procedures in use owe by the calendar;
 * undefined while loading.
 */
export function useAgenda(inUse: readonly Procedure[]): LiveAgenda | undefined {
  const { store, office, me } = useOpenDesk();
  const now = useNow();
  const today = dateOf(now);
  const found = useLive(
    async open => ({ day: today, ...(await awakeCases(open, today, office)) }),
    [today, office],
  );
  return useMemo(() => {
    if (found === undefined) return undefined;
    const { cases, others } = found;
    const { calendar } = store.context;
    const context = { now, calendar, officeHours: hoursOf(office), others };
    const ofCases = cases.flatMap(({ state, procedure }) => caseAgenda(procedure, state, context, me.roles));
    const byId = new Map(cases.map(({ state }) => [state.id, state]));
    return {
      complete: found.day === today,
      entries: inOrder([...ofCases, ...dutyAgenda(inUse, { office, calendar, today })]),
      summary: id => {
        const state = byId.get(id);
        return state && summaryOf(state, store.context, now, office);
      },
    };
  }, [found, store, office, me, now, today, inUse]);
}

export interface LiveDues {
  readonly cases: ReadonlyMap<PlainDate, number>;
  readonly duties: readonly DutyEntry[];
}

/** What falls due from one day to another; undefined while loading. */
export function useDues(inUse: readonly Procedure[], from: PlainDate, to: PlainDate): LiveDues | undefined {
  const { store, office } = useOpenDesk();
  const today = dateOf(useNow());
  const counted = useLive(
    async open => ({ from, to, cases: await dueCounts(open, from, to, office) }),
    [from, to, office],
  );
  const duties = useMemo(
    () => dutiesBetween(inUse, [from, to], { office, calendar: store.context.calendar, today }),
    [inUse, from, to, office, store, today],
  );
  return counted?.from === from && counted.to === to ? { cases: counted.cases, duties } : undefined;
}

export interface DueOnDay {
  readonly due: DueClock;
  readonly summary: CaseSummary;
}

/** The limits of cases that end on that day; undefined while loading. */
export function useDueOn(day: PlainDate): readonly DueOnDay[] | undefined {
  const { store, office } = useOpenDesk();
  const now = useNow();
  const found = useLive(async open => ({ day, ...(await casesDueOn(open, day, office)) }), [day, office]);
  return useMemo(() => {
    if (found?.day !== day) return undefined;
    const { calendar } = store.context;
    const context = { now, calendar, officeHours: hoursOf(office) };
    return duesOn(found, day, context).map(({ due, state }) => ({
      due,
      summary: summaryOf(state, store.context, now, office),
    }));
  }, [found, day, store, office, now]);
}

/** The cases with a limit that is late by now, each once. */
export const overdueIn = ({ entries }: Pick<LiveAgenda, 'entries'>): readonly CaseId[] => [
  ...new Set(entries.flatMap(entry => (entry.kind === 'overdue' ? [entry.case] : []))),
];

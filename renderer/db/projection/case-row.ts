import type { HoursTimeline } from '#shared/calendar/hours-timeline.ts';
import { awaitedRoles } from '#shared/case/approval.matter.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { OfficeState } from '#shared/case/office.state.ts';
import { wakesOf } from '#shared/agenda/wakes.ts';
import { clocksOf, nextClock, owedClocks, wasLate } from '#shared/case/clocks.ts';
import { closedAt, standingOf } from '#shared/case/standing.ts';
import { waitingPapers } from '#shared/case/waiting-papers.ts';
import { dateOf } from '#shared/core/instant.ts';
import { numberOrder } from '#shared/procedure/number-order.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { CaseRow } from '../store-rows.ts';
import { hoursOf } from './hours-of.ts';
import { procedureOf } from './procedure-of.ts';
import type { ProjectionContext } from './projection.context.ts';

/** Which day a running clock ends does not hang on the present moment: any will do to find it. */
function dueDate(
  procedure: Procedure,
  state: CaseState,
  { calendar }: ProjectionContext,
  officeHours: HoursTimeline,
): string {
  const next = nextClock(owedClocks(procedure, state, { now: state.lastAt, calendar, officeHours }));
  return next?.counted?.dueDate ?? '';
}

type ClosedPart = Pick<CaseRow, 'closed' | 'late'>;

/** When it was closed, and whether in time: by then no limit can change any more. */
function closedPart(
  procedure: Procedure,
  state: CaseState,
  { calendar }: ProjectionContext,
  officeHours: HoursTimeline,
): ClosedPart {
  const at = closedAt(procedure, state);
  if (at === undefined || state.mergedInto !== undefined) return { closed: '', late: false };
  const clocks = clocksOf(procedure, state, { now: state.lastAt, calendar, officeHours });
  return { closed: dateOf(at), late: wasLate(clocks) };
}

function agendaPart(
  procedure: Procedure,
  state: CaseState,
  { calendar }: ProjectionContext,
  officeHours: HoursTimeline,
): Pick<CaseRow, 'dues' | 'wakes'> {
  const { from, dues } = wakesOf(procedure, state, { calendar, officeHours });
  return { dues, wakes: from ?? '' };
}

const NO_PACK = { dues: [], wakes: '', closed: '', late: false } as const;

/** The part of a case that stands in clear. */
export function clearPart(
  state: CaseState,
  context: ProjectionContext,
  office: OfficeState | undefined,
): Omit<CaseRow, 'sealed'> {
  const procedure = procedureOf(context, state, office);
  const { status, shown } = standingOf(procedure, state);
  const category = procedure?.registration.category;
  const value = category === undefined ? null : state.values[category];
  return {
    id: state.id,
    number: state.number,
    order: numberOrder(state.number),
    received: dateOf(state.receivedAt),
    shelf: status === 'open' ? 'open' : 'closed',
    status,
    procedure: state.procedure.id,
    state: shown?.id ?? '',
    category: typeof value === 'string' ? value : '',
    due: procedure === undefined ? '' : dueDate(procedure, state, context, hoursOf(office)),
    ...(procedure === undefined
      ? NO_PACK
      : {
          ...closedPart(procedure, state, context, hoursOf(office)),
          ...agendaPart(procedure, state, context, hoursOf(office)),
        }),
    asks: procedure ? awaitedRoles(procedure, state) : [],
    papers: procedure ? waitingPapers(procedure, state) : [],
    documents: state.documents.map(({ id }) => id),
    ...(state.brought ? { brought: state.brought.import } : {}),
  };
}

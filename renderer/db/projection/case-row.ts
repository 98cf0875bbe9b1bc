import type { CaseState } from '#shared/case/case.state.ts';
import { clocksOf, nextClock } from '#shared/case/clocks.ts';
import { dateOf } from '#shared/core/instant.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { State } from '#shared/procedure/track.schema.ts';
import type { CaseRow, CaseStatus } from '../store-rows.ts';
import { findProcedure } from './procedure-of.ts';
import type { ProjectionContext } from './projection.context.ts';

const DIGITS = 8;

/** `凤社〔2026〕0001号` with every run of digits padded, so that text order is number order. */
export const numberOrder = (number: string): string =>
  number.replace(/\d+/g, digits => digits.padStart(DIGITS, '0'));

export interface Standing {
  readonly status: CaseStatus;
  /** The state a list shows: of the first track that is open, else of the first one there is. */
  readonly shown: State | undefined;
}

export function standingOf(procedure: Pick<Procedure, 'tracks'> | undefined, state: CaseState): Standing {
  const states = (procedure?.tracks ?? []).flatMap(track => {
    const at = state.tracks[track.id]?.state;
    return track.states.filter(({ id }) => id === at);
  });
  const open = states.find(({ kind }) => kind === 'open');
  const shown = open ?? states[0];
  if (open !== undefined || shown === undefined) return { status: 'open', shown };
  return { status: states.some(({ kind }) => kind === 'done') ? 'done' : 'ended', shown };
}

/** Which day a running clock ends does not hang on the present moment: any will do to find it. */
function dueDate(procedure: Procedure, state: CaseState, context: ProjectionContext): string {
  const { calendar, officeHours } = context;
  const next = nextClock(clocksOf(procedure, state, { now: state.lastAt, calendar, officeHours }));
  return next?.counted?.dueDate ?? '';
}

/** The part of a case that stands in clear. */
export function clearPart(state: CaseState, context: ProjectionContext): Omit<CaseRow, 'sealed'> {
  const procedure = findProcedure(context.procedures, state.procedure);
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
    state: shown?.id ?? '',
    category: typeof value === 'string' ? value : '',
    due: procedure === undefined || status !== 'open' ? '' : dueDate(procedure, state, context),
  };
}

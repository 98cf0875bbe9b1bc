import { msOf, type Instant } from '#shared/core/instant.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { CaseState, Trace } from './case.state.ts';
import { escalationOf } from './escalation.ts';
import { severityOf, type SeverityContext } from './severity.ts';
import { closedAt } from './standing.ts';

/** What happened to a case and what followed from it by itself, in the order of time. */
export type ClockTrace =
  | Trace
  | { readonly kind: 'severity'; readonly class: string; readonly at: Instant }
  | { readonly kind: 'level'; readonly level: string; readonly at: Instant }
  | { readonly kind: 'closed'; readonly at: Instant };

export interface CaseCourse {
  readonly trace: readonly ClockTrace[];
  /** Class that counts; undefined where the procedure knows none. */
  readonly severity: string | undefined;
}

/** What people do about a case; what follows from a moment by itself comes before it. */
const ANSWERS: readonly ClockTrace['kind'][] = [
  'printed',
  'signed',
  'waived',
  'noted',
  'extended',
  'escalated',
];

/** In the order of time; at one moment after what caused it and before what answers it. */
function insert(trace: readonly ClockTrace[], followed: ClockTrace): readonly ClockTrace[] {
  const after = trace.findIndex(
    each => each.at > followed.at || (each.at === followed.at && ANSWERS.includes(each.kind)),
  );
  const at = after < 0 ? trace.length : after;
  return [...trace.slice(0, at), followed, ...trace.slice(at)];
}

export function courseOf(procedure: Procedure, state: CaseState, context: SeverityContext): CaseCourse {
  const severity = severityOf(procedure, state, context);
  const escalation = escalationOf(procedure, state, context, severity?.effective);
  const closed = closedAt(procedure, state);
  const followed: readonly ClockTrace[] = [
    ...(severity?.course ?? []).map(each => ({ kind: 'severity' as const, ...each })),
    ...escalation.reached.map(({ level, reachedAt }) => ({
      kind: 'level' as const,
      level: level.id,
      at: reachedAt,
    })),
    ...(closed === undefined ? [] : [{ kind: 'closed' as const, at: closed }]),
  ];
  const trace = followed.reduce<readonly ClockTrace[]>(insert, state.trace);
  // Of a case that was over in an old ledger, nothing is counted but what begins anew.
  const paper = state.brought?.closed ? msOf(state.registeredAt) : -Infinity;
  return {
    trace: paper === -Infinity ? trace : trace.filter(({ at }) => msOf(at) >= paper),
    severity: severity?.effective,
  };
}

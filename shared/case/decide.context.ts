import type { CaseId, IdSource, PersonId } from '#shared/core/ids.ts';
import { newEventId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { Circumstances } from '#shared/procedure/condition.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Role } from '#shared/procedure/role.ts';
import type { CaseState } from './case.state.ts';
import type { Clock } from './clocks.ts';
import type { Actor } from './event.header.ts';

/** Who acts, with every role they hold. */
export interface Acting {
  readonly person: PersonId;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly station: string;
}

/** Everything a decision may depend on besides the state and the command. */
export interface DecideContext {
  readonly now: Instant;
  readonly ids: IdSource;
  readonly acting: Acting;
  readonly procedure: Procedure;
  /** What conditions may ask of the case besides its fields. */
  readonly facts?: (state: CaseState) => Circumstances;
  /** Its limits as they stand now; whoever extends one has to know. */
  readonly clocks?: (state: CaseState) => readonly Clock[];
  /** Of a case that came in from another office: the cells that name who has to stand aside. */
  readonly aside?: readonly string[];
}

export const actorAs = (acting: Acting, role: Role): Actor => ({
  person: acting.person,
  name: acting.name,
  role,
  station: acting.station,
});

/** The part every event of this decision shares. */
export const header = (context: Omit<DecideContext, 'procedure'>, role: Role) => ({
  v: 1 as const,
  id: newEventId(context.ids),
  at: context.now,
  by: actorAs(context.acting, role),
});

export const caseHeader = (
  context: Omit<DecideContext, 'procedure'>,
  role: Role,
  caseId: CaseId,
  seq: number,
) => ({
  ...header(context, role),
  stream: 'case' as const,
  case: caseId,
  seq,
});

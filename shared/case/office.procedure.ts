import type { Instant } from '#shared/core/instant.ts';
import { withGuidance } from '#shared/procedure/guidance.extend.ts';
import type { GuidancePack } from '#shared/procedure/guidance.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { OfficeState } from './office.state.ts';
import { withOverrides } from './overrides.ts';

/** What this office shows beside its procedures: as it chose, and before that what every office shows. */
export const guidanceInUse = (
  guidance: readonly GuidancePack[],
  { chosen }: Pick<OfficeState, 'chosen'>,
): readonly GuidancePack[] =>
  guidance.filter(({ id, at_first: atFirst }) => chosen?.guidance.includes(id) ?? atFirst);

/** A procedure as this office uses it for a case received at that moment: with its guidance and its own figures. */
export function officeProcedure(
  procedure: Procedure,
  office: Pick<OfficeState, 'overrides' | 'chosen'>,
  guidance: readonly GuidancePack[],
  receivedAt: Instant,
): Procedure {
  return withOverrides(withGuidance(procedure, guidanceInUse(guidance, office)), office, receivedAt);
}

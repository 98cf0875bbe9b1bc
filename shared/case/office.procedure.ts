import type { Instant } from '#shared/core/instant.ts';
import { withGuidance } from '#shared/procedure/guidance.extend.ts';
import type { GuidancePack } from '#shared/procedure/guidance.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { OfficeState } from './office.state.ts';
import { withOverrides } from './overrides.ts';

/** A procedure as this office uses it for a case received at that moment: with its guidance and its own figures. */
export function officeProcedure(
  procedure: Procedure,
  office: Pick<OfficeState, 'overrides' | 'chosen'>,
  guidance: readonly GuidancePack[],
  receivedAt: Instant,
): Procedure {
  const chosen = guidance.filter(({ id }) => office.chosen?.guidance.includes(id) ?? false);
  return withOverrides(withGuidance(procedure, chosen), office, receivedAt);
}

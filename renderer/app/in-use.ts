import type { OfficeState } from '#shared/case/office.state.ts';
import { officeCards, type OfficeCard } from '#shared/case/own-cards.ts';
import { guidanceInUse, officeProcedure } from '#shared/case/office.procedure.ts';
import { dateOf, type Instant } from '#shared/core/instant.ts';
import type { GuidancePack } from '#shared/procedure/guidance.schema.ts';
import { isValidOn } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';

/** Procedures the office registers by now, as it uses them, the one it was founded with first. */
export function proceduresInUse(
  procedures: readonly Procedure[],
  guidance: readonly GuidancePack[],
  office: Pick<OfficeState, 'chosen' | 'procedure' | 'overrides'>,
  now: Instant,
): readonly Procedure[] {
  const ids = office.chosen?.procedures ?? [office.procedure];
  const today = dateOf(now);
  const inUse = procedures
    .filter(pack => ids.includes(pack.id) && isValidOn(pack, today))
    .map(pack => officeProcedure(pack, office, guidance, now));
  return inUse.toSorted((a, b) => Number(b.id === office.procedure) - Number(a.id === office.procedure));
}

/** Cards of the guidance packs in use, as the office has them. */
export const cardsInUse = (
  guidance: readonly GuidancePack[],
  office: Pick<OfficeState, 'chosen' | 'cards'>,
): readonly OfficeCard[] =>
  guidanceInUse(guidance, office).flatMap(({ id, cards }) => officeCards(id, cards, office));

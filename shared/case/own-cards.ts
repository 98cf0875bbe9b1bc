import type { Instant } from '#shared/core/instant.ts';
import type { GuidanceCard } from '#shared/procedure/guidance.schema.ts';
import type { OfficeState } from './office.state.ts';

/** A card as this office has it, and the pack it stands in. */
export interface OfficeCard extends GuidanceCard {
  readonly pack: string;
  /** What the office wrote in the place of the pack's lines, who did and when. */
  readonly own?: { readonly text: string; readonly by: string; readonly at: Instant };
}

/** One line of the card for each line that holds something. */
const linesOf = (text: string): GuidanceCard['lines'] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => ({ zh: line, en: line }));

/**
 * The cards of a pack, those that it leaves to the office as the office wrote them. They are for the eyes of whoever
 * works now, so the newest text holds for every case.
 */
export function officeCards(
  pack: string,
  cards: readonly GuidanceCard[],
  office: Pick<OfficeState, 'cards'>,
): readonly OfficeCard[] {
  return cards.map(card => {
    const written = office.cards.find(each => each.pack === pack && each.card === card.id);
    if (!card.editable || written?.text == null) return { ...card, pack };
    const { text, by, at } = written;
    return { ...card, pack, lines: linesOf(text), own: { text, by, at } };
  });
}

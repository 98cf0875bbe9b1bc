import type { HeadquartersCard } from '#shared/bundle/headquarters-card.schema.ts';
import { canonicalJson } from '#shared/core/canonical-json.ts';
import type { DeskFault } from '#shared/ipc/result.ts';

/** So many signs of a key can be compared by eye, and nobody makes another key that ends in them. */
const TAIL = 12;

export const tail = (key: string): string => `…${key.slice(-TAIL)}`;

const shown = (prefix: 'old' | 'new', card: HeadquartersCard): Record<string, string> => ({
  [`${prefix}Name`]: card.name,
  [`${prefix}Address`]: card.address ?? '',
  [`${prefix}Signing`]: tail(card.signing_key),
  [`${prefix}Bundle`]: card.bundle_recipients.map(tail).join(' '),
  [`${prefix}Sealed`]: tail(card.sealed_recipient),
});

export const isSameCard = (one: HeadquartersCard, other: HeadquartersCard): boolean =>
  canonicalJson(one) === canonicalJson(other);

/** What a person has to look at before later bundles go to other keys. */
export const otherHeadquarters = (enrolled: HeadquartersCard, read: HeadquartersCard): DeskFault => ({
  code: 'bundles/other-headquarters',
  detail: { ...shown('old', enrolled), ...shown('new', read) },
});

/** The card somebody was asked about, until they answer: it is taken as it was shown, whatever the file says by then. */
export class CardDoubt {
  private asked: {
    readonly enrolled: string;
    readonly read: HeadquartersCard;
    readonly person: string;
  } | null = null;

  ask(enrolled: HeadquartersCard, read: HeadquartersCard, person: string): void {
    this.asked = { enrolled: canonicalJson(enrolled), read, person };
  }

  /** The card to take; undefined where nothing was asked of this person, or another card holds by now. */
  answer(enrolled: HeadquartersCard | undefined, person: string): HeadquartersCard | undefined {
    const { asked } = this;
    this.asked = null;
    const stands = asked?.person === person && enrolled && asked.enrolled === canonicalJson(enrolled);
    return stands ? asked.read : undefined;
  }

  drop(): void {
    this.asked = null;
  }
}

import { canonicalJson } from '#shared/core/canonical-json.ts';

/** So many signs of a key can be compared by eye, and nobody makes another key that ends in them. */
const TAIL = 12;

export const tail = (key: string): string => `…${key.slice(-TAIL)}`;

export const isSameCard = (one: object, other: object): boolean =>
  canonicalJson(one) === canonicalJson(other);

/** The card somebody was asked about, until they answer: it is taken as it was shown, whatever the file says by then. */
export class CardDoubt<Card extends object> {
  private asked: { readonly read: Card; readonly standing: Card; readonly person: string } | null = null;

  ask(read: Card, standing: Card, person: string): void {
    this.asked = { read, standing, person };
  }

  /** The card to take; undefined where nothing was asked of this person, or another card holds by now. */
  take(person: string, standing: (read: Card) => Card | undefined): Card | undefined {
    const { asked } = this;
    this.asked = null;
    if (asked?.person !== person) return undefined;
    const stands = standing(asked.read);
    return stands && isSameCard(stands, asked.standing) ? asked.read : undefined;
  }

  drop(): void {
    this.asked = null;
  }
}

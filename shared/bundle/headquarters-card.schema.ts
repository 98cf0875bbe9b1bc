import { z } from 'zod';
import { Instant } from '#shared/core/instant.ts';
import { CaText } from '#shared/outbox/network.settings.ts';
import { AgeRecipient, MinisignPublicKeyText, PlainName } from './bundle.formats.ts';

/** What lets one office in at the receiver; its code stands in it, so that a wrong one is told from a foreign one. */
export const OFFICE_TOKEN = /^phx_([A-Z0-9-]{3,24})_([A-Za-z0-9_-]{43})$/;

/** SHA-256 of a public key (SubjectPublicKeyInfo, DER) in base64, as RFC 7469 pins them. */
export const SpkiPin = z.string().regex(/^[A-Za-z0-9+/]{43}=$/, 'not the SHA-256 of a public key in base64');

/** What a headquarters hands to its offices: whom to encrypt to, whose receipts to believe, where to send. */
export const HeadquartersCard = z
  .looseObject({
    format: z.literal('phoenix-headquarters-card'),
    version: z.literal(1),
    name: PlainName,
    /** Every bundle is readable by each of these keys: the one in use and, say, one kept in a safe. */
    bundle_recipients: z.array(AgeRecipient).min(1).max(16).readonly(),
    /** The second key, held by fewer people: identities of reporters are readable by it alone. */
    sealed_recipient: AgeRecipient,
    signing_key: MinisignPublicKeyText,
    address: z.url({ protocol: /^https?$/ }).optional(),
    /** Keys that the receiver's certificate, or one above it, must have: the one in use, and one kept for later. */
    pins: z.array(SpkiPin).min(1).max(8).readonly().optional(),
    /** Of the authority that signed the receiver's certificate, where the system does not know it; PEM. */
    ca: CaText.optional(),
    /** Only on the card that was made for one office. */
    token: z.string().regex(OFFICE_TOKEN).optional(),
    made_at: Instant,
  })
  .readonly();
export type HeadquartersCard = z.infer<typeof HeadquartersCard>;

/** The card as everybody may know it, and what only this office may. */
export function withoutToken({ token, ...card }: HeadquartersCard): {
  readonly card: HeadquartersCard;
  readonly token: string | undefined;
} {
  return { card, token };
}

import { z } from 'zod';
import { Instant } from '#shared/core/instant.ts';
import { AgeRecipient, MinisignPublicKeyText, PlainName } from './bundle.formats.ts';

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
    made_at: Instant,
  })
  .readonly();
export type HeadquartersCard = z.infer<typeof HeadquartersCard>;

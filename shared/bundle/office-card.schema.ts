import { z } from 'zod';
import { OfficeCode } from '#shared/core/ids.ts';
import { Instant } from '#shared/core/instant.ts';
import { AgeRecipient, MinisignPublicKeyText, PlainName } from './bundle.formats.ts';

/**
 * What an office hands to its headquarters once, by hand, and puts into every bundle: who it is and which
 * key signs for it. Other offices get it to
 * send cases to it. Holds no personal data.
 */
export const OfficeCard = z
  .looseObject({
    format: z.literal('phoenix-office-card'),
    version: z.literal(1),
    code: OfficeCode,
    name: PlainName,
    signing_key: MinisignPublicKeyText,
    /** What cases from other offices are encrypted to; absent on cards of older programs. */
    transfer_recipient: AgeRecipient.optional(),
    /** Name and version of the program that made the card, `Phoenix Desk 0.1.0`. */
    software: z.string().min(1).max(200),
    made_at: Instant,
  })
  .readonly();
export type OfficeCard = z.infer<typeof OfficeCard>;

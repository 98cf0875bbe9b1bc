import type { OfficeCard } from '#shared/bundle/office-card.schema.ts';
import type { OfficeState } from '#shared/case/office.state.ts';
import type { Instant } from '#shared/core/instant.ts';

/**
 * Who we are and which key signs for us: handed to headquarters once, and put into every bundle. Other offices get it
 * with the key that cases are encrypted to.
 */
export const officeCard = (
  office: OfficeState,
  version: string,
  at: Instant,
  transferRecipient?: string,
): OfficeCard => ({
  format: 'phoenix-office-card',
  version: 1,
  code: office.code,
  name: office.name,
  signing_key: office.signingKey,
  ...(transferRecipient === undefined ? {} : { transfer_recipient: transferRecipient }),
  software: `Phoenix Desk ${version}`,
  made_at: at,
});

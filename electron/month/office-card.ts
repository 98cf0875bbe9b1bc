import type { OfficeCard } from '#shared/bundle/office-card.schema.ts';
import type { OfficeState } from '#shared/case/office.state.ts';
import type { Instant } from '#shared/core/instant.ts';

/** Who we are and which key signs for us: handed to headquarters once, and put into every bundle. */
export const officeCard = (office: OfficeState, version: string, at: Instant): OfficeCard => ({
  format: 'phoenix-office-card',
  version: 1,
  code: office.code,
  name: office.name,
  signing_key: office.signingKey,
  software: `Phoenix Desk ${version}`,
  made_at: at,
});

import { MOST_CASE_BYTES } from '#shared/attachments/attachment.media.ts';
import { MOST_TRANSFER_FILES } from '#shared/transfer/transfer.schema.ts';
import type { BundleLimits } from '../bundles/bundle.limits.ts';

const MIB = 1024 ** 2;

/** One case: as much as a case may hold, its papers, and some room for what is packed around them. */
export const TRANSFER_LIMITS: BundleLimits = {
  fileBytes: MOST_CASE_BYTES + 256 * MIB,
  inflatedBytes: MOST_CASE_BYTES + 256 * MIB,
  // Papers, attachments, and what was signed on the papers.
  entries: 3 * MOST_TRANSFER_FILES + 16,
  tagBytes: 8 * MIB,
  lineBytes: 8 * MIB,
  depth: 12,
};

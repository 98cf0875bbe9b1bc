import { z } from 'zod';
import { Sha256Hex } from '#shared/bundle/bundle.formats.ts';
import { OfficeCard } from '#shared/bundle/office-card.schema.ts';
import { BundleCounts } from '#shared/bundle/receipt.schema.ts';
import { BundleId } from '#shared/core/ids.ts';
import { Instant } from '#shared/core/instant.ts';
import { PlainMonth } from '#shared/core/plain-date.ts';

const Head = z.strictObject({ seq: z.int().nonnegative(), hash: Sha256Hex }).readonly();

/** A bundle that was accepted, as far as the next one must follow it. */
export const AcceptedBundle = z
  .strictObject({
    id: BundleId,
    sequence: z.int().positive(),
    period: PlainMonth,
    sha256: Sha256Hex,
    received_at: Instant,
    counts: BundleCounts,
    /** Where the office's chain of events stands after it. */
    chain: Head,
  })
  .readonly();
export type AcceptedBundle = z.infer<typeof AcceptedBundle>;

export const EnrolledOffice = z.strictObject({ enrolled_at: Instant, card: OfficeCard }).readonly();
export type EnrolledOffice = z.infer<typeof EnrolledOffice>;

export const LedgerOffice = z
  .strictObject({
    enrolled_at: Instant,
    card: OfficeCard,
    /** In the order of their sequence, without gaps. */
    bundles: z.array(AcceptedBundle).readonly(),
  })
  .readonly();
export type LedgerOffice = z.infer<typeof LedgerOffice>;

export const Ledger = z
  .strictObject({
    format: z.literal('phoenix-headquarters-ledger'),
    version: z.literal(1),
    offices: z.array(LedgerOffice).readonly(),
  })
  .readonly();
export type Ledger = z.infer<typeof Ledger>;

export const EMPTY_LEDGER: Ledger = { format: 'phoenix-headquarters-ledger', version: 1, offices: [] };

export const findOffice = (ledger: Ledger, code: string): LedgerOffice | undefined =>
  ledger.offices.find(office => office.card.code === code);

/** The ledger with this office in place of the one of the same code, or added; ordered by code. */
export function withOffice(ledger: Ledger, office: LedgerOffice): Ledger {
  const others = ledger.offices.filter(each => each.card.code !== office.card.code);
  const offices = [...others, office].sort((a, b) => (a.card.code < b.card.code ? -1 : 1));
  return { ...ledger, offices };
}

import { z } from 'zod';
import { BundleId, OfficeCode } from '#shared/core/ids.ts';
import { Instant } from '#shared/core/instant.ts';
import { PlainMonth } from '#shared/core/plain-date.ts';
import { Sha256Hex } from './bundle.formats.ts';

const count = z.int().nonnegative();

export const BundleCounts = z
  .strictObject({
    cases: count,
    events: count,
    documents: count,
    attachments: count,
    files: count,
    bytes: count,
  })
  .readonly();
export type BundleCounts = z.infer<typeof BundleCounts>;

export const ReceiptReason = z
  .strictObject({
    code: z.string().min(1),
    /** The refusal in Chinese, as the person at the headquarters saw it. */
    sentence: z.string().min(1),
    /** Which file, line or number of the bundle it is about; never what the file says. */
    detail: z.string().optional(),
  })
  .readonly();
export type ReceiptReason = z.infer<typeof ReceiptReason>;

/** 回执: what a headquarters answers to a bundle. Valid only with its minisign signature beside it. */
export const Receipt = z
  .looseObject({
    format: z.literal('phoenix-receipt'),
    version: z.literal(1),
    headquarters: z.string().min(1),
    bundle_id: BundleId,
    /** Of the `.age` file as it was received. */
    sha256: Sha256Hex,
    office: OfficeCode,
    period: PlainMonth,
    sequence: z.int().positive(),
    received_at: Instant,
    verdict: z.enum(['accepted', 'rejected']),
    reasons: z.array(ReceiptReason).readonly(),
    /** Null where the bundle was refused before anything in it could be counted. */
    counts: BundleCounts.nullable(),
  })
  .refine(receipt => (receipt.verdict === 'accepted') === (receipt.reasons.length === 0), {
    error: 'a bundle is accepted without reasons or rejected with one',
  })
  .readonly();
export type Receipt = z.infer<typeof Receipt>;

export const receiptFileName = (bundleId: string): string => `${bundleId}.receipt.json`;
export const receiptSignatureName = (bundleId: string): string => `${receiptFileName(bundleId)}.minisig`;

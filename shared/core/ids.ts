import { z } from 'zod';
import type { Brand } from './brand.ts';

/** Crockford's alphabet: no I, L, O, U, so that an id survives being read aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const ulid = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, 'not a ULID');

export type CaseId = Brand<'CaseId'>;
export type EventId = Brand<'EventId'>;
export type PersonId = Brand<'PersonId'>;
export type DocumentId = Brand<'DocumentId'>;
export type AttachmentId = Brand<'AttachmentId'>;
export type BundleId = Brand<'BundleId'>;
/** What headquarters asks about a case: 督办. */
export type OrderId = Brand<'OrderId'>;
/** One case on its way to another office: 转办, 分送. */
export type TransferId = Brand<'TransferId'>;
/** One old ledger that was brought along. */
export type ImportId = Brand<'ImportId'>;
export type OfficeCode = Brand<'OfficeCode'>;

export const CaseId = ulid.transform(value => value as CaseId);
export const EventId = ulid.transform(value => value as EventId);
export const PersonId = ulid.transform(value => value as PersonId);
export const DocumentId = ulid.transform(value => value as DocumentId);
export const AttachmentId = ulid.transform(value => value as AttachmentId);
export const BundleId = ulid.transform(value => value as BundleId);
export const OrderId = ulid.transform(value => value as OrderId);
export const TransferId = ulid.transform(value => value as TransferId);
export const ImportId = ulid.transform(value => value as ImportId);

/** Goes into file names and numbers, so: capital letters, digits and single hyphens, 3 to 24 characters. */
export const OfficeCode = z
  .string()
  .regex(/^(?=.{3,24}$)[A-Z0-9]+(-[A-Z0-9]+)*$/, 'not an office code')
  .transform(value => value as OfficeCode);

/** Where new ids come from: `randomBytes` must be cryptographic, `nowMs` is milliseconds since 1970. */
export interface IdSource {
  readonly nowMs: () => number;
  readonly randomBytes: (count: number) => Uint8Array;
}

/**
 * A new ULID (https://github.com/ulid/spec): 48 bits of time, 80 bits of chance, sorts by time.
 */
export function newUlid(source: IdSource): string {
  let time = source.nowMs();
  let head = '';
  for (let i = 0; i < 10; i++) {
    head = ALPHABET.charAt(time % 32) + head;
    time = Math.floor(time / 32);
  }
  let tail = '';
  for (const byte of source.randomBytes(16)) tail += ALPHABET.charAt(byte & 31);
  return head + tail;
}

export const newCaseId = (source: IdSource): CaseId => newUlid(source) as CaseId;
export const newEventId = (source: IdSource): EventId => newUlid(source) as EventId;
export const newPersonId = (source: IdSource): PersonId => newUlid(source) as PersonId;
export const newDocumentId = (source: IdSource): DocumentId => newUlid(source) as DocumentId;
export const newAttachmentId = (source: IdSource): AttachmentId => newUlid(source) as AttachmentId;
export const newBundleId = (source: IdSource): BundleId => newUlid(source) as BundleId;
export const newOrderId = (source: IdSource): OrderId => newUlid(source) as OrderId;
export const newTransferId = (source: IdSource): TransferId => newUlid(source) as TransferId;
export const newImportId = (source: IdSource): ImportId => newUlid(source) as ImportId;

import { z } from 'zod';
import { CaseEvent } from './case.events.ts';
import { OfficeEvent } from './office.events.ts';

/** One discriminator for both streams: a record is read without trying every shape in turn. */
export const DeskEvent = z.discriminatedUnion('type', [...CaseEvent.options, ...OfficeEvent.options]);
export type DeskEvent = z.infer<typeof DeskEvent>;

/** What one command yields: appended to the journal as one record, or not at all. */
export const Batch = z
  .strictObject({ v: z.literal(1), events: z.array(DeskEvent).min(1).max(1000).readonly() })
  .readonly();
export type Batch = z.infer<typeof Batch>;

/** A batch as it stands in the journal. */
export interface JournalRecord {
  readonly seq: number;
  /** Hex, over the encrypted record and the hash of the one before. */
  readonly hash: string;
  readonly events: readonly DeskEvent[];
}

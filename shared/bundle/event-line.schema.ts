import { z } from 'zod';
import { Sha256Hex } from './bundle.formats.ts';

/** One line of `data/events.ndjson`: an event, the journal record it came from, and its place in the chain. */
export const EventLine = z
  .strictObject({
    /** Counts the events an office has sent, from 1, over all its bundles, without gaps. */
    seq: z.int().positive(),
    /** Hash of the journal record that holds the event; one record may hold several events. */
    journal: Sha256Hex,
    event: z.record(z.string(), z.unknown()),
    prev: Sha256Hex,
    hash: Sha256Hex,
  })
  .readonly();
export type EventLine = z.infer<typeof EventLine>;

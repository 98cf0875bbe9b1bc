import path from 'node:path';
import { z } from 'zod';
import { BundleId } from '#shared/core/ids.ts';
import { newItem, type ItemState, type ItemWhy } from '#shared/outbox/outbox.states.ts';
import { readWithFallback } from '../files/read-with-fallback.ts';
import { writeFileSafely } from '../files/write-file-safely.ts';

const Queue = z.strictObject({
  version: z.literal(1),
  /** Uploads of another address are nowhere. */
  address: z.string(),
  items: z.array(
    z.strictObject({
      bundle: BundleId,
      sent: z.int().nonnegative(),
      upload: z.string().max(2000).nullable(),
      why: z.string().max(60).nullable(),
      stopped: z.boolean(),
      held: z.boolean(),
    }),
  ),
});

const fileIn = (outbox: string): string => path.join(outbox, 'queue.json');

function parse(bytes: Buffer): z.infer<typeof Queue> | undefined {
  try {
    return Queue.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return undefined; // The headquarters knows how far everything is.
  }
}

/** How far each bundle was, at that address. Losing it costs questions, never a bundle. */
export async function readQueue(outbox: string, address: string): Promise<readonly ItemState[]> {
  const read = await readWithFallback(fileIn(outbox), parse);
  if (!read.ok) return [];
  const elsewhere = read.value.value.address === address ? {} : { sent: 0, upload: null };
  return read.value.value.items.map(({ why, ...item }) => ({
    ...{ ...newItem(item.bundle), ...item, why: why as ItemWhy | null, ...elsewhere },
  }));
}

export async function saveQueue(outbox: string, address: string, items: readonly ItemState[]): Promise<void> {
  const kept = items.map(({ bundle, sent, upload, why, stopped, held }) => ({
    ...{ bundle, sent, upload, why, stopped, held },
  }));
  // A full disk here must not stop the sending, which frees it.
  await writeFileSafely(fileIn(outbox), Buffer.from(JSON.stringify({ version: 1, address, items: kept })));
}

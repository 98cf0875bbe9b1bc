import { z } from 'zod';
import { Instant } from '#shared/core/instant.ts';

/** 16 bytes of chance in hexadecimal, anew for every question. */
export const NONCE = /^[0-9a-f]{32}$/;

const Health = z.looseObject({
  format: z.literal('phoenix-health'),
  nonce: z.string().regex(NONCE),
  at: Instant,
});

/** What a headquarters signs to show that it is there. */
export const healthReply = (nonce: string, at: Instant): string =>
  JSON.stringify({ format: 'phoenix-health', version: 1, nonce, at });

export function readHealthReply(text: string): z.infer<typeof Health> | undefined {
  try {
    return Health.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined; // Not JSON: another server's page.
  }
}

export const HealthAnswer = z.object({ reply: z.string().max(1000), minisig: z.string().max(1000) });

/** What `GET /orders` says: orders as they were signed, after the one that was asked for. */
export const OrdersPage = z.object({
  orders: z
    .array(
      z
        .object({ id: z.string().min(1).max(40), order: z.string(), minisig: z.string().max(1000) })
        .readonly(),
    )
    .readonly(),
  more: z.boolean(),
});
export type OrdersPage = z.infer<typeof OrdersPage>;

/** What `GET /receipts/<bundle-id>` says. `unknown` stands for a bundle that never came, or was lost there. */
export const ReceiptAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.literal('signed'), receipt: z.string(), minisig: z.string() }),
  z.object({ state: z.literal('waiting') }),
  z.object({ state: z.literal('not-taken'), code: z.string(), sentence: z.string().max(1000) }),
  z.object({ state: z.literal('unknown') }),
]);
export type ReceiptAnswer = z.infer<typeof ReceiptAnswer>;

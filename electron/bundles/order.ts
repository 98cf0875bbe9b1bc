import { OrderHead, ORDER_VERSION, SupervisionOrder } from '#shared/bundle/order.schema.ts';
import type { HeadquartersCard } from '#shared/bundle/headquarters-card.schema.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { parsePublicKey, verifyMinisign } from '#electron/keys/minisign.ts';
import { parsePlainJson } from './ndjson.reader.ts';

/** An order is some kilobytes; a file far over that is none. */
export const MOST_ORDER_BYTES = 64 * 1024;
const MAX_DEPTH = 8;

/** Why a file is not believed to be an order of this headquarters. */
export type OrderFileCode =
  'orders/malformed' | 'orders/newer-format' | 'orders/other-key' | 'orders/bad-signature';

const SIGNATURE_CODES = {
  'minisign/malformed-key': 'orders/other-key',
  'minisign/malformed-signature': 'orders/malformed',
  'minisign/other-key': 'orders/other-key',
  'minisign/bad-signature': 'orders/bad-signature',
} as const;

/** Believes an order when the headquarters of this card signed it. Nothing of it is looked at before that. */
export async function readOrder(
  json: Uint8Array,
  minisig: string,
  card: Pick<HeadquartersCard, 'signing_key'>,
): Promise<Result<SupervisionOrder, OrderFileCode>> {
  if (json.length > MOST_ORDER_BYTES) return err('orders/malformed');
  const key = parsePublicKey(card.signing_key);
  if (!key.ok) return err('orders/other-key');
  const verdict = await verifyMinisign(key.value, json, minisig);
  if (!verdict.ok) return err(SIGNATURE_CODES[verdict.error]);
  const value = parsePlainJson(json, { depth: MAX_DEPTH });
  const head = OrderHead.safeParse(value);
  if (head.success && head.data.version > ORDER_VERSION) return err('orders/newer-format');
  const order = SupervisionOrder.safeParse(value);
  return order.success ? ok(order.data) : err('orders/malformed');
}

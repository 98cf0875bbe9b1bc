import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { newMinisignKey, publicKeyOf, publicKeyText, signMinisign } from '#electron/keys/minisign.ts';
import { MOST_ORDER_BYTES, readOrder } from './order.ts';

const secret = newMinisignKey();
const card = { signing_key: publicKeyText(publicKeyOf(secret)) };
const order = {
  format: 'phoenix-order',
  version: 1,
  order_id: '01JA0000000000000000000001',
  headquarters: '样本街道办事处',
  office: 'PHX-0371',
  case_id: '01JA0000000000000000000002',
  number: '凤社〔2026〕0001 号',
  kind: 'supervise',
  text: '请答复。',
  issued_at: '2026-11-02T09:00:00+08:00',
  due: { working_days: 5 },
  answer_early: true,
};
const bytesOf = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const bytes = bytesOf(order);
let minisig: string;
beforeAll(async () => {
  minisig = await signMinisign(secret, bytes, 'order');
});

async function codeOf(content: Uint8Array, signature: string, of = card): Promise<string> {
  const read = await readOrder(content, signature, of);
  return read.ok ? 'believed' : read.error;
}
const signed = async (value: unknown): Promise<string> =>
  codeOf(bytesOf(value), await signMinisign(secret, bytesOf(value), 'order'));

describe('the file of an order', () => {
  it('is believed when the headquarters signed it', async () => {
    expect(await codeOf(bytes, minisig)).toBe('believed');
  });

  it('is refused with the reason otherwise', async () => {
    const other = { signing_key: publicKeyText(publicKeyOf(newMinisignKey())) };
    expect(await codeOf(bytes, minisig, other)).toBe('orders/other-key');
    expect(await codeOf(bytes, minisig, { signing_key: 'RW' })).toBe('orders/other-key');
    expect(await codeOf(bytes, '')).toBe('orders/malformed');
    expect(await codeOf(bytes, minisig.replace('order', 'other'))).toBe('orders/bad-signature');
    expect(await codeOf(Buffer.alloc(MOST_ORDER_BYTES + 1, 32), minisig)).toBe('orders/malformed');
    expect(await signed({ ...order, version: 2, more: 'of it' })).toBe('orders/newer-format');
    expect(await signed({ ...order, more: 'of it' })).toBe('orders/malformed');
    expect(await signed([])).toBe('orders/malformed');
    expect(await signed(JSON.parse('{"__proto__":{"format":"phoenix-order"}}'))).toBe('orders/malformed');
  });

  it('with any byte changed is never believed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (place, by) => {
        const changed = Uint8Array.from(bytes);
        changed[place] = (changed[place] ?? 0) ^ by;
        expect(await codeOf(changed, minisig)).toBe('orders/bad-signature');
      }),
      { seed: 31, numRuns: 60 },
    );
  });
});

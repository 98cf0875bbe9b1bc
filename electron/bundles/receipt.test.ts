import { beforeAll, describe, expect, it } from 'vitest';
import { newMinisignKey, publicKeyOf, publicKeyText, signMinisign } from '#electron/keys/minisign.ts';
import { expectOk } from '#shared/core/result.ts';
import { freshBundleId } from './bundle.fixture.ts';
import { importReceipt } from './receipt.ts';

const secret = newMinisignKey();
const card = { signing_key: publicKeyText(publicKeyOf(secret)) };
const expected = { bundleId: freshBundleId(), sha256: 'ab'.repeat(32) };
const receipt = {
  format: 'phoenix-receipt',
  version: 1,
  headquarters: '样本街道办事处',
  bundle_id: expected.bundleId,
  sha256: expected.sha256,
  office: 'PHX-0371',
  period: '2026-10',
  sequence: 1,
  received_at: '2026-11-02T09:00:00+08:00',
  verdict: 'accepted',
  reasons: [],
  counts: { cases: 1, events: 3, documents: 1, attachments: 0, files: 8, bytes: 9000 },
};
const bytesOf = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const bytes = bytesOf(receipt);
let minisig: string;
beforeAll(async () => {
  minisig = await signMinisign(secret, bytes, 'receipt');
});

describe('a receipt', () => {
  it('is believed when the headquarters signed it for this very file', async () => {
    expect(expectOk(await importReceipt(bytes, minisig, card, expected))).toEqual(receipt);
    const rejected = bytesOf({
      ...receipt,
      verdict: 'rejected',
      reasons: [{ code: 'bundle/gap', sentence: '缺少前面的案卷包。' }],
      counts: null,
    });
    const signature = await signMinisign(secret, rejected, 'receipt');
    expect(expectOk(await importReceipt(rejected, signature, card, expected)).verdict).toBe('rejected');
  });

  it('is refused with the reason otherwise', async () => {
    const codeOf = async (
      content: Buffer,
      signature: string,
      { of = card, for: about = expected }: { of?: typeof card; for?: typeof expected } = {},
    ): Promise<string> => {
      const result = await importReceipt(content, signature, of, about);
      return result.ok ? 'believed' : result.error.code;
    };
    const signed = async (value: unknown): Promise<string> =>
      codeOf(bytesOf(value), await signMinisign(secret, bytesOf(value), 'receipt'));
    const otherCard = { signing_key: publicKeyText(publicKeyOf(newMinisignKey())) };
    expect(await codeOf(bytes, minisig, { of: otherCard })).toBe('receipt/other-key');
    expect(await codeOf(Buffer.concat([bytes, Buffer.from(' ')]), minisig)).toBe('receipt/bad-signature');
    expect(await codeOf(bytes, minisig.replace('receipt', 'another'))).toBe('receipt/bad-signature');
    expect(await codeOf(bytes, '')).toBe('receipt/malformed');
    expect(await codeOf(bytes, minisig, { for: { ...expected, bundleId: freshBundleId() } })).toBe(
      'receipt/other-bundle',
    );
    expect(await codeOf(bytes, minisig, { for: { ...expected, sha256: 'cd'.repeat(32) } })).toBe(
      'receipt/other-file',
    );
    expect(await signed({ ...receipt, verdict: 'rejected' })).toBe('receipt/malformed');
    expect(await signed('x'.repeat(70_000))).toBe('receipt/malformed');
    expect(await signed([])).toBe('receipt/malformed');
  });
});

import { describe, expect, it } from 'vitest';
import { pageCode, pageCodeTexts } from './qr.text.ts';

const document = '01JC0000000000000000000001';

describe('page codes', () => {
  it('name office, document, page and hash', () => {
    expect(pageCode({ office: 'NF-0271', document, hash: '0A1B2C3D' }, 3)).toBe(
      `PD1:NF-0271:${document}:3:0A1B2C3D`,
    );
  });

  it('are all of one size, not larger than fits into the foot of a landscape page', () => {
    const office = 'ABCDEFGH-1234567-ABCDEFG';
    const payloads = [1, 20, 300, 4000].map(page => pageCode({ office, document, hash: '0A1B2C3D' }, page));
    const texts = pageCodeTexts(payloads);
    for (const text of texts) {
      const lines = text.split('\n');
      expect(lines).toHaveLength(15);
      for (const line of lines) expect(line).toMatch(/^[\u2000-\u2003]{29}$/);
    }
    expect(new Set(texts).size).toBe(4);
  });
});

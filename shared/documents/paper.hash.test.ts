import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { foot, para, paper, part, value } from './paper.build.ts';
import { paperHash, withPaperHash } from './paper.hash.ts';

const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');

const sample = (name: string) =>
  paper('form', {
    id: 'A',
    title: '登记表',
    parts: [part([para('body', value('name', name))])],
    foot: foot({ label: ['编号 1', '文件 A·{hash}'], qr: { office: 'NF-1', document: 'A', hash: '' } }),
  });

describe('the hash of a paper', () => {
  it('is eight capital hexadecimal digits of what the paper says', () => {
    expect(paperHash(sample('王玥'), sha256)).toMatch(/^[0-9A-F]{8}$/);
    expect(paperHash(sample('王玥'), sha256)).toBe(paperHash(sample('王玥'), sha256));
    expect(paperHash(sample('王玥'), sha256)).not.toBe(paperHash(sample('王明'), sha256));
  });

  it('is put into the page code and the label, and does not change by that', () => {
    const raw = sample('王玥');
    const hash = paperHash(raw, sha256);
    const hashed = withPaperHash(raw, sha256);
    expect(hashed.foot.qr?.hash).toBe(hash);
    expect(hashed.foot.label).toEqual(['编号 1', `文件 A·${hash}`]);
    expect(paperHash(hashed, sha256)).toBe(hash);
    expect(withPaperHash(hashed, sha256)).toEqual(hashed);
  });

  it('covers the lines to be signed', () => {
    const raw = sample('王玥');
    const signed = { ...raw, foot: { ...raw.foot, signLines: ['投诉人：＿＿'] } };
    expect(paperHash(signed, sha256)).not.toBe(paperHash(raw, sha256));
  });
});

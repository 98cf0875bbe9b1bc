import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at } from '#shared/fixtures/community.ts';
import { expectOk } from '#shared/core/result.ts';
import type { SignatureSheet } from '#shared/signing/signature-sheet.ts';
import type { Strokes } from '#shared/signing/strokes.ts';
import { renderSheet } from './plain-sheet.ts';
import { CHROMIUM } from './proof/chromium-window.ts';
import { inspectPdf } from './proof/pdf-inspect.ts';
import { openPrintShop, type PrintShop } from './proof/print-shop.ts';
import { NORMAL, registerForm } from './proof/sample-form.ts';
import { signatureSheet } from './signature-sheet.ts';
import { withPagesBehind } from './signed-copy.ts';

const INK: Strokes = {
  v: 1,
  height: 700,
  strokes: [
    [
      [100, 300, 20],
      [900, 320, 90],
      [1500, 600, 50],
    ],
  ],
};
const signed = (signer: string, place = '投诉人（签字）'): SignatureSheet['signatures'][number] => ({
  ...{ place, signer, at: at('2026-10-08T09:30'), by: '王登记', image: 'b'.repeat(64) },
});
const sheet = (signatures: SignatureSheet['signatures'], complete = true): SignatureSheet => ({
  ...{
    office: '凤凰社区居委会',
    paper: '消费者投诉登记表',
    form: 'AIC-01',
    number: '凤社消投〔2026〕0001号',
  },
  ...{ pages: 2, mark: '0A1B2C3D', sha256: '0123456789abcdef'.repeat(4), complete, signatures },
});

describe.skipIf(!existsSync(CHROMIUM))('the sheet of the signatures', () => {
  let shop: PrintShop;
  beforeAll(async () => {
    shop = await openPrintShop();
  });
  afterAll(() => shop.close());
  const set = async (of: SignatureSheet): Promise<Uint8Array> =>
    expectOk(
      await renderSheet(
        signatureSheet(of, () => INK),
        shop.deps,
      ),
    );

  it('names paper, file and signer, also one with rare characters, and takes no text for markup', async () => {
    const pdf = await set(sheet([signed('祎喆𬭎 <b>样本</b>')], false));
    const { pages, fonts } = await inspectPdf(pdf);
    const text = pages
      .map(({ boxes }) => boxes.map(box => box.text).join(''))
      .join('')
      .replace(/\s/g, '');
    for (const words of ['祎喆𬭎<b>样本</b>', '0123456789abcdef'.repeat(4), '该签的还没有签齐', '0A1B2C3D'])
      expect(text).toContain(words);
    expect(pages).toHaveLength(1);
    for (const { name } of fonts) expect(name).toMatch(/FandolFang|NotoSerifSC|LXGWWenKai/);
  });

  it('runs on to a second page where many sign, and no signature is cut in two', async () => {
    const many = Array.from({ length: 9 }, (_, index) => signed(`样本第${index + 1}`));
    const { pages } = await inspectPdf(await set(sheet(many)));
    expect(pages.length).toBeGreaterThan(1);
    const words = pages.map(({ boxes }) =>
      boxes
        .map(({ text }) => text)
        .join('')
        .replace(/\s/g, ''),
    );
    for (const { signer } of many)
      expect(words.filter(each => each.includes(`签字人${signer}时间`))).toHaveLength(1);
  });

  it('stands behind a copy of the paper, whose own bytes stay as they were', async () => {
    const original = expectOk(await shop.print(registerForm(NORMAL))).pdf;
    const before = original.slice();
    const copy = await withPagesBehind(original, await set(sheet([signed('李范例')])));
    expect(original).toEqual(before);
    const textOf = async (pdf: Uint8Array) =>
      (await inspectPdf(pdf)).pages.map(({ boxes }) => boxes.map(({ text }) => text).join(''));
    const [first, ...more] = await textOf(original);
    expect(more).toEqual([]);
    const pages = await textOf(copy.pdf);
    expect(copy.pages).toBe(2);
    expect(pages[0]).toBe(first);
    expect(pages[1]).toContain('签字页');
  });
});

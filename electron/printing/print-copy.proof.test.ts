import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import { plainDate } from '#shared/core/plain-date.ts';
import { CROSSES, NO_CORRECTION } from '#shared/printing/printer-settings.ts';
import { calibrationSheet } from './calibration-sheet.ts';
import { renderSheet } from './plain-sheet.ts';
import { printCopy } from './print-copy.ts';
import { CHROMIUM } from './proof/chromium-window.ts';
import { inspectPdf, type TextBox } from './proof/pdf-inspect.ts';
import { openPrintShop, type PrintShop } from './proof/print-shop.ts';
import { EXTREME, NORMAL, registerForm } from './proof/sample-form.ts';
import { reprintMark } from './reprint-mark.ts';

const boxesOf = async (pdf: Uint8Array): Promise<readonly (readonly TextBox[])[]> =>
  (await inspectPdf(pdf)).pages.map(page => page.boxes);
const textOf = (boxes: readonly TextBox[]): string => boxes.map(({ text }) => text).join('');

const overlaps = (one: TextBox, other: TextBox): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

describe.skipIf(!existsSync(CHROMIUM))('what goes to the printer', () => {
  let shop: PrintShop;
  beforeAll(async () => {
    shop = await openPrintShop();
  });
  afterAll(() => shop.close());
  const printed = async (...of: Parameters<PrintShop['print']>) => expectOk(await shop.print(...of)).pdf;

  it('is the kept PDF itself where nothing is to be corrected or marked', async () => {
    const pdf = await printed(registerForm(NORMAL));
    expect(await printCopy(pdf, { correction: NO_CORRECTION })).toBe(pdf);
  });

  it('is moved and stretched from the upper left corner, by what the printer is out', async () => {
    const pdf = await printed(registerForm(EXTREME));
    const bytes = pdf.slice();
    const correction = { right: 2.5, down: -1.5, across: 1.01, along: 0.99 };
    const before = await boxesOf(pdf);
    const after = await boxesOf(await printCopy(pdf, { correction }));
    expect(after.length).toBe(before.length);
    expect(before.length).toBeGreaterThan(1);
    for (const [page, boxes] of before.entries())
      for (const [nth, box] of boxes.entries()) {
        const moved = after[page]?.[nth];
        expect(moved?.text).toBe(box.text);
        expect(moved?.left).toBeCloseTo(1.01 * box.left + 2.5, 1);
        expect(moved?.top).toBeCloseTo(0.99 * box.top - 1.5, 0);
      }
    expect(pdf).toEqual(bytes);
  });

  it('bears on every page of a reprint that it is one, over nothing else and away from the edge', async () => {
    const pdf = await printed(registerForm(EXTREME));
    const mark = expectOk(await renderSheet(reprintMark(2, plainDate('2026-11-26')), shop.deps));
    const copy = await printCopy(pdf, { correction: NO_CORRECTION, mark });
    const before = await boxesOf(pdf);
    for (const [page, boxes] of (await boxesOf(copy)).entries()) {
      const old = before[page] ?? [];
      const added = boxes.filter(
        box => !old.some(({ text, left }) => text === box.text && left === box.left),
      );
      expect(textOf(added).replace(/\s/g, '')).toBe('重印·第2次打印·2026年11月26日');
      for (const box of added) {
        expect(old.filter(each => overlaps(each, box))).toEqual([]);
        expect(box.top).toBeGreaterThan(5);
        expect(box.right).toBeLessThan(205);
      }
    }
    expect((await inspectPdf(copy)).fonts.filter(({ embedded, type3 }) => !embedded || type3)).toEqual([]);
  });

  it('is on pre-printed paper only what was filled in, where it stands on the whole form', async () => {
    const paper = registerForm(NORMAL);
    const whole = (await boxesOf(await printed(paper)))[0] ?? [];
    const pdf = await printed(paper, 'values');
    const [only = [], ...more] = await boxesOf(pdf);
    expect(more).toEqual([]);
    const text = textOf(only);
    for (const value of [NORMAL['name'], NORMAL['facts']?.slice(0, 8)]) expect(text).toContain(value);
    expect(text).toContain('☑');
    for (const label of ['事项种类', '投诉方式', '投诉人', '☐', '来访人', '第 1 页'])
      expect(text).not.toContain(label);
    for (const box of only) {
      const same = whole.find(
        each =>
          each.text.includes(box.text) && Math.abs(each.top - box.top) < 0.3 && each.left <= box.left + 0.3,
      );
      expect(same, box.text).toBeDefined();
    }
  });

  it('has its annex whole on pre-printed paper, for which there is no form', async () => {
    const pages = await boxesOf(await printed(registerForm(EXTREME), 'values'));
    expect(pages.length).toBe((await boxesOf(await printed(registerForm(EXTREME)))).length);
    expect(textOf(pages[1] ?? [])).toContain('附页');
    // The form itself says of its cells that they go on there.
    expect(textOf(pages[0] ?? [])).toMatch(/下接附页.*见附页/s);
  });

  it('is a calibration page of one sheet, with its rulers in millimetres', async () => {
    const pdf = expectOk(await renderSheet(calibrationSheet('前台 <A4>'), shop.deps));
    const [page, ...more] = (await inspectPdf(pdf)).pages;
    expect(more).toEqual([]);
    const numbers = page?.boxes.filter(({ text, top }) => /^(0|170)$/.test(text) && top > 275) ?? [];
    const [zero, end] = [
      numbers.find(({ text }) => text === '0'),
      numbers.find(({ text }) => text === '170'),
    ];
    expect((end?.left ?? 0) - (zero?.left ?? 0)).toBeCloseTo(CROSSES.right - CROSSES.left, 0);
    expect(textOf(page?.boxes ?? [])).toContain('前台 <A4>');
  });
});

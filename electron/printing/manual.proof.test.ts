import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import type { Language } from '#shared/core/text.ts';
import { chapterStarts, manualPaper } from '#shared/documents/manual.paper.ts';
import { chapterTexts } from '#shared/manual/manual.find.ts';
import { readManual } from '../desk/manual.ts';
import { readPdf } from './pdf.reader.ts';
import { CHROMIUM } from './proof/chromium-window.ts';
import { openPrintShop, type PrintShop } from './proof/print-shop.ts';
import { faultsOf } from './proof/prove.ts';

vi.mock('electron-log/main', () => ({ default: {} }));

const RESOURCES = path.resolve(import.meta.dirname, '../../resources');
const MINUTES = 60_000;
const bare = (text: string): string => text.replaceAll(/\s/g, '');

describe.skipIf(!existsSync(CHROMIUM))('the manual on paper', () => {
  let shop: PrintShop;
  beforeAll(async () => {
    shop = await openPrintShop();
  }, 5 * MINUTES);
  afterAll(() => shop.close(), MINUTES);

  it.each<Language>(['zh-CN', 'en'])(
    'in %s says all that the screen says, and on which page each chapter begins',
    { timeout: 5 * MINUTES },
    async language => {
      const chapters = expectOk(await readManual(RESOURCES));
      const subject = { chapters, language, keyOf: (command: string) => command, version: '凤凰台账 1' };
      const first = expectOk(await shop.print(manualPaper({ ...subject, starts: [] })));
      const starts = chapterStarts(subject, (await readPdf(first.pdf)).pages);
      expect(starts.length).toBe(chapters.length);
      const paper = manualPaper({ ...subject, starts });
      const { pdf, pages } = expectOk(await shop.print(paper));
      expect(pages).toBe(first.pages);
      expect(await faultsOf(pdf, paper)).toEqual([]);
      const read = (await readPdf(pdf)).pages.map(lines => bare(lines.join('')));
      const whole = read.join('');
      chapters.forEach((chapter, at) => {
        const [title = '', ...texts] = chapterTexts(chapter, language).map(bare);
        expect(read[(starts[at] ?? 0) - 1]).toContain(`${at + 1}${title}`);
        // A text that goes on overleaf has the head and the foot of the page in it; its ends do not.
        const absent = texts.filter(
          text => !whole.includes(text.slice(0, 8)) || !whole.includes(text.slice(-8)),
        );
        expect(absent).toEqual([]);
        expect(read[0]).toContain(title);
        expect(read[0]).toContain(String(starts[at]));
      });
    },
  );
});

import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import { CHROMIUM } from './proof/chromium-window.ts';
import { GOLDEN_DPI, GOLDEN_FOLDER, GOLDEN_PAPERS, goldenFile, readGolden } from './proof/golden-papers.ts';
import { openPrintShop, type PrintShop } from './proof/print-shop.ts';
import { hasPoppler, rasters } from './proof/raster-checks.ts';
import { differences } from './proof/same-page.ts';
import { NORMAL, registerForm } from './proof/sample-form.ts';
import { letter } from './proof/sample-papers.ts';

const MINUTES = 60_000;
const poppler = await hasPoppler();

it('the golden pages are those of the list, and no large files', async () => {
  const wanted = GOLDEN_PAPERS.flatMap(({ name, pages }) =>
    pages.map(page => path.basename(goldenFile(name, page))),
  );
  const names = await readdir(GOLDEN_FOLDER);
  expect(names.toSorted()).toEqual(wanted.toSorted());
  const sizes = await Promise.all(names.map(async name => (await stat(path.join(GOLDEN_FOLDER, name))).size));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(400_000);
});

// Without Poppler the pages cannot be drawn.
describe.skipIf(!existsSync(CHROMIUM) || !poppler)('printed pages beside the golden ones', () => {
  let shop: PrintShop;
  beforeAll(async () => {
    shop = await openPrintShop();
  }, 5 * MINUTES);
  afterEach(() => {
    shop.server.spoiled = '';
  });
  afterAll(() => shop.close(), MINUTES);

  /** What differs on those pages of a paper that are kept under the name. */
  async function compared(
    name: string,
    paper: Paper,
    drawing?: readonly string[],
  ): Promise<readonly string[]> {
    const drawn = await rasters(expectOk(await shop.print(paper)).pdf, GOLDEN_DPI, drawing);
    const pages = GOLDEN_PAPERS.find(each => each.name === name)?.pages ?? [];
    const found: string[] = [];
    for (const page of pages) {
      const picture = drawn[page - 1];
      const golden = await readGolden(goldenFile(name, page));
      const faults = picture ? differences(picture, golden, GOLDEN_DPI) : ['is not there'];
      found.push(...faults.map(fault => `page ${page}: ${fault}`));
    }
    return found;
  }

  it.each(GOLDEN_PAPERS.map(({ name, paper }) => [name, paper] as const))(
    '%s looks as it did',
    async (name, paper) => {
      expect(await compared(name, paper)).toEqual([]);
    },
    2 * MINUTES,
  );

  describe('are the same', () => {
    it(
      'where thin rules are drawn another way',
      async () => {
        expect(await compared('register-form', registerForm(NORMAL), ['-thinlinemode', 'shape'])).toEqual([]);
      },
      2 * MINUTES,
    );

    it.each(['padding-top', 'padding-left'])(
      'where everything falls beside its pixels by a tenth of a millimetre: %s',
      async side => {
        shop.server.spoiled = `body { ${side}: 0.1mm; }`;
        expect(await compared('register-form', registerForm(NORMAL))).toEqual([]);
        expect(await compared('letter', letter(5))).toEqual([]);
      },
      2 * MINUTES,
    );
  });

  describe('are found to differ by', () => {
    const spoiled: readonly (readonly [name: string, css: string])[] = [
      ['a text moved by 2 mm in its cell', 'tr:nth-child(1) > td:nth-child(4) p { padding-left: 2mm; }'],
      ['a row higher by 2 mm', 'tbody:nth-of-type(4) td { padding-bottom: 3mm; }'],
      ['a cell wider by 2 mm', 'colgroup > col:nth-child(1) { width: 19.2% !important; }'],
      ['a row that is dropped', 'tbody:nth-of-type(5) { display: none; }'],
      ['another font', ":root { --fang: 'PD Marks', 'PD Kai', 'PD Wen'; }"],
      ['closer lines', 'td p { line-height: 6mm; }'],
    ];
    it.each(spoiled)(
      '%s',
      async (_, css) => {
        shop.server.spoiled = css;
        expect((await compared('register-form', registerForm(NORMAL))).join('\n')).toMatch(
          /^page 1: .*differ/,
        );
      },
      2 * MINUTES,
    );

    it.each([
      ['a rule across that is missing', 'tbody:nth-of-type(4) > tr > * { border-bottom-color: #fff; }'],
      [
        'a rule down that is missing',
        'tbody:nth-of-type(3) > tr > :nth-child(2) { border-right-color: #fff; }',
      ],
    ])(
      '%s',
      async (_, css) => {
        shop.server.spoiled = css;
        expect((await compared('register-form', registerForm(NORMAL))).join('\n')).toMatch(
          /^page 1: lacks a line/m,
        );
      },
      2 * MINUTES,
    );

    it(
      'two characters that are missing',
      async () => {
        const shorter = registerForm({ ...NORMAL, phone: (NORMAL['phone'] ?? '').slice(0, -2) });
        expect(await compared('register-form', shorter)).not.toEqual([]);
      },
      2 * MINUTES,
    );

    it(
      'a page of another paper, and one that is not there',
      async () => {
        expect(await compared('letter', letter(6))).not.toEqual([]);
        expect(await compared('form-with-annex', registerForm(NORMAL))).toContain('page 2: is not there');
      },
      2 * MINUTES,
    );
  });
});

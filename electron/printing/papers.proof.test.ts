import { existsSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Paper } from '#shared/documents/paper.model.ts';
import { expectOk } from '#shared/core/result.ts';
import type { RenderedPdf } from './pdf.renderer.ts';
import { readPdf } from './pdf.reader.ts';
import { CHROMIUM } from './proof/chromium-window.ts';
import { openPrintShop, type PrintShop } from './proof/print-shop.ts';
import { faultsOf } from './proof/prove.ts';
import { BLANK, EXTREME, NORMAL, registerForm } from './proof/sample-form.ts';
import { complaintForm } from './proof/sample-complaint.ts';
import { agreement, fileContents, letter, mediationRecord, registerBook } from './proof/sample-papers.ts';
import { LONG_ADDRESS, longText } from './proof/sample-texts.ts';

const MINUTES = 60_000;

const PARTIES = {
  id_type: '居民身份证',
  id_number: '11010519491231002X',
  contact: '欧阳喆堃玥烜',
  contact_phone: '0416-5550123',
};

describe.skipIf(!existsSync(CHROMIUM))('printed papers', () => {
  let shop: PrintShop;
  beforeAll(async () => {
    shop = await openPrintShop();
  }, 5 * MINUTES);
  afterEach(() => {
    shop.server.spoiled = '';
    shop.server.hidden.clear();
  });
  afterAll(() => shop.close(), MINUTES);

  const print = async (paper: Paper): Promise<RenderedPdf> => expectOk(await shop.print(paper));

  /** What is wrong with a paper, by the checks and by the renderer's own look at it. */
  async function faults(paper: Paper, against: Paper = paper): Promise<readonly string[]> {
    const { pdf, warnings } = await print(paper);
    const outside = warnings.filter(({ code }) => code === 'text/outside-cell');
    return [...(await faultsOf(pdf, against)), ...outside.map(({ detail }) => `outside its cell: ${detail}`)];
  }

  describe('are without fault', () => {
    const papers: readonly (readonly [name: string, paper: Paper])[] = [
      ['a register form', registerForm(NORMAL)],
      ['a register form to be filled in by hand', registerForm(BLANK)],
      [
        'a complaint form with labels beside groups of rows, and notes',
        complaintForm({ ...NORMAL, ...PARTIES }),
      ],
      [
        'a complaint form with long texts everywhere',
        complaintForm({ ...EXTREME, ...PARTIES, respondent_address: LONG_ADDRESS }),
      ],
      ['a letter', letter()],
      ['a letter whose closing begins the second page', letter(5)],
      ['an agreement with signatures and notes', agreement()],
      ['the contents and remarks of a file', fileContents(23)],
      ['a record signed on every page', mediationRecord()],
      ['a register of sixty rows', registerBook(60)],
      [
        'a form whose long texts have Latin words and addresses',
        registerForm({
          ...NORMAL,
          facts:
            `${longText(300)}见http://example.org/a?b=1&c=2，型号HT-318、e-mail样本@example.org。`.repeat(4),
        }),
      ],
      [
        'a form with one very long paragraph',
        registerForm({ ...NORMAL, result: longText(3000).replaceAll('\n', '') }),
      ],
    ];
    it.each(papers)(
      '%s',
      async (_, paper) => {
        expect(await faults(paper)).toEqual([]);
      },
      5 * MINUTES,
    );

    it(
      'a register form with texts far too long: it stays on its page, and the rest follows in an annex',
      async () => {
        const notes = ['适用于登记来访、来电、来信等方式提出的事项。', '匿名反映的，可以不填写姓名。'];
        for (const paper of [registerForm(EXTREME), registerForm(EXTREME, undefined, notes)]) {
          const { pdf, pages, annexed } = await print(paper);
          expect(await faultsOf(pdf, paper)).toEqual([]);
          expect(annexed.map(({ key }) => key)).toEqual(['facts', 'request', 'handler_opinion', 'result']);
          const read = await readPdf(pdf);
          expect(read.pages).toHaveLength(pages);
          expect(read.pages.findIndex(lines => lines.includes('附页（一）'))).toBe(1);
        }
      },
      10 * MINUTES,
    );
  });

  it(
    'are fitted again when the form is longer than it was estimated',
    async () => {
      // Each of the fifteen rows becomes 0.2 mm higher than the estimate knows.
      shop.server.spoiled = 'td, th { padding-block: 1.3mm; }';
      const { pdf, annexed } = await print(registerForm(EXTREME));
      expect((await readPdf(pdf)).pages.findIndex(lines => lines.includes('附页（一）'))).toBe(1);
      shop.server.spoiled = '';
      const before = await print(registerForm(EXTREME));
      const shown = (of: RenderedPdf['annexed']) => of.reduce((sum, entry) => sum + entry.shown, 0);
      expect(shown(annexed)).toBeLessThan(shown(before.annexed));
    },
    5 * MINUTES,
  );

  it(
    'are refused when a font does not load, and the file is named',
    async () => {
      shop.server.hidden.add('/fonts/PhoenixQR.woff2');
      // Another file is asked for than the one the window has kept from earlier papers.
      shop.server.spoiled = "@font-face { font-family: 'PD QR'; src: url('/fonts/PhoenixQR.woff2?again'); }";
      expect(await shop.print(registerForm(BLANK))).toEqual({
        ok: false,
        error: { code: 'printing/font-missing', detail: 'PhoenixQR.woff2' },
      });
    },
    5 * MINUTES,
  );

  describe('are found out when they are spoiled by', () => {
    const mutants: readonly (readonly [name: string, css: string, paper: Paper, fault: RegExp])[] = [
      [
        'clipped cells',
        'td p { max-height: 6mm; overflow: hidden; }',
        registerForm(EXTREME),
        /lacks|overlap|outside/,
      ],
      ['cells without line breaks', 'td p { white-space: nowrap; }', registerForm(NORMAL), /outside/],
      ['an open frame', '.edge { display: none; }', registerForm(EXTREME), /frame open/],
      [
        'a font of the system',
        "p { font-family: 'DejaVu Sans', serif !important; }",
        letter(),
        /foreign font/,
      ],
      [
        'lines printed over each other',
        '.line { margin-bottom: -5mm !important; }',
        registerForm(NORMAL),
        /overlap/,
      ],
      [
        'a lonely signature',
        'tbody.sign { break-before: page !important; }',
        registerForm(NORMAL),
        /signature alone/,
      ],
      [
        'a table out of place',
        'table { margin-left: 9mm !important; }',
        registerBook(5),
        /outside|ink beside/,
      ],
      [
        'a body that does not break over pages',
        'body { display: inline-block; height: 150mm; overflow: hidden; }',
        registerBook(30),
        /lacks|frame open|overlap/,
      ],
    ];
    it.each(mutants)(
      '%s',
      async (_, css, paper, fault) => {
        shop.server.spoiled = css;
        expect((await faults(paper)).join('\n')).toMatch(fault);
      },
      5 * MINUTES,
    );

    it(
      'another value than was entered, and a page code that belongs to another paper',
      async () => {
        const entered = registerForm({ ...NORMAL, request: '退还货款3299元。' });
        const found = await faults(registerForm({ ...NORMAL, request: '退还货款329元。' }), entered);
        expect(found.join('\n')).toMatch(/value request lacks/);
        expect(found.join('\n')).toMatch(/page 1: code says PD1:/);
      },
      5 * MINUTES,
    );
  });
});

import { existsSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  grounds,
  labelCell,
  notes,
  part,
  row,
  table,
  value,
  valueCell,
} from '#shared/documents/paper.build.ts';
import type { Block, Paper, Row } from '#shared/documents/paper.model.ts';
import { expectOk } from '#shared/core/result.ts';
import type { RenderedPdf } from './pdf.renderer.ts';
import { readPdf } from './pdf.reader.ts';
import { CHROMIUM } from './proof/chromium-window.ts';
import { openPrintShop, type PrintShop } from './proof/print-shop.ts';
import { bodyBoxes } from './proof/page-checks.ts';
import { inspectPdf } from './proof/pdf-inspect.ts';
import { faultsOf } from './proof/prove.ts';
import { BLANK, EXTREME, NORMAL, registerForm } from './proof/sample-form.ts';
import { complaintForm } from './proof/sample-complaint.ts';
import { agreement, fileContents, letter, mediationRecord, registerBook } from './proof/sample-papers.ts';
import { LONG_ADDRESS, LONG_NUMBER, LONG_OFFICE, longText } from './proof/sample-texts.ts';

const MINUTES = 60_000;

const PARTIES = {
  id_type: '居民身份证',
  id_number: '11010519491231002X',
  contact: '欧阳喆堃玥烜',
  contact_phone: '0416-5550123',
};

/** The same paper of an office with a long name, and numbers as long. */
function longNamed(paper: Paper): Paper {
  const title = `${LONG_OFFICE}${paper.title}`;
  return {
    ...paper,
    title,
    parts: paper.parts.map(part => ({ ...part, running: part.running && [`${title}（续）`, LONG_NUMBER] })),
    foot: {
      ...paper.foot,
      label: [LONG_NUMBER, ...paper.foot.label.slice(-1)],
      signLines: paper.foot.signLines.map(line => line.replace('投诉人', `投诉人（${LONG_OFFICE}）`)),
    },
  };
}

function withNotes(paper: Paper, count: number): Paper {
  const item =
    '本决定书可以通过互联网、电话、短信、电子邮件、传真、信函等方式告知，也可以在投诉人到场时当面送达。';
  const block = notes(Array.from({ length: count }, () => item));
  return {
    ...paper,
    parts: paper.parts.map(part => ({ ...part, blocks: [...part.blocks, block] })),
  };
}

function shortLetter(items = 1): Paper {
  const whole = letter();
  const shortened = (block: Block): Block =>
    block.kind === 'grounds' ? grounds(block.items.slice(0, items), 0) : block;
  return {
    ...whole,
    parts: whole.parts.map(part => ({ ...part, blocks: part.blocks.map(shortened) })),
  };
}

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
      [
        'a form whose cells end with wide spaces, which hang over the end of a line',
        registerForm({
          ...NORMAL,
          name: `王玥${'\u3000'.repeat(12)}`,
          address: `${'样本路 '.repeat(14)}${'\u3000'.repeat(30)}号`,
        }),
      ],
      ['a letter', letter()],
      ['a letter whose closing begins the second page', letter(5)],
      ['a letter with notes', withNotes(letter(), 2)],
      ['a letter with more notes than its page has room for', withNotes(shortLetter(), 14)],
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
    /* Emoji of all kinds, scripts, halves, turns of direction, the private area; and what our fonts do have. */
    const exotic =
      '🏠❤\uFE0F👨\u200D👩\u200D👧👍🏽🇨🇳1\uFE0F\u20E3🏴\u{E0067}\u{E007F}กำབོདئۇيغۇر한국x\u0302\uD842\u202E甲\u2069\uE000\u{F0024}𠀀𰀀\uFFFC' +
      '🈶㊙\uFE0F☎\uFE0F©™ℹ▶ꀀ①⑳Å☑';
    const spoiled: typeof papers = [
      ['a register form', registerForm({ ...NORMAL, community: exotic, name: exotic, facts: exotic })],
      ['a letter', everywhere(letter(1))],
      ['an agreement', everywhere(agreement())],
      ['a record', everywhere(mediationRecord(3))],
      ['a register', everywhere(registerBook(3), '🏠🈶ꀀ')],
    ];
    function everywhere(source: Paper, content = exotic): Paper {
      const text = JSON.stringify(source).replaceAll(
        /"(?:text|title)":"/g,
        match => `${match}${content.replaceAll('\uD842', '')}`,
      );
      const changed = JSON.parse(text) as Paper;
      return {
        ...changed,
        parts: changed.parts.map(part => ({ ...part, running: part.running && [content, content] })),
        foot: { ...changed.foot, label: [content, ...changed.foot.label] },
      };
    }
    const named: typeof papers = [
      ['a register form that goes on in an annex', registerForm(EXTREME)],
      ['a record signed on every page', mediationRecord()],
      ['a record in English', { ...mediationRecord(3), lang: 'en' }],
      ['a letter', letter(5)],
      ['a register', registerBook(30)],
      ['the contents of a file', fileContents(5)],
    ];
    it.each([
      ...papers,
      ...spoiled.map(([name, paper]) => [`${name} with characters no font of ours draws`, paper] as const),
      ...named.map(([name, paper]) => [`${name}, of an office with a long name`, longNamed(paper)] as const),
    ])(
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
    'have a tall row broken over pages under its repeated head, and its last lines with the row that closes the table',
    async () => {
      const tall = (rows: readonly Row[], at: number, length: number): readonly Row[] =>
        rows.map((each, index) => {
          const facts = valueCell(value(`tall_${at}`, longText(length).replaceAll('\n', '')));
          return index === at ? { ...each, cells: each.cells.with(5, facts) } : each;
        });
      const withTall = (at: number, length: number): Paper => {
        const source = registerBook(3);
        const parts = source.parts.map(each => ({
          ...each,
          blocks: each.blocks.map(block =>
            block.kind === 'table' ? { ...block, rows: tall(block.rows, at, length) } : block,
          ),
        }));
        return { ...source, parts };
      };
      // In the middle; the last, with ends of the text at various heights of a page.
      for (const source of [withTall(1, 900), ...[300, 620, 640, 660, 680, 900].map(n => withTall(2, n))]) {
        const { pdf, pages } = await print(source);
        expect(await faultsOf(pdf, source)).toEqual([]);
        const read = await readPdf(pdf);
        expect(pages).toBeGreaterThan(1);
        expect(read.pages.map(lines => lines.join('').includes('承办人'))).toEqual(
          read.pages.map(() => true),
        );
        // Nothing but the last page has room left.
        for (const lines of read.pages.slice(0, -1)) expect(lines.length).toBeGreaterThan(20);
      }
    },
    5 * MINUTES,
  );

  it(
    'have a label in their text as it was given, wherever its lines end',
    async () => {
      const rows = ['投诉方式（渠道）', '转往（承办）单位'].map(label =>
        row([labelCell(label), valueCell(value(label, '样本'))]),
      );
      const source = { ...registerForm(BLANK), parts: [part([table([20, 136], rows)])] };
      const { pages } = await inspectPdf((await print(source)).pdf);
      const found = pages.flatMap(page => bodyBoxes(page, source).map(({ text }) => text));
      expect(found).toEqual(['投诉方式', '（渠道）', '样本', '转往', '（承办）', '单位', '样本']);
    },
    5 * MINUTES,
  );

  it(
    'have closer lines where a letter is a little too long for its page, and the usual ones where it is not',
    async () => {
      for (const [source, most] of [
        [withNotes(shortLetter(1), 2), 1],
        [withNotes(shortLetter(2), 2), 1],
        [shortLetter(4), 1],
        [letter(5), 2],
      ] as const) {
        const { pdf, pages } = await print(source);
        expect(await faultsOf(pdf, source)).toEqual([]);
        expect(pages).toBe(most);
      }
      // Longer than it was estimated, it is set closer still.
      shop.server.spoiled = '.sheet-letter h1 { padding-bottom: 6mm; }';
      expect((await print(shortLetter(3))).pages).toBe(1);
    },
    5 * MINUTES,
  );

  it(
    'have two lines of the text of a letter beside its closing, wherever its pages end',
    async () => {
      for (const more of [4, 5, 6]) expect(await faults(letter(more))).toEqual([]);
      for (const [lines, first] of ['.closing', 'p:has(+ .closing)'].entries()) {
        shop.server.spoiled = `.sheet-letter ${first} { break-before: page !important; }`;
        expect((await faults(letter(5))).join('\n')).toContain(`a closing with ${lines} lines of the text`);
      }
    },
    5 * MINUTES,
  );

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
        'a signature under a table alone',
        '.signatures { break-before: page !important; }',
        agreement(),
        /signature alone/,
      ],
      ['a title alone', 'table { break-before: page !important; }', registerForm(NORMAL), /title alone/],
      [
        'a title alone on the page of an annex',
        '.annex table { break-before: page !important; }',
        registerForm(EXTREME),
        /page 2: title alone/,
      ],
      [
        'a heading that does not stay with its text',
        'p.heading2 { break-after: page !important; }',
        agreement(),
        /ends with a heading/,
      ],
      [
        'a table out of place',
        'table { margin-left: 9mm !important; }',
        registerBook(5),
        /outside|ink beside/,
      ],
      [
        'a head that is longer than its page is wide',
        `@page { @top-left { content: "${LONG_OFFICE.repeat(3)}" !important; } }`,
        registerBook(30),
        /outside the type area|overlap/,
      ],
      [
        'a label that meets the number of the page',
        `@page { @bottom-right { content: "${LONG_OFFICE}" !important; } }`,
        registerForm(NORMAL),
        /outside the type area|overlap/,
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

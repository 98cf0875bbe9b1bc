import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blocksHeight } from '#shared/documents/fit/block-height.ts';
import { fit } from '#shared/documents/fit/fit.ts';
import { cellHeight, PAD_BLOCK, placeCells, tableType } from '#shared/documents/fit/row-height.ts';
import { paperHtml } from '#shared/documents/html/paper.html.ts';
import { bundledFonts } from '#shared/documents/metrics/font-metrics.ts';
import { lineCount } from '#shared/documents/metrics/measure.ts';
import { fontsOf } from '#shared/documents/paper.fonts.ts';
import { labelCell, paper, part, row, table, valueCell } from '#shared/documents/paper.build.ts';
import type { Paper, Table } from '#shared/documents/paper.model.ts';
import type { PrintWindow } from './print-window.ts';
import { CHROMIUM, openChromiumWindow } from './proof/chromium-window.ts';
import { openPrintShop, type PrintShop } from './proof/print-shop.ts';
import { EXTREME, NORMAL, registerForm } from './proof/sample-form.ts';
import { agreement, letter, mediationRecord, registerBook } from './proof/sample-papers.ts';
import { longText } from './proof/sample-texts.ts';
import { settleScript } from './settle.script.ts';

const COMMON =
  '的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九';
const WIDTHS_MM = [44, 52, 62, 128, 156];
const EM_MM = 12 * (25.4 / 72);

const ordinary = fc
  .array(fc.constantFrom(...Array.from(COMMON), ...Array.from('，。、；：？！“”（）《》')), {
    minLength: 30,
    maxLength: 400,
  })
  .map(chars => chars.join(''));

/** One token in five is Latin, a number, an address or a mark that line breaking treats in a way of its own. */
const hard = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...Array.from(COMMON)) },
      { weight: 3, arbitrary: fc.constantFrom(...Array.from('，。、；：？！“”（）《》—…·％℃喆𬭎①～')) },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          ...['2026', '3299.50', '138****1234', 'HT-318', 'http://a.b/c?d=1&e=%20', '11010519491231002X'],
          ...[
            'Wi-Fi',
            'e-mail@a.cn',
            '50%',
            '$3',
            '3:15',
            '2026-09-18',
            '10/20',
            '(x)',
            '"q"',
            "it's",
            '￥35',
          ],
          ...['37℃', '№5', 'A&B', '[1]', '+86 10', '1,234', '“a”', '（1）', '1)', '\u3000', '——', '……'],
        ),
      },
    ),
    { minLength: 30, maxLength: 300 },
  )
  .map(tokens => tokens.join('').trim());

const LABELS = [
  ...['投诉方式（渠道）', '转往（承办）单位', '受理条件（须全部符合）', '投诉事实（争议事实、事实经过）'],
  ...['检测机构、报告编号', '投诉／举报', '400接听人员', 'a 供电管理', '法定代表人（主要负责人）姓名'],
  ...['涉嫌违反市场监督管理法律、法规、规章的线索', '被投诉人', 'Testing body and report', 'Complainant'],
];
const LABEL_WIDTHS_MM = [16, 20, 24, 28, 36, 44];

/** Every label in cells of every width. */
const labelSheet = (): Paper =>
  paper('form', {
    id: 'A',
    title: '表',
    parts: [
      part(
        LABEL_WIDTHS_MM.map(width =>
          table(
            [width, 156 - width],
            LABELS.map(label => row([labelCell(label), valueCell('')])),
          ),
        ),
      ),
    ],
  });

function labelLines(block: Table, of: Paper): readonly number[] {
  const type = tableType(of, block.dense);
  return placeCells(block, block.rows, type)
    .flat()
    .filter(({ cell }) => cell.role === 'label')
    .map(placed => Math.round((cellHeight(placed, type, bundledFonts) - PAD_BLOCK) / type.line));
}

describe.skipIf(!existsSync(CHROMIUM))('the estimate of lines and heights', () => {
  let shop: PrintShop;
  let window: PrintWindow;
  beforeAll(async () => {
    shop = await openPrintShop();
    window = await openChromiumWindow(shop.browser);
  }, 300_000);
  afterAll(() => shop.close(), 60_000);

  async function load(paper: Paper): Promise<void> {
    const fitted = fit(paper, bundledFonts);
    const published = shop.documents.publish(paperHtml(fitted, { pages: 1 }));
    await window.loadURL(shop.server.origin + published.url);
    await window.executeJavaScript(settleScript(fontsOf(fitted.paper, bundledFonts)));
    published.dispose();
  }

  /** How many lines Chromium needs for each text in a column so wide. */
  async function chromiumLines(texts: readonly string[], widthMm: number): Promise<readonly number[]> {
    const script = `(async () => {
      const box = document.createElement('div');
      document.body.replaceChildren(box);
      box.style.width = '${widthMm}mm';
      const paragraphs = ${JSON.stringify(texts)}.map(text => {
        const paragraph = document.createElement('p');
        paragraph.className = 'continued';
        paragraph.textContent = text;
        box.append(paragraph);
        return paragraph;
      });
      await document.fonts.ready;
      return paragraphs.map(paragraph => Math.round(paragraph.getBoundingClientRect().height / 24));
    })()`;
    return (await window.executeJavaScript(script)) as readonly number[];
  }

  async function agreementOf(texts: readonly string[]): Promise<{ same: number; of: number; low: number }> {
    const counts = { same: 0, of: 0, low: 0 };
    for (const width of WIDTHS_MM) {
      const actual = await chromiumLines(texts, width);
      texts.forEach((content, index) => {
        const estimate = lineCount(content, { em: width / EM_MM, indent: 0 }, bundledFonts);
        counts.of++;
        if (estimate === actual[index]) counts.same++;
        if (estimate < (actual[index] ?? 0)) counts.low++;
      });
    }
    return counts;
  }

  it('has the lines of Chromium in every ordinary text', async () => {
    await load(registerForm(EXTREME));
    const { same, of } = await agreementOf([
      ...fc.sample(ordinary, 120),
      ...Array.from({ length: 40 }, (_, i) => longText(50 + i * 17).replaceAll('\n', '')),
    ]);
    expect(same).toBe(of);
  }, 300_000);

  it('has them in ninety-eight of a hundred hard ones', async () => {
    await load(registerForm(EXTREME));
    const { same, of } = await agreementOf(fc.sample(hard, 150));
    expect(same / of).toBeGreaterThan(0.98);
  }, 300_000);

  it('has the lines of Chromium in every label, the ones that fitting set and the others', async () => {
    const source = labelSheet();
    await load(source);
    const actual = (await window.executeJavaScript(
      `[...document.querySelectorAll('th p')].map(label => Math.round(label.getBoundingClientRect().height / 24))`,
    )) as readonly number[];
    const { paper } = fit(source, bundledFonts);
    const estimates = paper.parts.flatMap(({ blocks }) =>
      blocks.flatMap(block => (block.kind === 'table' ? labelLines(block, paper) : [])),
    );
    expect(estimates.length).toBe(LABELS.length * LABEL_WIDTHS_MM.length);
    expect(actual).toEqual(estimates);
  }, 300_000);

  it('has the heights of tables and blocks to a few tenths of a millimetre', async () => {
    const papers = [
      registerForm(NORMAL),
      registerForm(EXTREME, undefined, ['说明。', '填写说明，'.repeat(12)]),
      registerBook(12),
      mediationRecord(3),
      letter(2),
      agreement(),
    ];
    for (const source of papers) {
      await load(source);
      const { paper } = fit(source, bundledFonts);
      const actual = (await window.executeJavaScript(
        `[...document.querySelectorAll('section')].map(part => part.getBoundingClientRect().height / 96 * 25.4)`,
      )) as readonly number[];
      paper.parts.forEach((part, index) => {
        const estimate = blocksHeight(part.blocks, paper, part, bundledFonts);
        const rows = part.blocks.reduce(
          (n, block) => n + (block.kind === 'table' ? block.rows.length : 1),
          0,
        );
        const difference = Math.abs(estimate - (actual[index] ?? 0));
        expect(
          difference,
          `${paper.title}, part ${index + 1}: ${estimate} for ${actual[index]}`,
        ).toBeLessThan(1 + rows * 0.1);
      });
    }
  }, 300_000);
});

// @vitest-environment jsdom
import { createHash } from 'node:crypto';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { beforeAll, describe, expect, it } from 'vitest';
import { fit } from '#shared/documents/fit/fit.ts';
import { pageCode } from '#shared/documents/html/qr.text.ts';
import {
  closing,
  foot,
  grounds,
  labelCell,
  para,
  paper,
  part,
  row,
  signCell,
  signSpace,
  table,
  tick,
  value,
  valueCell,
} from '#shared/documents/paper.build.ts';
import { bundledFonts } from '#shared/documents/metrics/font-metrics.ts';
import { paperHash } from '#shared/documents/paper.hash.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import { docxFaults, parseXml, unpackDocx, type DocxFiles } from '../proof/docx-inspect.ts';
import { barcodeReaderBinary } from '../proof/pdf-inspect.ts';
import { complaintForm } from '../proof/sample-complaint.ts';
import { BLANK, EXTREME, NORMAL, registerForm } from '../proof/sample-form.ts';
import { agreement, fileContents, letter, mediationRecord, registerBook } from '../proof/sample-papers.ts';
import { paperDocx } from './paper.docx.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const files = async (source: Paper): Promise<DocxFiles> => unpackDocx(await paperDocx(source));
const documentOf = async (source: Paper): Promise<Document> =>
  parseXml((await files(source)).get('word/document.xml') ?? '');
const all = (parent: Document | Element, name: string): readonly Element[] => [
  ...parent.getElementsByTagName(name),
];

const form = (...blocks: Parameters<typeof part>[0]): Paper =>
  paper('form', { id: '01JC0000000000000000000009', title: '登记表', parts: [part(blocks)] });

describe('a paper as a Word file', () => {
  const papers: readonly (readonly [name: string, paper: Paper])[] = [
    ['a register form', registerForm(NORMAL)],
    ['a register form that goes on in an annex', registerForm(EXTREME)],
    ['a register form to be filled in by hand', registerForm(BLANK)],
    ['a complaint form with labels beside groups of rows, and notes', complaintForm(EXTREME)],
    ['a letter', letter()],
    ['an agreement with headings, signatures, closing and notes', agreement()],
    ['the contents and remarks of a file', fileContents(23)],
    ['a record signed on every page', mediationRecord()],
    ['a register across the page', registerBook(60)],
    ['a letter in English', { ...letter(), lang: 'en' }],
  ];
  it.each(papers)(
    'is whole, in Chinese fonts, with tables as wide as the page and every text in its order: %s',
    async (_, source) => {
      expect(docxFaults(await files(source), source)).toEqual([]);
    },
  );

  it('keeps what would be markup, and characters the fonts of the program lack', async () => {
    const content = '<w:p>&amp; ]]> " \' \u0000\u000b 🏠 ཀ \uD842 甲\n\n乙';
    const source = form(
      para('title', content),
      table([1, 2], [row([valueCell(value('a', content)), valueCell(tick(true, content))])]),
    );
    const made = await files(source);
    expect(docxFaults(made, source)).toEqual([]);
    expect(parseXml(made.get('word/document.xml') ?? '').documentElement.textContent).toContain('🏠 ཀ');
  });

  it('has the lines of a label as the printed paper has them', async () => {
    const label = await documentOf(
      form(table([28, 128], [row([labelCell('投诉方式（渠道）'), valueCell('')])])),
    );
    const [paragraph] = all(label, 'w:p');
    const pieces = paragraph ? [...paragraph.querySelectorAll('*')].map(({ nodeName }) => nodeName) : [];
    expect(pieces.filter(name => name === 'w:t' || name === 'w:br')).toEqual(['w:t', 'w:br', 'w:t']);
    expect(paragraph?.textContent).toBe('投诉方式（渠道）');
  });

  it('says of a row that it is at least so high, whether it may break, and what it stays with', async () => {
    const cells = (key: string) => [valueCell(value(key, key))];
    const document = await documentOf(
      form(
        table(
          [1],
          [
            row(cells('plain'), { min: 20 }),
            row(cells('long'), { split: true }),
            row(cells('grouped'), { group: 'g' }),
            row(cells('last'), { group: 'g' }),
            row([signCell([signSpace('签名')])], { sign: true }),
          ],
          { head: [row(cells('head'))] },
        ),
      ),
    );
    const rows = all(document, 'w:tr').map(element => ({
      text: all(element, 'w:t')[0]?.textContent,
      head: all(element, 'w:tblHeader').length > 0,
      whole: all(element, 'w:cantSplit').every(({ attributes }) => attributes.length === 0),
      // Its label stays with its own date in any case.
      stays: all(element, 'w:p').every(paragraph => all(paragraph, 'w:keepNext').length > 0),
      height: all(element, 'w:trHeight').map(height => [
        height.getAttribute('w:val'),
        height.getAttribute('w:hRule'),
      ]),
    }));
    expect(rows).toEqual([
      { text: 'head', head: true, whole: true, stays: true, height: [] },
      { text: 'plain', head: false, whole: true, stays: false, height: [['1134', 'atLeast']] },
      { text: 'long', head: false, whole: false, stays: false, height: [] },
      { text: 'grouped', head: false, whole: true, stays: true, height: [] },
      { text: 'last', head: false, whole: true, stays: true, height: [] },
      { text: '签名', head: false, whole: true, stays: false, height: [] },
    ]);
  });

  it('has the text of a parted row in one row, with rules around it', async () => {
    const source = registerForm(EXTREME);
    const { paper: printed } = fit(source, bundledFonts);
    const parted = printed.parts.flatMap(({ blocks }) =>
      blocks.flatMap(block => (block.kind === 'table' ? block.rows.filter(({ open }) => open) : [])),
    );
    expect(parted).toHaveLength(2);
    const document = await documentOf(source);
    expect(all(document, 'w:tcBorders')).toEqual([]);
    const rows = all(document, 'w:tr');
    const last = rows.findLast(element => element.textContent.includes('（续）'));
    const whole = EXTREME['facts'] ?? '';
    const words = (text: string): string => text.replace(/\s/g, '');
    expect(words(last?.textContent ?? '')).toMatch(new RegExp(`${words(whole).slice(-60)}以下空白$`));
    expect(all(last ?? document, 'w:keepNext')).toEqual([]);
  });

  it('keeps the last of the grounds of a letter with its last words, and those with its closing', async () => {
    const items = ['（一）', '（二）'].map(no => ({ no, text: '不属于职责范围的；' }));
    const blocks = [grounds(items, 1), para('body', '特此告知。'), closing('样本单位', '2026年1月9日', 45)];
    const document = await documentOf(
      paper('letter', { id: '01JC0000000000000000000009', title: '函', parts: [part(blocks)] }),
    );
    const kept = all(document, 'w:p').map(paragraph => all(paragraph, 'w:keepNext').length > 0);
    expect(kept).toEqual([false, true, true, true, false]);
  });

  it('has the page of GB/T 9704: 156 × 225 mm of 16 pt, 22 lines of 28 characters', async () => {
    const document = await documentOf(letter());
    const [page] = all(document, 'w:pgSz');
    const [margins] = all(document, 'w:pgMar');
    const of = (element: Element | undefined, name: string) => Number(element?.getAttribute(`w:${name}`));
    const mm = (twips: number) => Math.round(twips / 56.6929);
    expect(mm(of(page, 'w') - of(margins, 'left') - of(margins, 'right'))).toBe(156);
    expect(mm(of(page, 'h') - of(margins, 'top') - of(margins, 'bottom'))).toBe(225);
    const body = all(document, 'w:p').find(({ textContent }) => textContent.startsWith('特此告知'));
    const typeOf = (name: string, attribute: string) =>
      all(body ?? document, name).flatMap(element => element.getAttribute(`w:${attribute}`) ?? []);
    expect([typeOf('w:sz', 'val'), typeOf('w:spacing', 'line'), typeOf('w:spacing', 'val')]).toEqual([
      ['32'],
      ['579'],
      ['-5'],
    ]);
    const area = of(page, 'w') - of(margins, 'left') - of(margins, 'right');
    expect(Math.floor(area / (320 - 5))).toBe(28);
    expect(Math.floor((of(page, 'h') - of(margins, 'top') - of(margins, 'bottom')) / 579)).toBe(22);
  });

  it('lies across where the paper does', async () => {
    const [page] = all(await documentOf(registerBook(1)), 'w:pgSz');
    expect(['w', 'h', 'orient'].map(name => page?.getAttribute(`w:${name}`))).toEqual([
      '16838',
      '11906',
      'landscape',
    ]);
  });

  it('counts pages with fields of Word, and those of a letter on the outer side', async () => {
    const footers = [...(await files(letter()))].filter(([path]) => /footer\d+\.xml$/.test(path));
    const lines = footers.map(([, data]) =>
      [...parseXml(data).getElementsByTagName('w:p')][0]?.textContent.replace(/[^\w— ]/gu, ''),
    );
    expect(lines.filter(line => line?.includes('—'))).toHaveLength(3);
    const form = [...(await files(registerForm(NORMAL)))].filter(([path]) => /footer\d+\.xml$/.test(path));
    for (const [, data] of form)
      expect(all(parseXml(data), 'w:instrText').map(({ textContent }) => textContent)).toEqual([
        'PAGE',
        'NUMPAGES',
      ]);
  });

  it('gives its name and that it is a draft, and neither a time nor who wrote it', async () => {
    const made = await files(registerForm(NORMAL));
    const properties = parseXml(made.get('docProps/core.xml') ?? '').documentElement;
    expect([...properties.children].map(({ tagName, textContent }) => [tagName, textContent])).toEqual([
      ['dc:title', '凤凰社区群众投诉及反馈意见登记表'],
      ['dc:language', 'zh-CN'],
      ['cp:contentStatus', '草稿'],
    ]);
  });

  it('is made of the same files each time', async () => {
    for (const source of [registerForm(EXTREME), letter(5)])
      expect(await files(source)).toEqual(await files(source));
  });

  describe('bears the code of its first page', () => {
    beforeAll(async () => {
      await prepareZXingModule({
        overrides: { wasmBinary: await barcodeReaderBinary() },
        fireImmediately: true,
      });
    });

    it('on that page alone, since it names the page', async () => {
      const source = registerForm(NORMAL);
      const made = await files(source);
      const picture = made.get([...made.keys()].find(path => path.endsWith('.png')) ?? '') ?? '';
      const [code] = await readBarcodes(new Uint8Array(Buffer.from(picture, 'latin1')), {
        formats: ['QRCode'],
      });
      expect(code?.text).toBe(
        pageCode({ office: 'NF-0271', document: source.id, hash: paperHash(source, sha256) }, 1),
      );
      const shown = [...made].filter(
        ([path, data]) => /footer\d+\.xml$/.test(path) && data.includes('<pic:pic'),
      );
      const document = parseXml(made.get('word/document.xml') ?? '');
      const first = all(document, 'w:footerReference').find(
        reference => reference.getAttribute('w:type') === 'first',
      );
      const target = all(parseXml(made.get('word/_rels/document.xml.rels') ?? ''), 'Relationship').find(
        relation => relation.getAttribute('Id') === first?.getAttribute('r:id'),
      );
      expect(shown.map(([path]) => path)).toEqual([`word/${target?.getAttribute('Target') ?? ''}`]);
    });

    it('not at all where the paper has none', async () => {
      const source = form(para('body', '甲'));
      expect(
        [...(await files({ ...source, foot: foot() })).keys()].filter(path => path.endsWith('.png')),
      ).toEqual([]);
    });
  });

  describe('is found out when it is spoiled by', () => {
    const source = registerForm(NORMAL);
    const mutants: readonly (readonly [name: string, change: (xml: string) => string, fault: RegExp])[] = [
      ['a value left out', xml => xml.replace('138 0000 1234', ''), /lacks phone/],
      [
        'two values in each other’s place',
        xml => xml.replace('王玥', '李祎').replace('李祎', '王玥'),
        /lacks/,
      ],
      ['a run without a Chinese font', xml => xml.replace(/ w:eastAsia="仿宋"/, ''), /font left out/],
      ['a column of another width', xml => xml.replace(/<w:gridCol w:w="\d/, '$&1'), /wide/],
      ['a cell too many', xml => xml.replace('<w:tc>', '<w:tc/><w:tc>'), /columns/],
      ['a tag that is not closed', xml => xml.replace('</w:p>', ''), /not XML/],
    ];
    it.each(mutants)('%s', async (_, change, fault) => {
      const made = new Map(await files(source));
      made.set('word/document.xml', change(made.get('word/document.xml') ?? ''));
      expect(docxFaults(made, source).join('\n')).toMatch(fault);
    });

    it('a part that is missing', async () => {
      const made = new Map(await files(source));
      made.delete('word/header1.xml');
      expect(docxFaults(made, source).join('\n')).toMatch(/header1\.xml, which is not there/);
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blankDate,
  closing,
  foot,
  grounds,
  headCell,
  labelCell,
  line,
  longCell,
  notes,
  para,
  paper,
  part,
  row,
  signatures,
  signCell,
  signSpace,
  table,
  text,
  tick,
  titlePara,
  value,
  valueCell,
} from '../paper.build.ts';
import type { Paper, Sheet } from '../paper.model.ts';
import { printable } from '../print-text.ts';
import { paperHtml } from './paper.html.ts';

/** A paper with the same text wherever a text can be. */
const everywhere = (content: string, sheet: Sheet = 'form', signed = false): Paper =>
  paper(sheet, {
    id: 'A',
    title: content,
    parts: [
      part(
        [
          titlePara(content),
          line(content, value('number', content)),
          table(
            [28, 64, 64],
            [
              row([labelCell(content), valueCell([tick(true, content), text(content, 'kai')], { cols: 2 })]),
              row([labelCell(content, { rows: 2 }), longCell(content, 'facts', content, { cols: 2 })], {
                group: 'g',
              }),
              row([valueCell(value('phone', content), { cols: 2, align: 'end', at: 'bottom' })], {
                group: 'g',
              }),
              row([signCell([signSpace(content)], { cols: 3 })], { sign: true, min: 21 }),
            ],
            { head: [row([headCell(content), headCell(content), headCell(content)])] },
          ),
          grounds([{ no: content, text: content }], 0),
          signatures(2, [signSpace(content)]),
          closing(content, blankDate(), 45),
          notes([content, content]),
        ],
        { running: [content, content], tag: content },
      ),
      part([para('body', content)], { page: 'annex', running: [content, content] }),
    ],
    foot: foot({
      label: [content, content],
      qr: { office: 'NF-0271', document: 'A', hash: '0A1B2C3D' },
      signLines: signed ? [content] : [],
      pages: sheet === 'letter' ? 'dash' : 'x-of-y',
    }),
  });

/** Without fitting, which would share long texts out by their length. */
const rendered = (source: Paper, pages = 2) =>
  paperHtml({ paper: printable(source), annexed: [], warnings: [] }, { pages });

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='x",
  '</style><b>',
  '"; } body { display: none } @import "x"; x { content: "',
  '\\22 } @page { size: 1mm }',
  '*/ } html { display: none }',
  '甲\\',
  'a\nb"c\\d',
  '<!--',
  ']]>',
  '&lt;&amp;',
];

/** The style sheet without its string literals, which are read as a browser would. */
const rulesOf = (css: string): string => css.replace(/"(?:\\(?:[0-9a-f]{1,6} ?|.)|[^"\\\n])*"/g, '""');

const TAGS =
  /^<(?:!doctype html|\/?(?:html|head|meta|title|link|body|section|h1|p|div|span|table|colgroup|col|thead|tfoot|tbody|tr|th|td|br)(?: [a-z-]+(?:="[^"<>]*")?)*)>$/;

describe('a paper as HTML', () => {
  it('holds no script, no style of its own and no tag it does not make itself, whatever the texts', () => {
    const shape = (content: string) =>
      [...rendered(everywhere(content)).html.matchAll(/<[^>]*>/g)].map(([tag]) => tag);
    for (const content of HOSTILE) {
      for (const tag of shape(content)) expect(tag, content).toMatch(TAGS);
      expect(rendered(everywhere(content)).html).not.toMatch(/<[^>]*\s(?:style|on\w+)=/);
    }
  });

  it('has the same tags for every text without line feeds', () => {
    const tags = (content: string) =>
      rendered(everywhere(content))
        .html.match(/<\/?\w+/g)
        ?.join('');
    const usual = tags('甲');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }), content => {
        const flat = `甲${content.replace(/[\r\n\u2028\u2029]/g, '')}`;
        expect(tags(flat)).toBe(usual);
      }),
      { numRuns: 60 },
    );
  });

  it('has a style sheet whose rules no text can change', () => {
    for (const sheet of ['form', 'letter', 'record'] as const) {
      const signed = sheet === 'record';
      const rules = (content: string) => rulesOf(rendered(everywhere(content, sheet, signed)).css);
      const usual = rules('甲');
      for (const content of HOSTILE) expect(rules(content), content).toBe(usual);
      fc.assert(
        fc.property(fc.string({ unit: 'binary', maxLength: 20 }), content => {
          expect(rules(`甲${content}`)).toBe(usual);
        }),
        { numRuns: 40 },
      );
    }
  });

  it('marks entered values with their key', () => {
    expect(rendered(everywhere('甲')).html).toContain('<span data-key="phone">甲</span>');
  });

  it('names language, title and both style sheets', () => {
    const { html } = rendered(everywhere('投诉<书>'));
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toContain('<title>投诉&lt;书&gt;</title>');
    expect(html.match(/<link rel="stylesheet" href="[^"]*">/g)).toHaveLength(2);
  });

  it('makes a paragraph of each line of a text, and none after the last', () => {
    const source = paper('form', {
      id: 'A',
      title: '',
      parts: [part([para('long', value('facts', '甲\n\n乙\n'))])],
    });
    expect(rendered(source).html).toContain(
      '<p class="long"><span data-key="facts">甲</span></p><p class="long"><br></p><p class="long"><span data-key="facts">乙</span></p>',
    );
  });

  it('breaks a label where its lines were chosen, and adds nothing to its text', () => {
    const label = [text('投诉<方式'), text('（渠道）', 'kai')];
    const set = (breaks: readonly number[]): string =>
      rendered(
        paper('form', {
          id: 'A',
          title: '',
          parts: [part([{ ...para('body', label), breaks }])],
        }),
      ).html;
    expect(set([5])).toContain('<p class="body">投诉&lt;方式<br><span class="font-kai">（渠道）</span></p>');
    expect(set([2, 7])).toContain(
      '<p class="body">投诉<br>&lt;方式<span class="font-kai">（渠</span><br><span class="font-kai">道）</span></p>',
    );
  });

  it('goes on without an indent where a paragraph was cut', () => {
    const source = paper('form', {
      id: 'A',
      title: '',
      parts: [part([para('continued', value('facts', '甲\n乙'))])],
    });
    const { html } = rendered(source);
    expect(html).toContain('<p class="continued"><span data-key="facts">甲</span></p>');
    expect(html).toContain('<p class="long"><span data-key="facts">乙</span></p>');
  });

  it('keeps rows of a group in one body, and a signature row in one that clings to it', () => {
    const { html } = rendered(everywhere('甲'));
    expect(html).toMatch(/<tbody class="keep"><tr.*<\/tr><tr.*<\/tr><\/tbody>/);
    expect(html).toContain('<tbody class="sign">');
  });

  it('has page boxes of the size and margins of its sheet', () => {
    expect(rendered(everywhere('甲', 'register')).css).toContain(
      'size: 297mm 210mm;\n  margin: 25mm 20mm 22mm 20mm;',
    );
    expect(rendered(everywhere('甲', 'letter')).css).toContain('margin: 37mm 26mm 35mm 28mm;');
  });

  it('has a code for every page it was asked for', () => {
    const { css } = rendered(everywhere('甲'), 7);
    const symbols = /symbols:((?:\s*"[^"]*")+);/.exec(css)?.[1] ?? '';
    expect(new Set(symbols.match(/"[^"]*"/g)).size).toBe(7);
  });
});

import { bundledFonts } from '../metrics/font-metrics.ts';
import type { Fitted, Paper, Part, Row, Table } from '../paper.model.ts';
import { typeArea } from '../paper.sheets.ts';
import { blockHtml } from './blocks.html.ts';
import { escapeHtml } from './escape.ts';
import { pageCss, partPage } from './page.css.ts';
import { heightClass, widthsClass } from './table.html.ts';

export interface PaperHtml {
  readonly html: string;
  /** What is of this paper only: page boxes, widths, least heights. Served beside the document as `sheet.css`. */
  readonly css: string;
}

export interface PaperHtmlOptions {
  /** Where the style sheet of all papers is served. */
  readonly commonCss?: string;
  /** For how many pages to prepare page codes: not fewer than the paper will have. */
  readonly pages: number;
}

const tablesOf = (paper: Paper): readonly Table[] =>
  paper.parts.flatMap(part => part.blocks.filter(block => block.kind === 'table'));

function tableCss(tables: readonly Table[]): string {
  const rules = new Map<string, string>();
  for (const { widths } of tables) {
    const sum = widths.reduce((a, b) => a + b, 0);
    // Percentages: widths in mm would not leave room for the frame's own line.
    widths.forEach((width, index) =>
      rules.set(
        `.${widthsClass(widths)} > colgroup > col:nth-child(${index + 1})`,
        `width: ${((width / sum) * 100).toFixed(4)}%`,
      ),
    );
  }
  const rows: readonly Row[] = tables.flatMap(table => [...table.head, ...table.rows]);
  for (const { min } of rows) if (min > 0) rules.set(`.${heightClass(min)}`, `height: ${min.toFixed(2)}mm`);
  return [...rules].map(([selector, declaration]) => `${selector} { ${declaration}; }\n`).join('');
}

function partHtml(part: Part, index: number, lang: Paper['lang']): string {
  const classes = ['part', part.page, partPage(index)].filter(name => name !== '').join(' ');
  const tag = part.tag ? `<p class="tag">${escapeHtml(part.tag)}</p>\n` : '';
  return `<section class="${classes}">\n${tag}${part.blocks.map(block => blockHtml(block, lang)).join('\n')}\n</section>`;
}

/**
 * The document of a paper and its own style sheet. The document holds no script, style element or style
 * attribute, so it can be shown under a content security policy that allows style sheets of its own origin only.
 */
export function paperHtml(fitted: Fitted, options: PaperHtmlOptions): PaperHtml {
  const { paper } = fitted;
  const html = `<!doctype html>
<html lang="${paper.lang}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(paper.title)}</title>
<link rel="stylesheet" href="${escapeHtml(options.commonCss ?? '/papers/paper.css')}">
<link rel="stylesheet" href="sheet.css">
</head>
<body class="sheet-${paper.sheet}">
${paper.parts.map((part, index) => partHtml(part, index, paper.lang)).join('\n')}
</body>
</html>
`;
  const { width } = typeArea(paper);
  const pitch = paper.pitch === undefined ? '' : `body.sheet-letter { --pitch: ${paper.pitch}pt; }\n`;
  const screen = `@media screen {\n  body { width: ${width}mm; }\n}\n`;
  return {
    html,
    css: pageCss(paper, options.pages, bundledFonts) + tableCss(tablesOf(paper)) + pitch + screen,
  };
}

import type { PaperHtml } from '#shared/documents/html/paper.html.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import type { PrintDocuments } from '../printing/print-documents.ts';

/** So that nobody takes a paper of the sample office for a real one. */
const WORDS = { large: '样本', small: ['样本', '不作正式', '使用'], line: '样本 — 不作正式使用' } as const;

/*
 * In the corner of the margins, where no paper has anything, and large behind the text: neither moves anything else.
 * The narrowest margin is 20 mm wide and a printer leaves 5 mm white, so four characters of 8.5 pt are the most.
 */
const CSS = `
@page {
  @bottom-right-corner {
    content: "${WORDS.small.join('\\A ')}";
    white-space: pre;
    font: 8.5pt/4mm "PD Fang", "PD Wen";
    vertical-align: top;
    padding: 3mm 0 0 2mm;
    text-align: left;
  }
}
body[class^='sheet-']::before {
  content: "${WORDS.large}";
  position: fixed;
  z-index: -1;
  inset: 0;
  display: grid;
  place-items: center;
  color: #dcdcdc;
  font: 150pt "PD Fang", "PD Wen";
  white-space: nowrap;
  transform: rotate(-30deg);
}
`;

/** Whatever is set through these documents bears the words on every page. */
export const stamped = (documents: PrintDocuments): PrintDocuments => ({
  ...documents,
  publish: ({ html, css }: PaperHtml) => documents.publish({ html, css: css + CSS }),
});

/** For a copy to be edited in Word. */
export const stampedPaper = (paper: Paper): Paper => ({
  ...paper,
  foot: { ...paper.foot, label: [WORDS.line, ...paper.foot.label] },
});

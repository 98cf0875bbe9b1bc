import type { PaperHtml } from '#shared/documents/html/paper.html.ts';
import type { Paper } from '#shared/documents/paper.model.ts';

/*
 * 套打: the form is on the paper already, so only what was filled in is drawn, where it stands on the whole form.
 * An annex has no form of its own and is printed whole; so is what makes the paper this one: its number and code.
 */

const CSS = `
.part.main, .part.main * { visibility: hidden; }
.part.main [data-key], .part.main .tick .on { visibility: visible; }
/* Where a text goes on in the annex, or ends. */
.part.main .value p.rest, .part.main .value p:is(.center, .right, .body) > .font-hei { visibility: visible; }
`;

export const valuesOnly = ({ html, css }: PaperHtml): PaperHtml => ({ html, css: css + CSS });

/** Running heads and page numbers are on the form as well. */
export const withoutFrame = (paper: Paper): Paper => ({
  ...paper,
  parts: paper.parts.map(part => (part.page === 'annex' ? part : { ...part, running: null })),
  foot: { ...paper.foot, pages: paper.foot.pages === 'x-of-y' ? 'none' : paper.foot.pages },
});

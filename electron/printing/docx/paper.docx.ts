import { createHash } from 'node:crypto';
import { Document, Packer, PageOrientation, type ISectionOptions } from 'docx';
import { fit } from '#shared/documents/fit/fit.ts';
import { bundledFonts } from '#shared/documents/metrics/font-metrics.ts';
import { withPaperHash } from '#shared/documents/paper.hash.ts';
import type { FontMetrics, Paper, Part } from '#shared/documents/paper.model.ts';
import { partDocx } from './blocks.docx.ts';
import { hasSides, marginsOf } from './margins.docx.ts';
import { packageFiles } from './package.docx.ts';
import { settingOf, type Setting } from './sheet.docx.ts';

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Word has fonts of its own, so nothing that was entered is replaced by 〓. */
const WORD_FONTS: FontMetrics = { ...bundledFonts, covers: () => true, draws: () => true };

function sectionOf(part: Part, index: number, setting: Setting): ISectionOptions {
  const { page } = setting;
  const { distances, titlePage, headers, footers } = marginsOf(part, index === 0, setting);
  const across = page.width > page.height;
  return {
    properties: {
      titlePage,
      page: {
        // The library turns a page that lies.
        size: across
          ? { width: page.height, height: page.width, orientation: PageOrientation.LANDSCAPE }
          : { width: page.width, height: page.height },
        margin: { top: page.top, right: page.right, bottom: page.bottom, left: page.left, ...distances },
      },
    },
    headers,
    footers,
    children: [...partDocx(part, setting)],
  };
}

/**
 * A paper as a Word file, for offices that must edit it: real tables, every number as text. It is cut into form and
 * annex as the printed one. The same paper yields the same files; only the times of the zip archive differ.
 */
export async function paperDocx(source: Paper): Promise<Uint8Array> {
  const { paper } = fit(withPaperHash(source, sha256Hex), WORD_FONTS);
  const setting = settingOf(paper);
  const document = new Document({
    title: paper.title,
    compatabilityModeVersion: 15,
    evenAndOddHeaderAndFooters: hasSides(setting),
    sections: paper.parts.map((part, index) => sectionOf(part, index, setting)),
  });
  return new Uint8Array(await Packer.toArrayBuffer(document, undefined, packageFiles(paper, setting.type)));
}

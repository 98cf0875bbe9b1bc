import type { FontMetrics, Paper } from './paper.model.ts';

/** A font a paper is drawn with, as resources/papers/paper.css declares it. */
export interface PaperFont {
  /** As `document.fonts.load` takes it. */
  readonly font: string;
  readonly file: string;
  /** Characters of the paper it draws. */
  readonly sample: string;
}

const face = (font: string, file: string, sample: string): PaperFont => ({ font, file, sample });

/**
 * The fonts a paper needs. They are loaded by name before it is printed: Chromium does not wait for a font that
 * is used in margin boxes only, and would draw those with a font of the system.
 */
export function fontsOf(paper: Paper, metrics: FontMetrics): readonly PaperFont[] {
  const rare = [...new Set(JSON.stringify([paper.parts, paper.foot]))]
    .filter(char => char > '~' && !metrics.covers(char))
    .join('');
  const fonts = [
    face('12pt "PD Fang"', 'FandolFang-Regular.woff2', '第页'),
    face('12pt "PD Hei"', 'FandolHei-Regular.woff2', '附页'),
    face('900 22pt "PD Song"', 'NotoSerifSC-900.woff2', '书'),
    face('12pt "PD Marks"', 'PhoenixMarks.woff2', '☐☑＿'),
  ];
  const source = JSON.stringify(paper.parts);
  if (/"(font":"kai|style":"heading2)"/.test(source))
    fonts.push(face('12pt "PD Kai"', 'FandolKai-Regular.woff2', '楷'));
  if (rare !== '') fonts.push(face('12pt "PD Wen"', 'LXGWWenKai-Light.woff2', rare));
  if (paper.foot.qr) fonts.push(face('4px "PD QR"', 'PhoenixQR.woff2', '\u2000\u2001\u2002\u2003'));
  return fonts;
}

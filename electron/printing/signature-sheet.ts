import { writtenDateTime } from '#shared/calendar/chinese-date.ts';
import { escapeHtml } from '#shared/documents/html/escape.ts';
import { bundledFonts } from '#shared/documents/metrics/font-metrics.ts';
import { printedText } from '#shared/documents/print-text.ts';
import type { SignatureSheet } from '#shared/signing/signature-sheet.ts';
import { FIELD_WIDTH, inkLines, type Strokes } from '#shared/signing/strokes.ts';
import type { PlainSheet } from './plain-sheet.ts';

/** 64 figures in a row cannot be compared by eye. */
const GROUP = /.{8}(?=.)/g;

const drawn = (text: string): string => printedText(text, bundledFonts).text;
const row = (label: string, value: string, css = ''): string =>
  `<tr><th>${label}</th><td class="${css}">${escapeHtml(drawn(value))}</td></tr>`;

function inkSvg({ height, strokes }: Strokes): string {
  const lines = strokes.flatMap(inkLines).map(({ d, width }) => `<path d="${d}" stroke-width="${width}"/>`);
  return `<svg viewBox="0 0 ${FIELD_WIDTH} ${height}">${lines.join('')}</svg>`;
}

function signatureHtml(
  { place, signer, at, by }: SignatureSheet['signatures'][number],
  strokes: Strokes | undefined,
): string {
  return `<table class="signed"><tbody>
${row('签在', place)}
${row('签字人', signer)}
${row('时间', `${writtenDateTime(at, 'zh-CN')}，${by}经手`)}
<tr><th>签字</th><td>${strokes ? inkSvg(strokes) : ''}</td></tr>
</tbody></table>`;
}

/** 签字页: which file was signed, and every signature with whose it is and when it was given. */
export function signatureSheet(
  sheet: SignatureSheet,
  strokesOf: (image: string) => Strokes | undefined,
): PlainSheet {
  const { office, paper, form, number, pages, mark, sha256, complete, signatures } = sheet;
  const body = `<h1>签字页</h1>
<table class="about"><tbody>
${row('单位', office)}
${row('文书', `《${paper}》${form}`)}
${row('编号', number)}
${row('页数', `共 ${pages} 页，不含本页`)}
${row('页脚短码', mark)}
${row('原件校验码', sha256.replace(GROUP, '$& '), 'hash')}
</tbody></table>
<p>签字人在屏幕上看过前面这 ${pages} 页再签的字。签字只对校验码（SHA-256）是上面这一串的那个 PDF 文件有效；内容改过、重新排过的，要重新签。</p>
${complete ? '' : '<p>该签的还没有签齐。</p>'}
${signatures.map(each => signatureHtml(each, strokesOf(each.image))).join('\n')}
<p class="end">以下空白</p>`;
  return {
    body,
    text: drawn(
      [office, paper, number, ...signatures.flatMap(each => [each.place, each.signer, each.by])].join(''),
    ),
    css: `@page { size: 210mm 297mm; margin: 25mm 26mm 28mm 28mm;
  @top-right { content: "${mark}"; font: 9pt/4mm "PD Fang"; }
  @bottom-center { content: "签字页"; font: 10.5pt/5mm "PD Fang"; vertical-align: top; padding-top: 4mm; } }
table { width: calc(100% - 2px); margin: 0 1px 4mm; table-layout: fixed; border: 2px solid; border-collapse: collapse; }
th, td { padding: 1.2mm 2mm; border: 1px solid; text-align: left; vertical-align: middle; font-weight: 400; }
th { width: 24mm; text-align: center; }
.hash { font-size: 10.5pt; }
.signed { margin-top: 4mm; break-inside: avoid; }
.end { text-align: center; }
svg { display: block; width: 90mm; max-height: 40mm; }
path { fill: none; stroke: #000; stroke-linecap: round; stroke-linejoin: round; }
`,
  };
}

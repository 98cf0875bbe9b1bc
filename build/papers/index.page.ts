import { escapeHtml } from '#shared/documents/html/escape.ts';
import type { Fill } from './fill.values.ts';

/** A line of the list: what was printed, where it lies and what is wrong with it. */
export interface PaperEntry {
  readonly pack: string;
  readonly packName: string;
  readonly form: string;
  readonly name: string;
  readonly fill: Fill;
  readonly pages: number;
  readonly faults: readonly string[];
  readonly remarks: readonly string[];
  readonly ms: number;
  /** Relative to the folder of the list; left out where nothing could be printed. */
  readonly file?: string;
  readonly thumbnails: readonly string[];
}

export interface PapersReport {
  readonly entries: readonly PaperEntry[];
  /** How many were to be printed: more than there are entries where it was stopped. */
  readonly wanted: number;
  /** Poppler was there: pages have pictures, and frames, ink and page codes were looked at. */
  readonly pictures: boolean;
}

export const FILL_WORDS: Readonly<Record<Fill, string>> = {
  sample: '试填',
  long: '超长',
  blank: '空表',
};

const STYLE = `
body { margin: 2rem; font: 16px/1.5 sans-serif; color: #222; }
h2 { margin-top: 2.5rem; }
section { border-top: 1px solid #ccc; padding: .75rem 0; }
section.bad { border-left: 6px solid #c00; padding-left: .75rem; }
h3 { margin: 0 0 .25rem; font-size: 1rem; }
ul { margin: .25rem 0; color: #a00000; }
ul.remarks { color: #555; }
.pages { display: flex; flex-wrap: wrap; gap: .5rem; }
.pages img { border: 1px solid #bbb; height: 300px; }
`;

const list = (items: readonly string[], kind = ''): string =>
  items.length === 0 ? '' : `<ul${kind}>${items.map(item => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;

function entryHtml(entry: PaperEntry): string {
  const { form, name, fill, pages, faults, remarks, file, thumbnails } = entry;
  const words = `${form} ${name} · ${FILL_WORDS[fill]} · ${pages} 页`;
  const link =
    file === undefined ? escapeHtml(words) : `<a href="${escapeHtml(file)}">${escapeHtml(words)}</a>`;
  const pictures = thumbnails.map(
    (picture, index) =>
      `<img src="${escapeHtml(picture)}" alt="${escapeHtml(`${form} 第 ${index + 1} 页`)}" loading="lazy">`,
  );
  return `<section${faults.length > 0 ? ' class="bad"' : ''}><h3>${link}</h3>${list(faults)}${list(
    remarks,
    ' class="remarks"',
  )}<div class="pages">${pictures.join('')}</div></section>`;
}

export const NO_POPPLER =
  '这台机器没有 Poppler（pdftoppm），所以没有缩略图，也没有核对边框、版心外的墨迹和二维码。';

/** The list of a run, to be opened in a browser: it loads nothing but the pictures beside it. */
export function indexPage({ entries, wanted, pictures }: PapersReport): string {
  const bad = entries.filter(({ faults }) => faults.length > 0);
  const pages = entries.reduce((sum, entry) => sum + entry.pages, 0);
  const packs = [...new Set(entries.map(({ pack }) => pack))];
  const body = packs.map(pack => {
    const own = entries.filter(entry => entry.pack === pack);
    return `<h2>${escapeHtml(`${pack} ${own[0]?.packName ?? ''}`)}</h2>${own.map(entryHtml).join('')}`;
  });
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    `<title>表单打样</title><style>${STYLE}</style></head><body><h1>表单打样</h1>`,
    `<p>${entries.length} 份，${pages} 页，${bad.length} 份有问题。</p>`,
    entries.length < wanted ? `<p>中途停了：要打 ${wanted} 份，这里是已经打好的。</p>` : '',
    pictures ? '' : `<p>${NO_POPPLER}</p>`,
    ...body,
    '</body></html>\n',
  ].join('\n');
}

import { fromBufferPromise } from 'yauzl';
import { fit } from '#shared/documents/fit/fit.ts';
import { bundledFonts } from '#shared/documents/metrics/font-metrics.ts';
import type { Block, Paper, Run } from '#shared/documents/paper.model.ts';
import { wholeRows } from '../docx/whole-rows.docx.ts';

/*
 * What is wrong with a Word file, found by other programs than the one that wrote it: yauzl unpacks, the parser of
 * the test's DOM reads. Runs where there is a DOMParser.
 */

export type DocxFiles = ReadonlyMap<string, string>;

/** The files of the package by their paths; pictures as Latin-1. */
export async function unpackDocx(docx: Uint8Array): Promise<DocxFiles> {
  const zip = await fromBufferPromise(Buffer.from(docx));
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    files.set(
      entry.fileName,
      Buffer.concat(chunks).toString(/\.(xml|rels)$/.test(entry.fileName) ? 'utf8' : 'latin1'),
    );
  }
  return files;
}

export const parseXml = (xml: string): Document => new DOMParser().parseFromString(xml, 'application/xml');

const elements = (parent: Document | Element, name: string): readonly Element[] => [
  ...parent.getElementsByTagName(name),
];
const childrenOf = (parent: Element, name: string): readonly Element[] =>
  [...parent.children].filter(child => child.tagName === name);
const number = (element: Element | undefined, attribute: string): number =>
  Number(element?.getAttribute(attribute) ?? Number.NaN);

/** Every part is there that another names, and every one is XML. */
export function packageFaults(files: DocxFiles): readonly string[] {
  const faults: string[] = [];
  for (const [path, data] of files) {
    if (!/\.(xml|rels)$/.test(path)) continue;
    if (parseXml(data).getElementsByTagName('parsererror').length > 0) faults.push(`${path} is not XML`);
  }
  for (const override of elements(parseXml(files.get('[Content_Types].xml') ?? ''), 'Override')) {
    const part = override.getAttribute('PartName')?.slice(1) ?? '';
    if (!files.has(part)) faults.push(`content types name ${part}, which is not there`);
  }
  for (const [path, data] of files) {
    const found = /^(.*?)_rels\/[^/]*\.rels$/.exec(path);
    if (!found) continue;
    for (const relation of elements(parseXml(data), 'Relationship')) {
      const target = relation.getAttribute('Target') ?? '';
      const part = target.startsWith('/') ? target.slice(1) : `${found[1] ?? ''}${target}`;
      if (!files.has(part)) faults.push(`${path} names ${part}, which is not there`);
    }
  }
  return faults;
}

const FACES = ['仿宋', '楷体', '黑体', '宋体', 'Segoe UI Symbol'];

/** Without an East Asian font of its own Word sets a run in whatever the template of the office says. */
export function fontFaults(files: DocxFiles): readonly string[] {
  return [...files]
    .filter(([path]) => /^word\/(document|header\d+|footer\d+)\.xml$/.test(path))
    .flatMap(([path, data]) =>
      elements(parseXml(data), 'w:r').flatMap(run => {
        const face = elements(run, 'w:rFonts')[0]?.getAttribute('w:eastAsia') ?? '';
        const drawn = elements(run, 'w:t').length > 0;
        return drawn && !FACES.includes(face) ? [`${path}: font ${face || 'left out'}`] : [];
      }),
    );
}

/** Columns add up to the type area, and the cells of every row to the columns. */
export function tableFaults(files: DocxFiles): readonly string[] {
  const document = parseXml(files.get('word/document.xml') ?? '');
  const page = elements(document, 'w:pgSz')[0];
  const margin = elements(document, 'w:pgMar')[0];
  const area = number(page, 'w:w') - number(margin, 'w:left') - number(margin, 'w:right');
  return elements(document, 'w:tbl').flatMap((table, index) => {
    const grid = elements(table, 'w:gridCol').map(column => number(column, 'w:w'));
    const sum = grid.reduce((a, b) => a + b, 0);
    const rows = childrenOf(table, 'w:tr').flatMap((row, at) => {
      const spans = childrenOf(row, 'w:tc').map(cell => {
        const span = elements(cell, 'w:gridSpan')[0];
        return span ? number(span, 'w:val') : 1;
      });
      const columns = spans.reduce((a, b) => a + b, 0);
      return columns === grid.length
        ? []
        : [`table ${index} row ${at}: ${columns} of ${grid.length} columns`];
    });
    return [...(sum === area ? [] : [`table ${index} is ${sum} wide, the type area ${area}`]), ...rows];
  });
}

const runsOfBlock = (block: Block): readonly Run[] => {
  switch (block.kind) {
    case 'para':
      return block.runs;
    case 'line':
      return [...block.left, ...block.right];
    case 'table':
      return [...block.head, ...wholeRows(block.rows)].flatMap(({ cells }) =>
        cells.flatMap(({ content }) =>
          content.flatMap(item => (item.kind === 'para' ? item.runs : [...item.label, ...(item.date ?? [])])),
        ),
      );
    case 'grounds':
      return block.items.map(({ no, text }) => ({ kind: 'text', text: no + text }));
    case 'signatures':
      return block.items.flatMap(({ label, date }) => [...label, ...(date ?? [])]);
    case 'closing':
      return [...block.unit, ...block.date];
    case 'notes':
      return block.items.map(text => ({ kind: 'text', text }));
  }
};

const squeezed = (text: string): string => text.replace(/\s/gu, '');

const wordsOf = (run: Run): string => (run.kind === 'blank' ? '＿'.repeat(run.em) : run.text);

/** Every text of the paper, and so every value, stands in the text of the document in its order. */
export function textFaults(files: DocxFiles, source: Paper): readonly string[] {
  const { paper } = fit(source, { ...bundledFonts, covers: () => true, draws: () => true });
  const text = squeezed(
    elements(parseXml(files.get('word/document.xml') ?? ''), 'w:t')
      .map(({ textContent }) => textContent)
      .join(''),
  );
  let from = 0;
  return paper.parts
    .flatMap(({ blocks }) => blocks.flatMap(runsOfBlock))
    .flatMap(run => {
      const words = squeezed(wordsOf(run));
      const at = text.indexOf(words, from);
      if (at < 0) return [`lacks ${run.kind === 'value' ? `${run.key} ` : ''}${words.slice(0, 40)}`];
      from = at + words.length;
      return [];
    });
}

export const docxFaults = (files: DocxFiles, paper: Paper): readonly string[] => [
  ...packageFaults(files),
  ...fontFaults(files),
  ...tableFaults(files),
  ...textFaults(files, paper),
];

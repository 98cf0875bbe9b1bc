import type { Block, Paper, Part, SignSpace } from '#shared/documents/paper.model.ts';
import { paperWords } from '#shared/documents/paper.words.ts';
import { headWords, wordsOf } from './head-checks.ts';
import { bare, bodyBoxes, linesOf } from './page-checks.ts';
import type { InspectedPdf, TextBox } from './pdf-inspect.ts';

/* What must not be by itself on a page: a title, a heading, a signature. */

const HEADINGS: readonly string[] = ['title', 'number', 'addressee', 'heading1', 'heading2'];

const leads = (block: Block): boolean =>
  block.kind === 'line' || (block.kind === 'para' && HEADINGS.includes(block.style));

/** Rules to write on are no text of their own. */
const written = (text: string): string => bare(text).replaceAll('＿', '');

const textOf = (part: unknown): string => written(wordsOf(part));

/** What stands over the first table or text of a part, or over that of its annex; null where there is nothing else. */
function leadOf({ blocks, tag }: Part, paper: Paper): string | null {
  const end = blocks.findIndex(block => !leads(block));
  if (end < 0) return null;
  return [paperWords(paper.lang).annexTag, tag ?? '', blocks.slice(0, end), paper.annex?.line ?? null]
    .map(piece => (typeof piece === 'string' ? written(piece) : textOf(piece)))
    .join('');
}

const isOnly = (boxes: readonly TextBox[], text: string): boolean =>
  boxes.length > 0 && boxes.every(box => text.includes(written(box.text)));

/** Headings of which something follows in the same part. */
const headingsOf = ({ blocks }: Part): readonly string[] =>
  blocks
    .slice(0, -1)
    .filter(leads)
    .map(textOf)
    .filter(text => text.length > 1);

export function titleFaults({ pages }: InspectedPdf, paper: Paper): readonly string[] {
  const leadTexts = paper.parts.flatMap(part => leadOf(part, paper) ?? []);
  const headings = paper.parts.flatMap(headingsOf);
  return pages.flatMap((page, index) => {
    const body = bodyBoxes(page, paper);
    if (leadTexts.some(text => isOnly(body, text))) return [`page ${index + 1}: title alone`];
    const last = written(linesOf(body).at(-1) ?? '');
    return index < pages.length - 1 && headings.includes(last)
      ? [`page ${index + 1}: ends with a heading: ${last}`]
      : [];
  });
}

function signSpaces(part: unknown): readonly SignSpace[] {
  if (Array.isArray(part)) return part.flatMap(signSpaces);
  if (part === null || typeof part !== 'object') return [];
  if ('kind' in part && part.kind === 'sign') return [part as SignSpace];
  return Object.values(part).flatMap(signSpaces);
}

/** A shorter label may stand in any text. */
const LEAST_LABEL = 3;
/** So many characters before a signature say nothing. */
const LEAST_BEFORE = 8;

const positions = (text: string, sought: readonly string[]): readonly number[] =>
  sought.map(each => text.indexOf(each)).filter(at => at >= 0);

/** A page has something of what is signed on it. */
export function signatureFaults({ pages }: InspectedPdf, paper: Paper): readonly string[] {
  const labels = signSpaces([paper.parts, paper.annex?.signatures ?? []])
    .map(({ label }) => textOf(label))
    .filter(label => label.length >= LEAST_LABEL);
  const { item, continuation } = paperWords(paper.lang);
  const heads = [...headWords(paper), bare(item), bare(continuation)];
  return pages.flatMap((page, index) => {
    const body = bodyBoxes(page, paper).toSorted((a, b) => a.top - b.top);
    const under = body.slice(body.findIndex(box => !heads.some(head => head.includes(bare(box.text)))));
    const text = linesOf(under).join('').replaceAll('＿', '');
    const first = Math.min(...positions(text, labels));
    return index > 0 && first < LEAST_BEFORE ? [`page ${index + 1}: signature alone`] : [];
  });
}

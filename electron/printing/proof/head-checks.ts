import type { Paper, Table } from '#shared/documents/paper.model.ts';
import type { InspectedPdf } from './pdf-inspect.ts';

const bare = (text: string): string => text.replace(/\s/g, '');

export const wordsOf = (part: unknown): string => {
  if (Array.isArray(part)) return part.map(wordsOf).join('');
  if (part === null || typeof part !== 'object') return '';
  const { kind, text } = part as Readonly<Record<string, unknown>>;
  if ((kind === 'text' || kind === 'value') && typeof text === 'string') return text;
  return Object.values(part).map(wordsOf).join('');
};

/** What may stand under a table on its last page: notes, signatures, or the rule to sign on. */
const AFTER = /^(?:注：|Note:|[^：:]{0,20}[（(]?(?:签|章|Sign|sign|填表)|＿)/;

const cellsOf = ({ head }: Table): readonly string[] =>
  head.flatMap(({ cells }) => cells.map(cell => bare(wordsOf(cell.content)))).filter(text => text !== '');

/** What the heads of the tables of a paper say, which are repeated on every page. */
export const headWords = (paper: Paper): readonly string[] =>
  paper.parts.flatMap(({ blocks }) =>
    blocks.flatMap(block => (block.kind === 'table' ? cellsOf(block) : [])),
  );

/**
 * The head of a table is repeated only over rows of it. A last row with nothing in it cannot be told from none, so
 * tables that end with rows to write on are left out.
 */
export function headFaults({ pages }: InspectedPdf, paper: Paper): readonly string[] {
  const tables = paper.parts.flatMap(({ blocks }) =>
    blocks.filter((block): block is Table => block.kind === 'table' && block.head.length > 0),
  );
  const [top, , bottom] = paper.margins;
  return pages.flatMap((page, index) => {
    if (index === 0) return [];
    const body = page.boxes
      .filter(box => box.top > top - 1 && box.bottom < page.height - bottom + 1)
      .toSorted((a, b) => a.top - b.top || a.left - b.left);
    const alone = tables.some(table => {
      const head = cellsOf(table);
      if (head.length === 0 || wordsOf(table.rows.at(-1)) === '') return false;
      const isHead = (text: string): boolean => head.some(cell => cell.includes(bare(text)));
      const first = body.findIndex(({ text }) => !isHead(text));
      const begun = first < 0 ? body : body.slice(0, first);
      const after = first < 0 ? '' : (body[first]?.text ?? '');
      return begun.length >= head.length && (after === '' || AFTER.test(bare(after)));
    });
    return alone ? [`page ${index + 1}: head of a table without a row`] : [];
  });
}

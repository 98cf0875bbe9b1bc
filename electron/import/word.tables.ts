import { LONGEST_CELL, MOST_IMPORT_ROWS } from '#shared/import/import.file.ts';
import { MOST_COLUMNS } from '#shared/import/import.mapping.ts';
import { attributeOf, wordTokens, type WordToken } from './word.xml.ts';

export interface WordTable {
  /** The line that stands above it, or else its first cells. */
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** So that a table that is made to be endless is not kept: one more than is read of either. */
const MOST_ROWS = MOST_IMPORT_ROWS + 1;
const MOST_CELLS = MOST_COLUMNS + 1;
const LONGEST_NAME = 30;

interface Cell {
  text: string;
  span: number;
  /** What is merged with the cell above says nothing itself. */
  goesOn: boolean;
}

/** What was taken out while changes were tracked, and what stands a second time for older programs. */
const NOT_READ: ReadonlySet<string> = new Set(['moveFrom', 'Fallback']);
/** Behind these a new line begins. */
const LINES: ReadonlySet<string> = new Set(['br', 'cr']);

const countOf = (attributes: string): number => {
  const value = Number(attributeOf(attributes, 'val') ?? '1');
  return Number.isInteger(value) && value > 0 ? Math.min(value, MOST_CELLS) : 1;
};

/** Fills a row from its cells: what is merged holds for each of its columns and rows, as in a sheet. */
function rowOf(
  cells: readonly Cell[],
  before: number,
  above: readonly string[] | undefined,
): readonly string[] {
  const row: string[] = Array.from({ length: Math.min(before, MOST_CELLS) }, () => '');
  for (const { text, span, goesOn } of cells)
    for (let n = 0; n < span && row.length < MOST_CELLS; n++)
      row.push(goesOn ? (above?.[row.length] ?? '') : text.trim());
  return row;
}

class Reader {
  readonly tables: WordTable[] = [];
  private line = '';
  private lastLine = '';
  private rows: (readonly string[])[] = [];
  private cells: Cell[] = [];
  private cell: Cell | undefined;
  private before = 0;
  /** A table within a cell is text of that cell. */
  private depth = 0;
  private hidden = 0;
  private isText = false;

  take(token: WordToken): void {
    if (token.kind === 'text') this.say(this.isText ? token.text : '');
    else if (NOT_READ.has(token.name)) this.hide(token);
    else if (token.kind === 'close') this.close(token.name);
    else {
      this.open(token.name, token.attributes);
      if (token.closed) this.close(token.name);
    }
  }

  private hide(token: Exclude<WordToken, { kind: 'text' }>): void {
    if (token.kind === 'close') this.hidden--;
    else if (!token.closed) this.hidden++;
  }

  private say(text: string): void {
    if (text === '' || this.hidden > 0) return;
    if (!this.cell) this.line = (this.line + text).slice(0, LONGEST_CELL);
    else if (this.cell.text.length < LONGEST_CELL)
      this.cell.text = (this.cell.text + text).slice(0, LONGEST_CELL);
  }

  private open(name: string, attributes: string): void {
    const { cell } = this;
    if (name === 'tbl') this.depth++;
    else if (name === 'tr' && this.depth === 1) [this.cells, this.before] = [[], 0];
    else if (name === 'tc' && this.depth === 1) this.cell = { text: '', span: 1, goesOn: false };
    else if (name === 'gridBefore' && this.depth === 1) this.before = countOf(attributes);
    else if (name === 'gridSpan' && cell && this.depth === 1) cell.span = countOf(attributes);
    else if (name === 'vMerge' && cell && this.depth === 1)
      cell.goesOn = attributeOf(attributes, 'val') !== 'restart';
    else if (name === 't') this.isText = true;
    else if (LINES.has(name)) this.say('\n');
    else if (name === 'tab' && attributes === '') this.say(' ');
  }

  private close(name: string): void {
    if (name === 't') this.isText = false;
    else if (name === 'p') this.endParagraph();
    else if (name === 'tc' && this.depth === 1) {
      if (this.cell && this.cells.length < MOST_CELLS) this.cells.push(this.cell);
      this.cell = undefined;
    } else if (name === 'tr' && this.depth === 1) {
      if (this.rows.length < MOST_ROWS) this.rows.push(rowOf(this.cells, this.before, this.rows.at(-1)));
    } else if (name === 'tbl' && --this.depth === 0) this.endTable();
  }

  private endParagraph(): void {
    if (this.cell) this.say('\n');
    else {
      if (this.line.trim() !== '') this.lastLine = this.line.trim();
      this.line = '';
    }
  }

  private endTable(): void {
    const name = this.lastLine || (this.rows[0] ?? []).join(' ');
    if (this.rows.length > 0)
      this.tables.push({
        name: `${this.tables.length + 1}. ${name.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME)}`,
        rows: this.rows,
      });
    [this.rows, this.lastLine] = [[], ''];
  }
}

/** The tables of `word/document.xml` in their order. Throws where it is no document of Word. */
export function wordTables(xml: string): readonly WordTable[] {
  const reader = new Reader();
  for (const token of wordTokens(xml)) reader.take(token);
  return reader.tables;
}

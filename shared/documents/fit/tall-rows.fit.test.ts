import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundledFonts } from '../metrics/font-metrics.ts';
import {
  headCell,
  labelCell,
  line,
  notes,
  paper,
  part,
  row,
  signatures,
  signCell,
  signSpace,
  table,
  value,
  valueCell,
} from '../paper.build.ts';
import type { Block, Paper, Row, Table } from '../paper.model.ts';
import { splitTallRows } from './tall-rows.fit.ts';

const TALL = '反映电梯停运，物业企业未予书面答复。'.repeat(20);

const entry = (matter: string, id = 'a'): Row =>
  row([valueCell(value(`${id}.number`, '1')), valueCell(value(`${id}.matter`, matter)), valueCell('')]);

const book = (rows: readonly Row[], after: readonly Block[] = []): Paper =>
  paper('register', {
    id: 'A',
    title: '登记簿',
    parts: [
      part([
        table([20, 60, 177], rows, { head: [row(['编号', '内容', '备注'].map(each => headCell(each)))] }),
        ...after,
      ]),
    ],
  });

function rowsOf(source: Paper): readonly Row[] {
  const [first] = source.parts;
  const found = first && splitTallRows(source, first, bundledFonts).blocks[0];
  if (found?.kind !== 'table') throw new Error('no table');
  return (found satisfies Table).rows;
}

const shape = (rows: readonly Row[]): readonly string[] =>
  rows.map(({ split, open }) => `${split ? 'breaks' : 'whole'}${open ? ` open at the ${open}` : ''}`);

const textOf = (rows: readonly Row[], key: string): string =>
  rows
    .flatMap(({ cells }) => cells.flatMap(({ content }) => content))
    .flatMap(each => (each.kind === 'para' ? each.runs : []))
    .map(run => (run.kind === 'value' && run.key === key ? run.text : ''))
    .join('');

describe('a tall row of a table', () => {
  it('breaks over pages, also where it is the last; a short one does not', () => {
    expect(shape(rowsOf(book([entry('短'), entry(TALL), entry('短'), entry(TALL)])))).toEqual([
      'whole',
      'breaks',
      'whole',
      'breaks',
    ]);
    expect(shape(rowsOf(book([entry(TALL)], [line('共 1 件', '')])))).toEqual(['breaks']);
  });

  it('stays whole where notes or signatures under the table take it along', () => {
    expect(shape(rowsOf(book([entry(TALL)], [notes(['说明'])])))).toEqual(['whole']);
    expect(shape(rowsOf(book([entry(TALL)], [signatures(2, [signSpace('经办人')])])))).toEqual(['whole']);
  });

  const signed = (cells: Row['cells'], group?: string): readonly Row[] =>
    rowsOf(
      book([
        row(cells, group === undefined ? {} : { group }),
        row([signCell([signSpace('经办人（签字）：')], { cols: 3 })], { sign: true }),
      ]),
    );

  it('gives its last lines to the signature under it', () => {
    const rows = signed([labelCell('事实'), valueCell(value('facts', TALL)), valueCell('短')]);
    expect(shape(rows)).toEqual(['breaks open at the bottom', 'whole open at the top', 'whole']);
    expect(textOf(rows, 'facts')).toBe(TALL);
    expect(textOf(rows.slice(1), 'facts').length).toBeGreaterThan(20);
    expect(textOf(rows.slice(1), 'facts').length).toBeLessThan(60);
  });

  it('stays whole there where its lines cannot be counted one by one, and where it is one of a group', () => {
    const two = valueCell([value('a', TALL), value('b', TALL)]);
    expect(shape(signed([labelCell('事实'), two, valueCell('')]))).toEqual(['whole', 'whole']);
    const one = valueCell(value('a', TALL));
    expect(shape(signed([labelCell('事实'), one, valueCell('')], 'g'))).toEqual(['whole', 'whole']);
  });

  it('loses nothing where it is parted, and no character is cut in two', () => {
    const content = fc
      .array(fc.constantFrom(...Array.from('反映电梯𬭎停运，。（）A1 '), '\n', '2026-09-18'), {
        maxLength: 700,
      })
      .map(chars => chars.join(''));
    fc.assert(
      fc.property(content, content, (first, second) => {
        const rows = signed([labelCell('事实'), valueCell(value('a', first)), valueCell(value('b', second))]);
        expect(textOf(rows, 'a')).toBe(first);
        expect(textOf(rows, 'b')).toBe(second);
        for (const each of rows) expect(textOf([each], 'a')).not.toMatch(/[\uD800-\uDBFF]$/);
      }),
      { numRuns: 200 },
    );
  });
});

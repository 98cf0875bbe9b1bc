import { describe, expect, it } from 'vitest';
import { bundledFonts } from '../metrics/font-metrics.ts';
import {
  labelCell,
  longCell,
  paper,
  part,
  row,
  table,
  text,
  tick,
  value,
  valueCell,
} from '../paper.build.ts';
import type { Cell, Fitted, Run, Table } from '../paper.model.ts';
import { fit } from './fit.ts';

const LONG = '样本检测机构，'.repeat(30);
const named = (key: string, label: string, content = LONG): Run => ({ ...value(key, content), label });

/** A form whose page is full, with one cell of these runs. */
function fitted(runs: readonly Run[]): Fitted {
  const others = Array.from({ length: 22 }, (_, at) =>
    row([labelCell('栏目'), valueCell(value(`other_${at}`, '内容'), { cols: 3 })]),
  );
  return fit(
    paper('form', {
      id: 'A',
      title: '调查报告',
      parts: [
        part([
          table(
            [28, 50, 28, 50],
            [
              row([labelCell('名称'), valueCell(value('name', '样本')), labelCell('检测'), valueCell(runs)]),
              ...others,
              row([labelCell('事实'), longCell('事实', 'facts', '样本。', { cols: 3 })], { split: true }),
            ],
          ),
        ]),
      ],
    }),
    bundledFonts,
  );
}

const tableOf = ({ paper: { parts } }: Fitted, at: number): Table => {
  const found = parts[at]?.blocks.find(block => block.kind === 'table');
  if (found?.kind !== 'table') throw new Error('no table');
  return found;
};

const wordsOf = (cell: Cell | undefined): string =>
  (cell?.content ?? [])
    .flatMap(each => (each.kind === 'para' ? each.runs : []))
    .map(run => ('text' in run ? run.text : ''))
    .join('');

const cellOf = (from: Fitted): string => wordsOf(tableOf(from, 0).rows[0]?.cells[3]);

/** Label and text of each row of the annex. */
const annexOf = (from: Fitted): readonly (readonly string[])[] =>
  tableOf(from, 1).rows.map(({ cells }) => cells.map(wordsOf));

describe('a cell with several values, on a form whose page is full', () => {
  it('says once where they are, and each is in the annex under a label of its own', () => {
    const result = fitted([named('body', '检测机构'), text('　　'), named('report', '报告编号')]);
    expect(result.warnings).toEqual([]);
    expect(cellOf(result)).toBe('见附页（一）');
    expect(result.annexed).toEqual([
      { key: 'body', shown: 0 },
      { key: 'report', shown: 0 },
    ]);
    const annex = annexOf(result);
    expect(annex[0]).toEqual(['检测机构', expect.stringContaining(LONG)]);
    expect(annex.slice(1).map(([label]) => label)).toEqual(['报告编号', '']);
  });

  it('keeps what is short, and its boxes', () => {
    const short = fitted([named('body', '检测机构'), text('　　'), named('report', '报告编号', '样〔1〕')]);
    expect(cellOf(short)).toBe('见附页（一）　　样〔1〕');
    expect(short.annexed.map(({ key }) => key)).toEqual(['body']);
    const ticked = fitted([value('body', LONG), text('　　'), tick(true, '匿名')]);
    expect(cellOf(ticked)).toBe('见附页（一）　　匿名');
    expect(annexOf(ticked)[0]?.[0]).toBe('检测');
  });

  it('keeps values that have no label of their own: two of one name would be taken for each other', () => {
    const result = fitted([value('body', LONG), value('report', LONG)]);
    expect(result.annexed).toEqual([]);
    expect(cellOf(result)).toBe(LONG + LONG);
  });
});

import { describe, expect, it } from 'vitest';
import { bundledFonts } from '../metrics/font-metrics.ts';
import { headCell, notes, paper, part, row, table, titlePara, value, valueCell } from '../paper.build.ts';
import type { Paper, Table } from '../paper.model.ts';
import { fit } from './fit.ts';

function list(filled: number, empty: number): Paper {
  const cells = (content: string) => [valueCell(content === '' ? '' : value('k', content)), valueCell('')];
  const rows = [
    ...Array.from({ length: filled }, (_, index) => row(cells(`试填${index}`))),
    ...Array.from({ length: empty }, () => row(cells(''))),
  ];
  const head = [row([headCell('序号'), headCell('内容')])];
  return paper('register', {
    id: 'x',
    title: '登记簿',
    parts: [part([titlePara('登记簿'), table([1, 1], rows, { head }), notes(['由受理单位保管。'])])],
  });
}

const rowsOf = (fitted: Paper): Table['rows'] =>
  fitted.parts.flatMap(({ blocks }) => blocks.flatMap(block => (block.kind === 'table' ? block.rows : [])));

const fittedRows = (filled: number, empty: number): number =>
  rowsOf(fit(list(filled, empty), bundledFonts).paper).length;

describe('rows left to be written on', () => {
  it('are as many as one page has room for, however many the form asks for', () => {
    const most = fittedRows(0, 30);
    expect(most).toBeGreaterThan(8);
    expect(most).toBeLessThan(20);
    expect(fittedRows(0, 200)).toBe(most);
    expect(fittedRows(4, 26)).toBe(most);
  });

  it('stay as they are on a page that has room for them', () => {
    expect(fittedRows(2, 5)).toBe(7);
  });

  it('stay as well where the filled ones need another page without them', () => {
    expect(fittedRows(30, 6)).toBe(36);
  });
});

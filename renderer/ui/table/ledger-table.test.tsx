// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import {
  columnsFor,
  tracksOf,
  type LedgerColumn,
  type LedgerSort,
  type LedgerTicks,
} from './ledger.columns.ts';
import { LedgerTable } from './ledger-table.tsx';
import { useRowTicks } from './use-row-ticks.ts';

interface Row {
  readonly number: string;
  readonly matter: string;
}

const columns: readonly LedgerColumn<Row>[] = [
  {
    id: 'number',
    head: '编号',
    width: 10,
    cell: row => row.number,
    orders: { ascending: '先登记的在前', descending: '后登记的在前' },
  },
  { id: 'matter', head: '事由', width: 14, grows: true, cell: row => row.matter },
  { id: 'kind', head: '类别', width: 5, fold: 1, quiet: true, cell: () => '物业' },
  { id: 'by', head: '承办', width: 4.5, fold: 2, quiet: true, cell: () => '陈承办' },
];

const rowAt = (index: number): Row => ({ number: `第 ${index + 1} 号`, matter: '电梯停运' });

function Table({
  count = 100_000,
  opened = [],
  sorts = [],
  ticks,
  missing = -1,
  begin = 0,
  cameBackTo,
}: {
  readonly count?: number;
  readonly opened?: number[];
  readonly sorts?: LedgerSort[];
  readonly ticks?: LedgerTicks;
  readonly missing?: number;
  readonly begin?: number;
  readonly cameBackTo?: { readonly top: number };
}): ReactNode {
  const [current, setCurrent] = useState(begin);
  const [sort, setSort] = useState<LedgerSort>({ column: 'number', direction: 'ascending' });
  return (
    <LedgerTable
      label="案件"
      columns={columns}
      count={count}
      rowAt={index => (index === missing ? undefined : rowAt(index))}
      current={current}
      onCurrentChange={setCurrent}
      onOpen={index => opened.push(index)}
      ticks={ticks}
      cameBackTo={cameBackTo}
      sort={sort}
      onSort={next => {
        sorts.push(next);
        setSort(next);
      }}
    />
  );
}

const rowOf = (number: number): HTMLElement =>
  screen.getByRole('row', { name: new RegExp(`^第 ${number} 号`) });

describe('the ledger table', () => {
  it('tells how many rows there are and where each stands, and draws only those in sight', () => {
    renderUi(<Table />);
    const table = screen.getByRole('grid', { name: '案件' });
    expect(table.getAttribute('aria-rowcount')).toBe('100001');
    expect(within(table).getAllByRole('row').length).toBeLessThan(40);
    expect(rowOf(2).getAttribute('aria-rowindex')).toBe('3');
    expect(within(rowOf(2)).getAllByRole('gridcell')).toHaveLength(4);
  });

  it('is walked and opened by keys', async () => {
    const opened: number[] = [];
    renderUi(<Table count={12} opened={opened} />);
    act(() => rowOf(1).focus());
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    await waitFor(() => expect(document.activeElement).toBe(rowOf(2)));
    expect(rowOf(2).getAttribute('aria-current')).toBe('true');
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('{End}');
    await waitFor(() => expect(document.activeElement).toBe(rowOf(12)));
    await userEvent.keyboard('{ArrowDown}{Enter}{Home}');
    await waitFor(() => expect(document.activeElement).toBe(rowOf(1)));
    expect(opened).toEqual([1, 11]);
  });

  it('reaches the far end of a hundred thousand rows and keeps the row one is at', async () => {
    renderUi(<Table />);
    act(() => rowOf(1).focus());
    await userEvent.keyboard('{End}');
    await waitFor(() => expect(document.activeElement).toBe(rowOf(100_000)));
  });

  it('is one stop of the Tab key', () => {
    renderUi(<Table count={5} />);
    expect(screen.getAllByRole('row').filter(row => row.tabIndex === 0)).toEqual([rowOf(1)]);
  });

  it('names its order in words and turns it round', async () => {
    const sorts: LedgerSort[] = [];
    renderUi(<Table sorts={sorts} />);
    expect(screen.getByRole('columnheader', { name: '编号 先登记的在前' }).getAttribute('aria-sort')).toBe(
      'ascending',
    );
    await userEvent.click(screen.getByRole('button', { name: '编号 先登记的在前' }));
    expect(sorts).toEqual([{ column: 'number', direction: 'descending' }]);
    expect(screen.getByRole('button', { name: '编号 后登记的在前' })).toBeTruthy();
  });

  it('opens on a double click and merely goes there on one', async () => {
    const opened: number[] = [];
    renderUi(<Table count={5} opened={opened} />);
    await userEvent.click(screen.getByText('第 3 号'));
    expect(opened).toEqual([]);
    expect(rowOf(3).getAttribute('aria-current')).toBe('true');
    await userEvent.dblClick(screen.getByText('第 4 号'));
    expect(opened).toEqual([3]);
  });

  it('ticks the row one is at with the space bar, and all with one box', async () => {
    const ticked: number[] = [];
    let all = 0;
    const ticks: LedgerTicks = {
      isTicked: index => index === 1,
      onTick: index => ticked.push(index),
      all: false,
      onTickAll: () => (all += 1),
    };
    renderUi(<Table count={5} ticks={ticks} />);
    const boxes = screen.getAllByRole<HTMLInputElement>('checkbox', { name: '选中这一行' });
    expect(boxes.map(box => box.checked)).toEqual([false, true, false, false, false]);
    const first = screen.getAllByRole('row')[1];
    act(() => first?.focus());
    await userEvent.keyboard(' ');
    await userEvent.click(screen.getByRole('checkbox', { name: '全部选中' }));
    expect([ticked, all]).toEqual([[0], 1]);
  });

  it('ticks on with shift and an arrow, and all of them by one key, from a row alone', async () => {
    const extended: (readonly [number, number])[] = [];
    let all = 0;
    const ticks: LedgerTicks = {
      isTicked: () => false,
      onTick: () => undefined,
      all: false,
      onTickAll: () => (all += 1),
      onExtend: (from, to) => extended.push([from, to]),
    };
    renderUi(<Table count={3} ticks={ticks} />);
    act(() => screen.getAllByRole('row')[1]?.focus());
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowUp}{/Shift}');
    await userEvent.keyboard('{Control>}a{/Control}');
    expect([extended, all]).toEqual([
      [
        [0, 1],
        [1, 2],
        [2, 1],
      ],
      1,
    ]);
  });

  it('chooses all of a hundred thousand rows by one key, and says of each that it is chosen', async () => {
    const keys = Array.from({ length: 100_000 }, (_, index) => String(index));
    const itself = (key: string): string => key;
    let chosen = 0;
    function Choosing(): ReactNode {
      const { rows, ticks } = useRowTicks(keys, itself);
      chosen = rows.length;
      return <Table ticks={ticks} />;
    }
    renderUi(<Choosing />);
    const selected = (): (string | null)[] =>
      screen
        .getAllByRole('row')
        .slice(1)
        .map(row => row.getAttribute('aria-selected'));
    act(() => screen.getAllByRole('row')[1]?.focus());
    await userEvent.keyboard(' {Shift>}{ArrowDown}{/Shift}');
    expect([chosen, selected().slice(0, 3)]).toEqual([2, ['true', 'true', 'false']]);
    await userEvent.keyboard('{Control>}a{/Control}');
    expect([chosen, new Set(selected())]).toEqual([100_000, new Set(['true'])]);
    await userEvent.keyboard('{End}');
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-rowindex')).toBe('100001'));
    expect(document.activeElement?.getAttribute('aria-selected')).toBe('true');
    await userEvent.keyboard(' ');
    expect(chosen).toBe(99_999);
    await userEvent.keyboard('{Control>}a{/Control}{Control>}a{/Control}');
    expect(chosen).toBe(0);
  });

  it('has the focus on the row it was left by, unless something else has it', async () => {
    const { unmount } = renderUi(<Table begin={7000} cameBackTo={{ top: 279_000 }} />);
    await waitFor(() => expect(document.activeElement).toBe(rowOf(7001)));
    unmount();
    renderUi(
      <>
        <button type="button" autoFocus>
          案件
        </button>
        <Table begin={7000} cameBackTo={{ top: 279_000 }} />
      </>,
    );
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '案件' }));
    expect(rowOf(7001).tabIndex).toBe(0);
  });

  it('keeps the focus on a row that is fetched while somebody is at it', () => {
    const { rerender } = renderUi(<Table count={3} missing={1} begin={1} />);
    act(() => screen.getAllByRole('row')[2]?.focus());
    rerender(<Table count={3} begin={1} />);
    expect(document.activeElement).toBe(rowOf(2));
  });

  it('takes no focus where nobody came back to it', async () => {
    renderUi(<Table />);
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    expect(document.activeElement).toBe(document.body);
  });

  it('keeps the place of a row that is still being fetched', () => {
    renderUi(<Table count={3} missing={1} />);
    const rows = screen.getAllByRole('row');
    expect(rows[2]?.getAttribute('aria-busy')).toBe('true');
    expect(rows[2]?.getAttribute('aria-rowindex')).toBe('3');
  });
});

describe('the columns', () => {
  const shown = (room: number): string[] => columnsFor(columns, room, true).map(column => column.id);

  it('fold by rank and never below number and matter', () => {
    expect(shown(Number.POSITIVE_INFINITY)).toEqual(['number', 'matter', 'kind', 'by']);
    expect(shown(40)).toEqual(['number', 'matter', 'by']);
    expect(shown(34)).toEqual(['number', 'matter']);
    expect(shown(10)).toEqual(['number', 'matter']);
  });

  it('leave the rest of the width to the matter', () => {
    expect(tracksOf(columnsFor(columns, 34, true), true)).toBe('1.125rem 10rem minmax(14rem, 1fr)');
  });
});

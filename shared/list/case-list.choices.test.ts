import { describe, expect, it } from 'vitest';
import { CASE_COLUMNS, CaseColumns, columnsInOrder, columnsShown, moved } from './case-list.choices.ts';

const chosen = CaseColumns.parse({
  ...{ shown: ['state', 'category'], widths: {} },
  order: ['matter', 'state', 'number'],
});

describe('the columns of a list', () => {
  it('stand in the order that was chosen, those it does not name after the others', () => {
    expect(columnsShown(chosen)).toEqual(['matter', 'state', 'number', 'due', 'person', 'category']);
    expect(columnsShown({ shown: ['last', 'category'], widths: {} })).toEqual([
      ...['number', 'due', 'person', 'matter'],
      ...['category', 'last'],
    ]);
  });

  it('are each there once, whatever a kept order says', () => {
    const order = columnsInOrder({ order: ['due', 'due', 'last'] });
    expect(order.slice(0, 3)).toEqual(['due', 'last', 'number']);
    expect(order.toSorted()).toEqual(CASE_COLUMNS.toSorted());
  });

  it('move one place at a time, and not beyond either end', () => {
    const order = columnsInOrder(chosen);
    expect(moved(order, 'state', -1).slice(0, 2)).toEqual(['state', 'matter']);
    expect(moved(order, 'state', 1).slice(0, 3)).toEqual(['matter', 'number', 'state']);
    expect(moved(order, 'matter', -1)).toEqual(order);
    const last = order.at(-1)!;
    expect(moved(order, last, 1)).toEqual(order);
  });
});

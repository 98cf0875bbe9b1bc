// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { CaseId } from '#shared/core/ids.ts';
import { useWindowOfRows } from './window-of-rows.ts';

const ALL = Array.from({ length: 1000 }, (_, index) => `case-${index}` as CaseId);

function drawing(rows: readonly number[]) {
  return renderHook(
    ({ drawn }: { readonly drawn: readonly number[] }) => {
      const { ids, touch } = useWindowOfRows(ALL);
      drawn.forEach(touch);
      return ids;
    },
    { initialProps: { drawn: rows } },
  );
}

it('the pages of the rows that are drawn are fetched, in the order of the list', () => {
  const { result } = drawing([48, 49, 50, 51]);
  expect(result.current).toEqual(ALL.slice(0, 100));
});

it('of a row that is drawn far from the others only its page is fetched, not all between', () => {
  const { result, rerender } = drawing([0, 1, 2]);
  act(() => rerender({ drawn: [0, 1, 2, 999] }));
  expect(result.current).toEqual([...ALL.slice(0, 50), ...ALL.slice(950)]);
});

it('while the pages stay the same, so does the list', () => {
  const { result, rerender } = drawing([10, 11]);
  const before = result.current;
  act(() => rerender({ drawn: [12, 13] }));
  expect(result.current).toBe(before);
});

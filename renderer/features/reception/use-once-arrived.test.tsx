// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useOnceArrived } from './use-once-arrived.ts';

const shown = () => {
  const done: string[] = [];
  const hook = renderHook(
    ({ arriving, files }) => useOnceArrived(arriving, { save: () => void done.push(`saved with ${files}`) }),
    { initialProps: { arriving: false, files: 0 } },
  );
  return { done, ...hook };
};

it('saves at once where nothing comes in', () => {
  const { done, result } = shown();
  act(() => result.current.ask('save'));
  expect(done).toEqual(['saved with 0']);
  expect(result.current.isWaiting).toBe(false);
});

it('saves once, with what came in meanwhile, where it was asked for before', () => {
  const { done, result, rerender } = shown();
  rerender({ arriving: true, files: 0 });
  act(() => result.current.ask('save'));
  act(() => result.current.ask('save'));
  expect(done).toEqual([]);
  expect(result.current.isWaiting).toBe(true);
  rerender({ arriving: true, files: 1 });
  rerender({ arriving: false, files: 2 });
  expect(done).toEqual(['saved with 2']);
  expect(result.current.isWaiting).toBe(false);
  rerender({ arriving: true, files: 2 });
  rerender({ arriving: false, files: 3 });
  expect(done).toHaveLength(1);
});

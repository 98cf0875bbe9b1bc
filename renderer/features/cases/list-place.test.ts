import { describe, expect, it } from 'vitest';
import type { CaseId } from '#shared/core/ids.ts';
import { atCase, atTab, LIST_START, rowIn } from './list-place.ts';

const [a, b, c] = ['a', 'b', 'c'] as unknown as readonly [CaseId, CaseId, CaseId];

describe('the row somebody comes back to', () => {
  it('is the one of the case, wherever it stands by now', () => {
    expect(rowIn([c, a, b], { id: b, nth: 1, top: 0 })).toBe(2);
    expect(rowIn([a, b], undefined)).toBe(0);
  });

  it('is the one in its place where the case has left the list', () => {
    expect(rowIn([a, c], { id: b, nth: 1, top: 0 })).toBe(1);
    expect(rowIn([a], { id: b, nth: 1, top: 0 })).toBe(0);
    expect(rowIn([], { id: b, nth: 1, top: 0 })).toBe(0);
  });

  it('is the one of the case somebody went on to, and the list stays scrolled as it was', () => {
    const left = { ...LIST_START, row: { id: a, nth: 0, top: 400 } };
    expect(atCase(left, b, 1).row).toEqual({ id: b, nth: 1, top: 400 });
    expect(atCase(LIST_START, b, 1).row).toEqual({ id: b, nth: 1, top: 0 });
    expect(atTab(atCase(left, b, 1), 'all').tab).toBe('all');
  });
});

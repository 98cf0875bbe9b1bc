import { describe, expect, it } from 'vitest';
import type { CaseState } from '#shared/case/case.state.ts';
import { FillOnce } from './fill-once.ts';

const state = (id: string): CaseState => ({ id }) as unknown as CaseState;

describe('filling a memory of all cases', () => {
  it('is done once, and leaves out what was committed meanwhile, also where it left the memory', async () => {
    const fill = new FillOnce();
    const put: string[] = [];
    let reads = 0;
    const read = (take: (states: readonly CaseState[]) => boolean): Promise<void> => {
      reads++;
      take([state('A')]);
      fill.note([state('B')]);
      take([state('B'), state('C')]);
      return Promise.resolve();
    };
    const keep = (states: readonly CaseState[]) => void put.push(...states.map(({ id }) => id));
    expect(fill.isAsked).toBe(false);
    await Promise.all([fill.fill(read, keep, () => undefined), fill.fill(read, keep, () => undefined)]);
    expect({ put, reads, full: fill.isFull }).toEqual({ put: ['A', 'C'], reads: 1, full: true });
  });

  it('comes to nothing where it was emptied meanwhile, and can begin again', async () => {
    const fill = new FillOnce();
    const put: string[] = [];
    const keep = (states: readonly CaseState[]) => void put.push(...states.map(({ id }) => id));
    await fill.fill(
      async take => {
        await Promise.resolve();
        fill.reset();
        expect(take([state('A')])).toBe(false);
      },
      keep,
      () => undefined,
    );
    expect([put, fill.isFull, fill.isAsked]).toEqual([[], false, false]);
    await fill.fill(
      take => {
        take([state('A')]);
        return Promise.resolve();
      },
      keep,
      () => undefined,
    );
    expect(put).toEqual(['A']);
  });

  it('says that it failed, to whoever asked', async () => {
    const fill = new FillOnce();
    let told = 0;
    await expect(
      fill.fill(
        () => Promise.reject(new Error('closed')),
        () => undefined,
        () => told++,
      ),
    ).rejects.toThrow('closed');
    expect(told).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { runBatch, type BatchWork } from './print-batch.ts';

/** A queue of which the test says when a job is over. */
class Queue {
  readonly begun: number[] = [];
  readonly ends: string[] = [];
  private readonly open = new Map<number, (end: string) => void>();

  readonly work: BatchWork<number, string> = {
    begin: item => {
      this.begun.push(item);
      if (item < 0) return Promise.reject(new Error('bad paper'));
      return Promise.resolve({ over: new Promise(resolve => this.open.set(item, resolve)) });
    },
    broken: () => 'broken',
    onEnd: (index, end) => this.ends.push(`${index} ${end}`),
  };

  async over(item: number, end = 'printed'): Promise<void> {
    this.open.get(item)?.(end);
    await settled();
  }
}
const settled = () => new Promise(resolve => setTimeout(resolve));

describe('a batch', () => {
  it('begins one after the other, with no more in the queue than it may', async () => {
    const queue = new Queue();
    const done = runBatch([1, 2, 3], queue.work, { ahead: 2 });
    await settled();
    expect(queue.begun).toEqual([1, 2]);
    await queue.over(2);
    expect(queue.begun).toEqual([1, 2, 3]);
    await queue.over(1);
    await queue.over(3, 'taken back');
    expect(await done).toBe(3);
    expect(queue.ends).toEqual(['1 printed', '0 printed', '2 taken back']);
  });

  it('goes on after one that breaks', async () => {
    const queue = new Queue();
    const done = runBatch([1, -2, 3], queue.work);
    await settled();
    await queue.over(1);
    await queue.over(3);
    expect(await done).toBe(3);
    expect(queue.ends).toEqual(['0 printed', '1 broken', '2 printed']);
  });

  it('begins nothing after it is stopped, and ends when what lies in the queue is over', async () => {
    const queue = new Queue();
    const stop = new AbortController();
    let ended = false;
    const done = runBatch([1, 2, 3], queue.work, { ahead: 2, signal: stop.signal });
    void done.then(() => (ended = true));
    await settled();
    stop.abort();
    await queue.over(1, 'taken back');
    expect([queue.begun, ended]).toEqual([[1, 2], false]);
    await queue.over(2);
    expect(await done).toBe(2);
  });
});

import { describe, expect, it } from 'vitest';
import { makePrintQueue, TIMED_OUT, within } from './print-queue.ts';

describe('the print queue', () => {
  it('runs one job at a time, in the order they came', async () => {
    const queue = makePrintQueue();
    const log: string[] = [];
    const job = (name: string) =>
      queue.run(async () => {
        log.push(`${name} begins`);
        await Promise.resolve();
        log.push(`${name} ends`);
        return name;
      });
    expect(await Promise.all([job('a'), job('b')])).toEqual(['a', 'b']);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('goes on after a job that failed', async () => {
    const queue = makePrintQueue();
    const failed = queue.run(() => Promise.reject(new Error('no paper')));
    const next = queue.run(() => Promise.resolve('printed'));
    await expect(failed).rejects.toThrow('no paper');
    expect(await next).toBe('printed');
  });

  it('gives up waiting after a while', async () => {
    expect(await within(1, new Promise(() => undefined))).toBe(TIMED_OUT);
    expect(await within(60_000, Promise.resolve(1))).toBe(1);
    await expect(within(60_000, Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  });
});

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { withinMs } from './time-limit.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Never answers by itself; rejects with the reason it is ended for. */
const silent = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const end = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
  });

it('an act that takes too long is ended, also when memory is cleared away meanwhile', async () => {
  const ended = withinMs(100, new AbortController().signal, silent).catch((cause: unknown) => cause);
  await sleep(10);
  collectGarbage();
  const late = sleep(10_000, 'still running', { ref: false });
  expect(await Promise.race([ended, late])).toMatchObject({ name: 'TimeoutError' });
});

it('an act is ended with what it belongs to, for the reason of that', async () => {
  const outer = new AbortController();
  const ended = withinMs(60_000, outer.signal, silent).catch((cause: unknown) => cause);
  outer.abort(new Error('locked'));
  expect(await ended).toMatchObject({ message: 'locked' });
  const begun = withinMs(60_000, outer.signal, silent).catch((cause: unknown) => cause);
  expect(await begun).toMatchObject({ message: 'locked' });
});

it('what an act comes to is handed on', async () => {
  expect(await withinMs(60_000, new AbortController().signal, () => Promise.resolve(7))).toBe(7);
});

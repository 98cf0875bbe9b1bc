import { expect, it } from 'vitest';
import { watchIdle, type IdleWatch } from './idle.watch.ts';

/** A clock that goes when the test says so. */
class Clock {
  ms = 0;
  private timers: { readonly at: number; readonly run: () => void }[] = [];

  readonly after = (ms: number, run: () => void): (() => void) => {
    const timer = { at: this.ms + ms, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter(each => each !== timer);
    };
  };

  pass(ms: number): void {
    const end = this.ms + ms;
    for (;;) {
      const [next] = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.ms = next.at;
      this.timers = this.timers.filter(each => each !== next);
      next.run();
    }
    this.ms = end;
  }

  get waiting(): number {
    return this.timers.length;
  }
}

const MINUTE = 60_000;

function desk(): { clock: Clock; watch: IdleWatch; locks: () => number; hold: (held: boolean) => void } {
  const clock = new Clock();
  let locks = 0;
  let held = false;
  const watch = watchIdle({
    ...{ limitMs: 10 * MINUTE, nowMs: () => clock.ms, after: clock.after, isHeld: () => held },
    onIdle: () => {
      locks += 1;
    },
  });
  return {
    ...{ clock, watch, locks: () => locks },
    hold: now => {
      held = now;
    },
  };
}

it('a desk nobody uses is told of once, when the whole limit is over and not before', () => {
  const { clock, locks } = desk();
  clock.pass(10 * MINUTE - 1);
  expect(locks()).toBe(0);
  clock.pass(1);
  expect(locks()).toBe(1);
  clock.pass(60 * MINUTE);
  expect([locks(), clock.waiting]).toEqual([1, 0]);
});

it('every use begins the limit anew', () => {
  const { clock, watch, locks } = desk();
  clock.pass(9 * MINUTE);
  watch.use();
  clock.pass(10 * MINUTE - 1);
  expect(locks()).toBe(0);
  clock.pass(1);
  expect(locks()).toBe(1);
});

it('what goes on keeps it open, and the limit begins when that is over', () => {
  const { clock, hold, locks } = desk();
  hold(true);
  clock.pass(30 * MINUTE);
  hold(false);
  clock.pass(9 * MINUTE);
  expect(locks()).toBe(0);
  clock.pass(MINUTE);
  expect(locks()).toBe(1);
});

it('nothing is told after it was stopped', () => {
  const { clock, watch, locks } = desk();
  clock.pass(MINUTE);
  watch.stop();
  clock.pass(30 * MINUTE);
  expect([locks(), clock.waiting]).toEqual([0, 0]);
});

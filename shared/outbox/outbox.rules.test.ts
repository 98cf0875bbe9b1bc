import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantFromMs, msOf, type Instant } from '#shared/core/instant.ts';
import type { BundleId } from '#shared/core/ids.ts';
import { findAddress, isUsableAddress } from './address.rules.ts';
import {
  clockOffMinutes,
  LONGEST_ASKED_MS,
  LONGEST_WAIT_MS,
  readRetryAfter,
  waitCeilingMs,
  waitMs,
} from './backoff.rules.ts';
import { NetworkSettings } from './network.settings.ts';
import {
  isDue,
  LINE_START,
  meaningOf,
  newItem,
  nextItem,
  nextLine,
  type ItemEvent,
  type LineEvent,
} from './outbox.states.ts';
import { wayOf } from './proxy.rules.ts';
import { isWindowOpen, msUntilOpen, pieceBytes, restMs } from './window.rules.ts';

const seed = 371;
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('waiting after a failure', () => {
  it('lasts up to a second first, doubles, and never gets longer than a quarter of an hour', () => {
    expect([1, 2, 3, 10, 11, 1000].map(waitCeilingMs)).toEqual([1000, 2000, 4000, 512_000, 900_000, 900_000]);
    fc.assert(
      fc.property(fc.nat(5000), chance, (failures, random) => {
        const wait = waitMs(failures, random);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThan(LONGEST_WAIT_MS);
      }),
      { seed },
    );
  });

  it('is never shorter than the headquarters asked for, and never lasts days', () => {
    fc.assert(
      fc.property(fc.nat(50), chance, fc.nat(10 ** 9), (failures, random, asked) => {
        const wait = waitMs(failures, random, asked);
        expect(wait).toBeGreaterThanOrEqual(Math.min(asked, LONGEST_ASKED_MS));
        expect(wait).toBeLessThan(LONGEST_ASKED_MS + LONGEST_WAIT_MS);
      }),
      { seed },
    );
  });

  it('reads Retry-After in seconds, and as a date by the clock of who says so', () => {
    const said = Date.parse('Thu, 26 Nov 2026 13:00:00 GMT');
    expect(readRetryAfter('120', said)).toBe(120_000);
    expect(readRetryAfter('Thu, 26 Nov 2026 13:02:00 GMT', said)).toBe(120_000);
    expect(readRetryAfter('Thu, 26 Nov 2026 12:00:00 GMT', said)).toBe(0);
    expect([readRetryAfter('soon', said), readRetryAfter(undefined, said)]).toEqual([undefined, undefined]);
  });

  it('tells a wrong clock by the minute, and tolerates five', () => {
    expect(clockOffMinutes(0, 5 * 60_000)).toBeUndefined();
    expect(clockOffMinutes(0, 6 * 60_000)).toBe(6);
    expect(clockOffMinutes(86_400_000, 0)).toBe(-1440);
  });
});

describe('the hours of sending', () => {
  const time = fc
    .tuple(fc.nat(23), fc.nat(59))
    .map(parts => parts.map(part => String(part).padStart(2, '0')).join(':'));
  const moment = fc.nat(4_000_000_000).map(seconds => instantFromMs(seconds * 1000));

  it('go over midnight', () => {
    const window = { from: '20:00', to: '06:30' };
    const at = (clock: string): boolean => isWindowOpen(window, `2026-11-26T${clock}:00+08:00` as Instant);
    expect(['19:59', '20:00', '23:59', '00:00', '06:29', '06:30', '12:00'].map(at)).toEqual([
      ...[false, true, true, true, true, false, false],
    ]);
    expect(msUntilOpen(window, '2026-11-26T19:58:00+08:00' as Instant)).toBe(120_000);
  });

  it('are open when what was waited for is over', () => {
    fc.assert(
      fc.property(time, time, moment, (from, to, now) => {
        const wait = msUntilOpen({ from, to }, now);
        expect(wait === 0).toBe(isWindowOpen({ from, to }, now));
        expect(isWindowOpen({ from, to }, instantFromMs(msOf(now) + wait))).toBe(true);
      }),
      { seed },
    );
  });

  it('and the limit hold together: what was sent never goes over so many kilobytes a second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 100_000 }), fc.nat(600_000), (most, elapsed) => {
        const bytes = pieceBytes(most);
        expect(bytes).toBeGreaterThan(0);
        const spent = elapsed + restMs(bytes, elapsed, most);
        expect(bytes).toBeLessThanOrEqual((spent / 1000) * most * 1024 + 1);
      }),
      { seed },
    );
    expect(restMs(10 ** 9, 0, null)).toBe(0);
  });
});

describe('the line', () => {
  const event = fc.constantFrom<LineEvent>(
    { on: 'close', why: 'forced' },
    { on: 'open' },
    { on: 'probe' },
    { on: 'reached' },
    { on: 'failed', why: 'network' },
  );

  it('is online only right after the headquarters itself answered a probe', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), events => {
        let line = LINE_START;
        for (const each of events) {
          const before = line;
          line = nextLine(line, each);
          if (line.at === 'online' && before.at !== 'online')
            expect([before.at, each.on]).toEqual(['probing', 'reached']);
          if (each.on === 'failed') expect(line.at).not.toBe('online');
          if (each.on === 'close') expect(line.at).toBe('closed');
        }
      }),
      { seed },
    );
  });

  it('counts failures in a row, and forgets them once it was reached', () => {
    const fail: LineEvent = { on: 'failed', why: 'network' };
    const twice = [fail, { on: 'probe' } as const, fail].reduce(nextLine, LINE_START);
    expect(twice).toMatchObject({ failures: 2 });
    const again = [{ on: 'probe' } as const, { on: 'reached' } as const, fail].reduce(nextLine, twice);
    expect(again).toMatchObject({ failures: 1 });
  });
});

describe('a bundle on its way', () => {
  const item = newItem('01KA0000000000000000000000' as BundleId);
  const events = fc.array(
    fc.oneof(
      fc.record({ on: fc.constant('created' as const), upload: fc.constant('/files/x') }),
      fc.record({ on: fc.constant('confirmed' as const), sent: fc.nat(1000) }),
      fc.constantFrom<ItemEvent>({ on: 'lost' }, { on: 'hold' }, { on: 'resume' }, { on: 'retry' }),
      fc.constantFrom<ItemEvent>(
        { on: 'failed', why: 'network', notBefore: 5 },
        { on: 'stopped', why: 'token' },
        { on: 'waits', notBefore: 5 },
      ),
    ),
    { maxLength: 30 },
  );

  it('always goes again once a person says so, whatever befell it', () => {
    fc.assert(
      fc.property(events, befell => {
        const after = nextItem(befell.reduce(nextItem, item), { on: 'retry' });
        expect(isDue(after, 0)).toBe(true);
      }),
      { seed },
    );
  });

  it('stays where it is while it is held or stopped', () => {
    fc.assert(
      fc.property(events, befell => {
        const after = befell.reduce(nextItem, item);
        if (after.held || after.stopped) expect(isDue(after, Infinity)).toBe(false);
      }),
      { seed },
    );
  });

  it('is not punished for failures between which it got on', () => {
    const failed: ItemEvent = { on: 'failed', why: 'network', notBefore: 9 };
    const after = [failed, failed, { on: 'confirmed', sent: 10 } as const].reduce(nextItem, item);
    expect(after).toMatchObject({ failures: 0, why: null, sent: 10 });
    expect([failed, { on: 'confirmed', sent: 0 } as const].reduce(nextItem, item)).toMatchObject({
      failures: 1,
    });
  });

  it('stops at 4xx, and is tried again after 5xx, a limit, or a stranger’s answer', () => {
    const what = (status: number): string => meaningOf(status).what;
    expect([400, 401, 403, 405, 413, 415, 422].map(what)).toEqual(Array.from({ length: 7 }, () => 'stop'));
    expect([408, 423, 425, 429, 500, 502, 503, 507, 200, 302].map(what)).toEqual(
      Array.from({ length: 10 }, () => 'again'),
    );
    expect([404, 410, 409].map(what)).toEqual(['lost', 'lost', 'offset']);
    expect(meaningOf(200)).toMatchObject({ why: 'not-headquarters' });
  });
});

describe('the way to the headquarters', () => {
  it('is TLS, with nothing after the port, or this machine', () => {
    for (const good of [
      'https://hq.example',
      'https://10.0.0.1:8443/',
      'http://127.0.0.1:80',
      'http://[::1]:8443',
    ])
      expect(isUsableAddress(good), good).toBe(true);
    for (const bad of [
      'http://hq.example',
      'http://127.0.0.2.example',
      'https://a@hq.example',
      'https://hq.example/x',
      'file:///etc',
      '',
    ])
      expect(isUsableAddress(bad), bad).toBe(false);
    expect(findAddress('https://hq.example/?x')).toBeUndefined();
  });

  it('through a proxy is taken from what the system says, if it is of a known kind', () => {
    expect(wayOf('PROXY proxy.example:3128; DIRECT')).toEqual({ proxy: 'proxy.example:3128' });
    expect(wayOf('SOCKS5 x:1; DIRECT')).toEqual({ proxy: undefined });
    expect(wayOf('SOCKS5 x:1')).toBeUndefined();
  });

  it('is kept only where it can be gone', () => {
    const address = (text: string): boolean =>
      NetworkSettings.safeParse({ proxy: { kind: 'address', address: text } }).success;
    expect(['proxy.example:3128', '[::1]:8080', '10.0.0.1:1'].map(address)).toEqual([true, true, true]);
    expect(['proxy.example', 'x:0', 'x:70000', 'user:pass@x:1', 'x:1\r\nHost: y'].map(address)).toEqual([
      ...[false, false, false, false, false],
    ]);
    expect(NetworkSettings.safeParse({ ca: 'no certificate' }).success).toBe(false);
    expect(NetworkSettings.safeParse({ window: { from: '24:00', to: '06:00' } }).success).toBe(false);
  });
});

import { truncate } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { seeded } from '#shared/fixtures/seeded.ts';
import { LONGEST_WAIT_MS } from '#shared/outbox/backoff.rules.ts';
import { startReceiver } from '#electron/headquarters/receiver/receiver.ts';
import { breakingProxy, type Cut } from './breaking-proxy.fixture.ts';
import { acceptedBy, OfficeEnd, running } from './outbox.fixture.ts';

const local = (port: number): string => `http://127.0.0.1:${port}`;

/** Something that is not the headquarters. */
async function otherServer(answer: http.RequestListener): Promise<number> {
  const server = http.createServer(answer);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

describe('a line that is cut', () => {
  it.each([20261126, 371])('a hundred times in one upload delivers the bundle once (seed %i)', async seed => {
    const office = await OfficeEnd.make({ seed });
    const receiver = await running(office.hq.dataDir);
    const random = seeded(seed);
    const cuts: readonly Cut[] = Array.from({ length: 100 }, () =>
      random() < 0.8
        ? { way: 'up', after: 1 + Math.floor(random() * 30_000) }
        : { way: 'down', after: 1 + Math.floor(random() * 300) },
    );
    const proxy = await breakingProxy(() => receiver.port, cuts);
    office.card = { ...office.card, address: local(proxy.port) };
    const bundle = await office.seal(3_000_000);
    office.outbox.start();
    await office.until(({ items }) => items[0]?.state === 'accepted');
    expect(proxy.cuts()).toBe(100);
    expect(office.recorded).toBe(1);
    const accepted = await acceptedBy(office.hq.dataDir);
    expect(accepted.map(({ id, sha256 }) => [id, sha256])).toEqual([[bundle.id, bundle.sha256]]);
    expect(office.bugs).toEqual([]);
  });

  it('with the headquarters started again in the middle goes on where it stood', async () => {
    const office = await OfficeEnd.make({ settings: { mostKilobytes: 64 } });
    const first = await startReceiver(office.hq.dataDir, { host: '127.0.0.1', port: 0 });
    office.card = { ...office.card, address: local(first.port) };
    const bundle = await office.seal(1_000_000);
    office.outbox.start();
    await office.until(({ items }) => (items[0]?.sent ?? 0) > 0);
    await first.close();
    await office.until(({ line }) => line.at === 'offline');
    const before = office.item(bundle.id)?.sent ?? 0;
    await running(office.hq.dataDir, { port: first.port });
    const sent: number[] = [];
    await office.until(({ items }) => {
      sent.push(items[0]?.sent ?? 0);
      return items[0]?.state === 'accepted';
    });
    expect(before).toBeGreaterThan(0);
    expect(Math.min(...sent)).toBeGreaterThanOrEqual(before);
    expect(await acceptedBy(office.hq.dataDir)).toHaveLength(1);
  });

  it('at both ends goes on after the program was started again, from what the headquarters confirms', async () => {
    const office = await OfficeEnd.make({ settings: { mostKilobytes: 64 } });
    const receiver = await running(office.hq.dataDir);
    office.card = { ...office.card, address: local(receiver.port) };
    const bundle = await office.seal(800_000);
    office.outbox.start();
    await office.until(({ items }) => (items[0]?.sent ?? 0) > 0);
    await office.outbox.stop();
    const again = new OfficeEnd(office.hq, office.folder, office.token, { address: local(receiver.port) });
    again.bundles = office.bundles;
    again.outbox.start();
    await again.until(({ items }) => (items[0]?.sent ?? 0) > 0);
    await again.accepted();
    expect(again.recorded).toBe(1);
    expect((await acceptedBy(office.hq.dataDir)).map(({ id }) => id)).toEqual([bundle.id]);
  });
});

describe('orders of the headquarters', () => {
  it('are asked for though no bundle waits, each once', async () => {
    const office = await OfficeEnd.make();
    const receiver = await running(office.hq.dataDir);
    office.card = { ...office.card, address: local(receiver.port) };
    await office.giveOrder('01A');
    await office.giveOrder('01B');
    office.outbox.start();
    await office.ordersTaken(2);
    expect(office.orders).toEqual(['01A', '01B']);
    await office.giveOrder('01C');
    office.outbox.tryNow();
    await office.ordersTaken(3);
    expect(office.orders).toEqual(['01A', '01B', '01C']);
    expect(office.bugs).toEqual([]);
  });

  it('that are not believed are told of, and hold up no bundle', async () => {
    const office = await OfficeEnd.make();
    const receiver = await running(office.hq.dataDir);
    office.card = { ...office.card, address: local(receiver.port) };
    office.refuses = 'orders/bad-signature';
    await office.giveOrder('01A');
    await office.seal();
    office.outbox.start();
    await office.accepted();
    const { refusedOrders } = await office.until(answer => answer.refusedOrders.length > 0);
    expect(refusedOrders).toEqual(['orders/bad-signature']);
  });
});

describe('what answers in place of the headquarters', () => {
  it('a page that wants a log-in is not taken for it, and gets no token', async () => {
    const tokens: (string | undefined)[] = [];
    const port = await otherServer((request, response) => {
      tokens.push(request.headers.authorization);
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>请先登录上网</h1>');
    });
    const office = await OfficeEnd.make({ address: local(port) });
    await office.seal();
    office.outbox.start();
    const { line } = await office.until(answer => answer.line.at === 'offline' && answer.line.why !== null);
    expect(line).toMatchObject({ at: 'offline', why: 'not-headquarters' });
    expect(new Set(tokens)).toEqual(new Set([undefined]));
  });

  it('a redirection is followed nowhere', async () => {
    const followed: string[] = [];
    const elsewhere = await otherServer((request, response) => {
      followed.push(request.url ?? '');
      response.end();
    });
    const port = await otherServer((_request, response) => {
      response.writeHead(302, { location: `${local(elsewhere)}/health` }).end();
    });
    const office = await OfficeEnd.make({ address: local(port) });
    await office.seal();
    office.outbox.start();
    await office.until(({ line }) => line.at === 'offline' && line.why === 'not-headquarters');
    expect(followed).toEqual([]);
  });

  it('another headquarters with its own keys is not taken for it', async () => {
    const other = await OfficeEnd.make();
    const receiver = await running(other.hq.dataDir);
    const office = await OfficeEnd.make({ address: local(receiver.port) });
    await office.seal();
    office.outbox.start();
    const { line } = await office.until(answer => answer.line.at === 'offline' && answer.line.why !== null);
    expect(line).toMatchObject({ why: 'not-headquarters' });
  });

  it('a receipt of another bundle is not believed, and the other bundles still go', async () => {
    const office = await OfficeEnd.make();
    const receiver = await running(office.hq.dataDir);
    const first = await office.seal();
    const second = await office.seal();
    const third = await office.seal();
    const port = await otherServer((request, response) => {
      const url = (request.url ?? '').replace(second.id, first.id);
      const passed = http.request({
        ...{ port: receiver.port, host: '127.0.0.1', method: request.method, headers: request.headers },
        path: request.url?.startsWith('/receipts/') === true ? url : request.url,
      });
      passed.on('response', told => {
        response.writeHead(told.statusCode ?? 500, told.headers);
        told.pipe(response);
      });
      request.pipe(passed);
    });
    office.card = { ...office.card, address: local(port) };
    office.outbox.start();
    await office.until(({ items }) => items.filter(({ state }) => state === 'accepted').length >= 1);
    await office.until(() => office.item(second.id)?.state === 'stopped');
    expect(office.item(second.id)?.why).toBe('receipt/other-bundle');
    expect(office.item(first.id)?.state).toBe('accepted');
    // Headquarters waits with the third until it has the second.
    await office.until(() => office.item(third.id)?.state === 'awaiting-receipt');
  });
});

describe('an upload that is refused', () => {
  it('for its token stops and says so, and goes on with the right one', async () => {
    const office = await OfficeEnd.make({ token: `phx_PHX-0371_${'A'.repeat(43)}` });
    const right = await OfficeEnd.make({}, office.hq);
    const receiver = await running(office.hq.dataDir);
    office.card = { ...office.card, address: local(receiver.port) };
    const bundle = await office.seal();
    office.outbox.start();
    await office.until(({ items }) => items[0]?.state === 'stopped');
    expect(office.item(bundle.id)?.why).toBe('token');
    office.token = right.token;
    office.outbox.wake();
    await office.accepted();
  });

  it('because its file was altered or is gone holds up no other', async () => {
    const office = await OfficeEnd.make();
    const receiver = await running(office.hq.dataDir);
    office.card = { ...office.card, address: local(receiver.port) };
    const good = await office.seal();
    const bad = await office.seal();
    await truncate(path.join(office.folder, bad.file), 1000);
    office.outbox.start();
    await office.until(() => office.item(good.id)?.state === 'accepted');
    await office.until(() => office.item(bad.id)?.state === 'stopped');
    expect(office.item(bad.id)?.why).toBe('file-changed');
  });

  it('with 503 waits as long as it was asked to, and no longer', async () => {
    const office = await OfficeEnd.make();
    const receiver = await running(office.hq.dataDir);
    let refused = 0;
    const port = await otherServer((request, response) => {
      if (request.method === 'POST' && refused < 1) {
        refused += 1;
        response.writeHead(503, { 'retry-after': '600' }).end();
        return;
      }
      const { url: where, method, headers } = request;
      const passed = http.request({ port: receiver.port, host: '127.0.0.1', path: where, method, headers });
      passed.on('response', told => {
        response.writeHead(told.statusCode ?? 500, told.headers);
        told.pipe(response);
      });
      request.pipe(passed);
    });
    office.card = { ...office.card, address: local(port) };
    await office.seal();
    office.outbox.start();
    await office.accepted();
    expect(Math.max(...office.waits.filter(ms => ms < LONGEST_WAIT_MS))).toBeGreaterThanOrEqual(600_000);
  });
});

describe('whoever says so', () => {
  it('keeps the line shut', async () => {
    const office = await OfficeEnd.make({ settings: { offline: true } });
    const receiver = await running(office.hq.dataDir);
    office.card = { ...office.card, address: local(receiver.port) };
    await office.seal();
    office.outbox.start();
    await office.until(({ line }) => line.at === 'closed' && line.why === 'forced');
    office.settings = { ...office.settings, offline: false };
    office.outbox.restart();
    await office.accepted();
  });

  it('holds one bundle back while the others go, and lets it go later', async () => {
    const office = await OfficeEnd.make({ settings: { offline: true } });
    const receiver = await running(office.hq.dataDir);
    office.card = { ...office.card, address: local(receiver.port) };
    const first = await office.seal();
    const second = await office.seal();
    office.outbox.start();
    await office.until(({ line }) => line.at === 'closed');
    await office.outbox.act('hold', second.id);
    office.settings = { ...office.settings, offline: false };
    office.outbox.restart();
    await office.until(() => office.item(first.id)?.state === 'accepted');
    expect(office.item(second.id)?.state).toBe('held');
    await office.outbox.act('resume', second.id);
    await office.accepted();
  });

  it('sends in the hours that were set, and not before', async () => {
    // The PC's clock stands wherever the machine's does: the window is made to be shut now.
    const hour = Number(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(11, 13));
    const at = (plus: number): string => `${String((hour + plus) % 24).padStart(2, '0')}:00`;
    const office = await OfficeEnd.make({ settings: { window: { from: at(2), to: at(3) } } });
    const receiver = await running(office.hq.dataDir);
    office.card = { ...office.card, address: local(receiver.port) };
    await office.seal();
    office.outbox.start();
    const { shutUntil, line } = await office.until(answer => answer.shutUntil !== null);
    expect(shutUntil?.slice(11, 13)).toBe(at(2).slice(0, 2));
    expect(line.at).toBe('offline');
    office.settings = { ...office.settings, window: null };
    office.outbox.restart();
    await office.accepted();
  });

  it('works on a PC whose clock is wrong is told by how much', async () => {
    const office = await OfficeEnd.make({ clockOff: -3 * 24 * 3_600_000 });
    const receiver = await running(office.hq.dataDir);
    office.card = { ...office.card, address: local(receiver.port) };
    await office.seal();
    office.outbox.start();
    const { clockOff } = await office.accepted();
    expect(clockOff).toBeLessThanOrEqual(-3 * 24 * 60 + 60);
  });
});

describe('a card', () => {
  it('without TLS is good for this machine alone', async () => {
    const office = await OfficeEnd.make({ address: 'http://10.0.0.1:8443' });
    await office.seal();
    office.outbox.start();
    const { line } = await office.until(answer => answer.line.at === 'closed');
    expect(line).toEqual({ at: 'closed', why: 'insecure' });
  });
});

import { expectOk } from '#shared/core/result.ts';
import { openedLedger } from '../desk/desk.ts';
import { listOrders } from '../headquarters/hq.orders.ts';
import { findReceipt } from '../headquarters/hq.receipts.ts';
import { readKeys } from '../headquarters/hq.store.ts';
import { judgeSame, twice, type Say } from './judge.books.fixture.ts';
import { countMonths } from './naive.count.fixture.ts';
import type { OfficeActor } from './office.actor.fixture.ts';
import type { ReceivedBundle } from './received.fixture.ts';
import type { World } from './world.fixture.ts';

/** What the shell records by itself, of which nobody at the desk was told that it is saved. */
const OF_THE_SHELL = [
  ...['office-founded', 'person-added', 'headquarters-enrolled'],
  ...['bundle-built', 'bundle-written', 'receipt-accepted'],
];

/** Everything acknowledged is in the journal once, and nothing else is. */
export async function judgeJournal({ desk, book }: OfficeActor, say: Say): Promise<void> {
  const found: string[] = [];
  for await (const { events } of openedLedger(desk).read(1))
    for (const { id, type } of events) if (!OF_THE_SHELL.includes(type)) found.push(id);
  const acknowledged = book.acts.flatMap(({ events }) => events.map(({ id }) => id));
  judgeSame('journal', found, acknowledged, say);
}

/** What headquarters has the office knows by a receipt it verified, and nothing else counts as delivered. */
export async function judgeReceipts(
  { office }: OfficeActor,
  dataDir: string,
  received: readonly ReceivedBundle[],
  say: Say,
): Promise<void> {
  const delivered = office.bundles.filter(({ receipt }) => receipt?.verdict === 'accepted');
  judgeSame(
    'delivered',
    delivered.map(({ id, sha256 }) => `${id} ${sha256}`),
    received.map(({ id, sha256 }) => `${id} ${sha256}`),
    say,
  );
  const keys = await readKeys(dataDir);
  for (const { id, sha256, receipt } of delivered) {
    const given = await findReceipt(dataDir, keys, { id, sha256 });
    if (given?.verdict !== 'accepted') say(`no receipt lies at headquarters for ${id}`);
    if (given?.received_at !== receipt?.receivedAt) say(`the office noted another receipt for ${id}`);
  }
}

/** Every order reached its case once, and headquarters reads of it what the office did. */
export async function judgeOrders({ stations, hq, orders }: World, say: Say): Promise<void> {
  const listed = expectOk(await listOrders(hq.dataDir));
  judgeSame(
    'orders',
    listed.map(({ order }) => order.order_id),
    [...orders],
    say,
  );
  const taken: string[] = [];
  const told = new Map<string, { taken?: string; answered?: string }>();
  for (const { actor } of stations) {
    for (const { events } of actor.book.acts)
      for (const event of events) if (event.type === 'supervision-ordered') taken.push(event.order);
    for (const event of countMonths(actor.book).flatMap(({ events }) => events)) {
      if (event.type === 'supervision-ordered') told.set(event.order, { taken: event.at });
      if (event.type === 'supervision-answered')
        told.set(event.order, { ...told.get(event.order), answered: event.at });
    }
  }
  judgeSame('orders taken', taken, [...orders], say);
  if (twice(taken).length > 0) say(`orders taken twice: ${twice(taken).join(' ')}`);
  for (const { order, takenAt, answer } of listed) {
    const known = told.get(order.order_id);
    if (takenAt !== known?.taken) say(`order ${order.order_id}: taken ${takenAt ?? 'never'} by headquarters`);
    if (answer?.at !== known?.answered) say(`order ${order.order_id}: answered ${answer?.at ?? 'never'}`);
  }
}

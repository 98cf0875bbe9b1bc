import path from 'node:path';
import { orderIdIn, orderSignatureName, type SupervisionOrder } from '#shared/bundle/order.schema.ts';
import type { CaseEvent } from '#shared/case/case.events.ts';
import { newEventId } from '#shared/core/ids.ts';
import { err, ok } from '#shared/core/result.ts';
import type { OrdersAnswer } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/result.ts';
import { MOST_ORDER_BYTES, readOrder } from '../bundles/order.ts';
import { openedLedger, type Desk } from '../desk/desk.ts';
import { writeBehind } from '../desk/write-behind.ts';
import type { Dialogs } from '../desk/dialogs.ts';
import { filesIn, readSmallFile } from '../files/small-files.ts';
import { atDisk } from '../files/storage-error.ts';
import { asFault, asReply } from '../ipc/handle.ts';
import { CaseHeads } from '../office/case-heads.ts';
import { officeActor } from '../desk/office-actor.ts';

export type TakenOrder = OrdersAnswer['orders'][number];

/** More orders than a headquarters writes in years; a folder with more is another one. */
const MOST_FILES = 2000;

const orderedEvent = (
  order: SupervisionOrder,
  actor: Pick<CaseEvent, 'v' | 'id' | 'at' | 'by'>,
  seq: number,
): CaseEvent => {
  const { order_id, case_id, kind, headquarters, text, issued_at, due, answer_early } = order;
  const { v, id, at, by } = actor;
  return {
    ...{ v, id, at, by },
    ...{ stream: 'case', case: case_id, seq, type: 'supervision-ordered', order: order_id },
    ...{ kind, headquarters, text, issued_at, due, answer_early },
  };
};

/** Records an order that was found genuine; nothing where it is recorded already or not for a case of this office. */
async function record(desk: Desk, order: SupervisionOrder, cases: CaseHeads): Promise<Reply<TakenOrder>> {
  const office = await openedLedger(desk).office();
  const refused = (code: TakenOrder['code']): TakenOrder => ({
    ...{ order: order.order_id, number: order.number, outcome: 'refused' },
    ...(code === undefined ? {} : { code }),
  });
  if (order.office !== office.code) return ok(refused('orders/other-office'));
  return asReply(
    await writeBehind(desk, async () => {
      const head = await cases.find(order.case_id);
      const { through } = cases;
      const nothing = (told: TakenOrder) => ok({ events: [], through, told });
      if (!head || head.withdrawn) return nothing(refused('orders/unknown-case'));
      const told = { order: order.order_id, number: head.number };
      if (head.orders.has(order.order_id)) return nothing({ ...told, outcome: 'seen' });
      const actor = officeActor(desk, office, 'records-officer', newEventId(desk.ids));
      const events = [orderedEvent(order, actor, head.seq + 1)];
      return ok({ events, through, told: { ...told, outcome: 'taken' as const } });
    }),
  );
}

/**
 * Takes in one order, wherever it came from. Only a signature of the enrolled headquarters counts, over an order to
 * this office about one of its cases; it becomes an event on that case, once.
 */
export async function takeOrder(
  desk: Desk,
  bytes: Uint8Array,
  signature: string,
  /** Where many are taken, the journal is read once. */
  cases = new CaseHeads(openedLedger(desk)),
): Promise<Reply<TakenOrder>> {
  const { headquarters } = await openedLedger(desk).office();
  if (!headquarters) return err({ code: 'bundles/no-headquarters' });
  const read = await readOrder(bytes, signature, headquarters);
  return read.ok ? record(desk, read.value, cases) : ok({ outcome: 'refused', code: read.error });
}

/** Where orders may lie in a folder: beside the bundles, or as headquarters keeps them. */
const places = (code: string): readonly string[] => ['.', 'orders', path.join('orders', code), code];

interface FoundOrder {
  readonly json: Buffer;
  readonly signature: Buffer | undefined;
}

async function findOrders(folder: string, code: string): Promise<readonly FoundOrder[]> {
  const found = new Map<string, FoundOrder>();
  for (const place of places(code).map(sub => path.join(folder, sub))) {
    for (const name of await filesIn(place, each => orderIdIn(each) !== undefined, MOST_FILES)) {
      const id = orderIdIn(name);
      if (id === undefined || found.get(id)?.signature !== undefined) continue;
      const json = await readSmallFile(path.join(place, name), MOST_ORDER_BYTES);
      const signature = await readSmallFile(path.join(place, orderSignatureName(id)), MOST_ORDER_BYTES);
      if (json !== undefined) found.set(id, { json, signature });
    }
  }
  return [...found.values()];
}

/** All orders in a folder. One that is refused keeps no other from being taken. */
export async function takeOrdersFrom(desk: Desk, folder: string): Promise<Reply<readonly TakenOrder[]>> {
  const { code, headquarters } = await openedLedger(desk).office();
  const found = await atDisk(() => findOrders(folder, code));
  if (!found.ok) return err(asFault(found.error));
  if (found.value.length > 0 && !headquarters) return err({ code: 'bundles/no-headquarters' });
  const taken: TakenOrder[] = [];
  const cases = new CaseHeads(openedLedger(desk));
  for (const { json, signature } of found.value) {
    if (signature === undefined) {
      taken.push({ outcome: 'refused', code: 'orders/no-signature' });
      continue;
    }
    const one = await takeOrder(desk, json, signature.toString('utf8'), cases);
    if (!one.ok) return one;
    taken.push(one.value);
  }
  return ok(taken);
}

/** 读督办单: from a folder the person chooses. */
export async function importOrders(desk: Desk, dialogs: Dialogs): Promise<Reply<OrdersAnswer>> {
  const folder = await dialogs.chooseFolder('督办单在哪个文件夹');
  if (folder === undefined) return ok({ orders: [], cancelled: true });
  const taken = await takeOrdersFrom(desk, folder);
  if (!taken.ok) return taken;
  return taken.value.length === 0
    ? err({ code: 'orders/none-here' })
    : ok({ orders: taken.value, cancelled: false });
}

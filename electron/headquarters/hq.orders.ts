import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import {
  ORDER_FORMAT,
  ORDER_VERSION,
  orderFileName,
  orderIdIn,
  orderSignatureName,
  SupervisionOrder,
} from '#shared/bundle/order.schema.ts';
import { newOrderId, OrderId } from '#shared/core/ids.ts';
import { Instant, instantFromMs, msOf } from '#shared/core/instant.ts';
import type { Result } from '#shared/core/result.ts';
import { syncFolder } from '#electron/files/sync-folder.ts';
import { writeFileSafely } from '#electron/files/write-file-safely.ts';
import { systemIds } from '#electron/ids.ts';
import { signMinisign } from '#electron/keys/minisign.ts';
import { HqFault, hqRefusing, orStorageFault } from './hq.fault.ts';
import { hqFolder } from './hq.folder.ts';
import type { Clock } from './hq.init.ts';
import { readTextIfThere } from './hq.init.ts';
import { withLock } from './hq.lock.ts';
import type { HeadquartersRefusal } from './hq.refusals.ts';
import { jsonText, namesIn, parseJson, readKeys, readLedger } from './hq.store.ts';
import { findOffice, type LedgerOffice } from './ledger.schema.ts';
import { findToldCase, toldEvents } from './staged.lines.ts';

/** What a person at headquarters asks; checked here, in whatever form it was typed. */
export interface NewOrder {
  readonly office: string;
  /** The id of the case, or its register number. */
  readonly case: string;
  readonly kind: SupervisionOrder['kind'];
  readonly text: string;
  /** A day, or a number of working days. */
  readonly due: { readonly date: string } | { readonly working_days: number };
  readonly answerEarly: boolean;
}

export interface WrittenOrder {
  readonly order: SupervisionOrder;
  readonly file: string;
}

/** Writes a signed order to the folder of its office. The signature comes last: one without it is not finished. */
export function writeOrder(
  dataDir: string,
  asked: NewOrder,
  { now = Date.now }: Clock = {},
): Promise<Result<WrittenOrder, HeadquartersRefusal>> {
  return hqRefusing(async () => {
    const keys = await readKeys(dataDir);
    const folder = hqFolder(dataDir);
    return withLock(folder.lock, async () => {
      const office = findOffice(await readLedger(dataDir), asked.office);
      if (!office) throw new HqFault('hq/no-office', asked.office);
      const told = await findToldCase(dataDir, office, asked.case);
      if (!told) throw new HqFault('hq/no-case', asked.case);
      const issuedAt = instantFromMs(now());
      const made = SupervisionOrder.safeParse({
        ...{ format: ORDER_FORMAT, version: ORDER_VERSION, order_id: newOrderId(systemIds(now)) },
        ...{ office: office.card.code, case_id: told.id, number: told.number ?? told.id },
        ...{ kind: asked.kind, headquarters: keys.card.name, text: asked.text.trim() },
        ...{ issued_at: issuedAt, due: asked.due, answer_early: asked.answerEarly },
      });
      if (!made.success) throw new HqFault('hq/bad-order');
      const order = made.data;
      const bytes = Buffer.from(jsonText(order));
      const seconds = Math.floor(msOf(issuedAt) / 1000);
      const signature = await signMinisign(
        keys.signing,
        bytes,
        `timestamp:${seconds}\torder:${order.order_id}\toffice:${order.office}`,
      );
      const target = folder.officeOrders(order.office);
      await mkdir(target, { recursive: true });
      await syncFolder(folder.orders);
      const file = path.join(target, orderFileName(order.order_id));
      orStorageFault(await writeFileSafely(file, bytes));
      const beside = path.join(target, orderSignatureName(order.order_id));
      orStorageFault(await writeFileSafely(beside, Buffer.from(signature)));
      return { order, file };
    });
  });
}

export interface OrderStanding {
  readonly order: SupervisionOrder;
  /** When the office took it in, as its bundle tells. */
  readonly takenAt?: Instant;
  readonly answer?: { readonly at: Instant; readonly by: string; readonly text: string };
}

const OrderEvent = z.looseObject({
  type: z.enum(['supervision-ordered', 'supervision-answered']),
  case: z.string(),
  order: OrderId,
  at: Instant,
  by: z.looseObject({ name: z.string() }),
  text: z.string(),
});

type Told = Omit<OrderStanding, 'order'>;

/** What the bundles of an office say of orders: computed from them each time, so it can never differ from them. */
async function toldOf(dataDir: string, office: LedgerOffice): Promise<ReadonlyMap<string, Told>> {
  const told = new Map<string, Told>();
  for await (const value of toldEvents(dataDir, office)) {
    const event = OrderEvent.safeParse(value);
    if (!event.success) continue;
    const { type, order, case: of, at, by, text } = event.data;
    const key = `${of} ${order}`;
    const known = told.get(key) ?? {};
    told.set(
      key,
      type === 'supervision-ordered'
        ? { ...known, takenAt: at }
        : { ...known, answer: { at, by: by.name, text } },
    );
  }
  return told;
}

interface KeptOrder {
  readonly order: SupervisionOrder;
  readonly isSigned: boolean;
}

async function ordersOf(dataDir: string, office: LedgerOffice): Promise<readonly KeptOrder[]> {
  const folder = hqFolder(dataDir).officeOrders(office.card.code);
  const names = await namesIn(folder);
  const orders: KeptOrder[] = [];
  for (const name of names) {
    const id = orderIdIn(name);
    if (id === undefined) continue;
    const file = path.join(folder, name);
    const order = SupervisionOrder.safeParse(parseJson((await readTextIfThere(file)) ?? ''));
    if (!order.success) throw new HqFault('hq/damaged', file);
    orders.push({ order: order.data, isSigned: names.includes(orderSignatureName(id)) });
  }
  return orders;
}

/** Every order, by office and in the order in which they were given, with what became of it. */
export function listOrders(dataDir: string): Promise<Result<readonly OrderStanding[], HeadquartersRefusal>> {
  return hqRefusing(async () => {
    await readKeys(dataDir);
    const { offices } = await readLedger(dataDir);
    const standings: OrderStanding[] = [];
    for (const office of offices) {
      const orders = await ordersOf(dataDir, office);
      if (orders.length === 0) continue;
      const told = await toldOf(dataDir, office);
      for (const { order, isSigned } of orders) {
        const known = told.get(`${order.case_id} ${order.order_id}`);
        // One that was never finished was given to nobody.
        if (isSigned || known) standings.push({ order, ...known });
      }
    }
    return standings;
  });
}

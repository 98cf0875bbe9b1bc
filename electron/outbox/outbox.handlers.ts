import { performance } from 'node:perf_hooks';
import { setTimeout as timer } from 'node:timers/promises';
import { err, ok } from '#shared/core/result.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import type { ItemWhy } from '#shared/outbox/outbox.states.ts';
import { openedLedger, type Desk } from '../desk/desk.ts';
import { asFault, type Handle } from '../ipc/handle.ts';
import { logBug } from '../log.ts';
import { CaseHeads } from '../office/case-heads.ts';
import { takeOrder } from '../month/orders.ts';
import { takeReceipt } from '../month/receipts.ts';
import { readNetwork, saveNetwork } from './network.store.ts';
import { Outbox } from './outbox.ts';
import { routeWith, type ResolveProxy } from './route.ts';
import { readToken } from './token.store.ts';

function outboxOf(desk: Desk, resolveProxy: ResolveProxy): Outbox {
  const ledger = openedLedger(desk);
  return new Outbox({
    folder: ledger.places.outbox,
    office: ledger.office,
    token: async () => {
      const token = await readToken(ledger.places, ledger.keys);
      return token.ok ? token.value : undefined;
    },
    settings: () => readNetwork(desk.profile),
    connect: routeWith(resolveProxy),
    take: async (bundle, { receipt, minisig }) => {
      // Somebody may have brought it on a stick in the meantime.
      const known = (await ledger.office()).bundles.find(({ id }) => id === bundle.id);
      if (known?.receipt) return { ok: true };
      const taken = await takeReceipt(desk, bundle, { json: Buffer.from(receipt), signature: minisig });
      if (!taken.ok) throw new Error(taken.error.code);
      const { outcome, code } = taken.value;
      return outcome === 'refused' ? { ok: false, why: code as ItemWhy } : { ok: true };
    },
    takeOrders: async orders => {
      const cases = new CaseHeads(ledger);
      const refused: FaultCode[] = [];
      for (const { order, minisig } of orders) {
        const taken = await takeOrder(desk, Buffer.from(order), minisig, cases);
        if (!taken.ok) throw new Error(taken.error.code);
        if (taken.value.outcome === 'refused') refused.push(taken.value.code ?? 'orders/malformed');
      }
      return refused;
    },
    nowMs: desk.nowMs,
    tick: () => performance.now(),
    random: Math.random,
    wait: (ms, signal) => timer(ms, undefined, { signal, ref: false }).catch(() => undefined),
    changed: answer => {
      if (desk.ledger === ledger) desk.notify('outbox:changed', answer);
    },
    bug: cause => {
      logBug('outbox', cause);
    },
  });
}

/** 报送 while the ledger is open: it is looked at by the shell alone, and the window only shows it. */
export function handleOutbox(handle: Handle, desk: Desk, resolveProxy: ResolveProxy): void {
  let outbox: Outbox | null = null;
  const opened = (): Outbox => {
    outbox ??= outboxOf(desk, resolveProxy);
    outbox.start();
    return outbox;
  };
  desk.atLock.push(async () => {
    const ending = outbox;
    outbox = null;
    await ending?.stop();
  });

  handle('outbox:state', () => {
    const running = opened();
    running.wake();
    return ok(running.answer());
  });
  handle('outbox:act', async ({ act, bundle }) => {
    const running = opened();
    if (act === 'try-now') running.tryNow();
    else if (bundle !== null) await running.act(act, bundle);
    return ok(running.answer());
  });
  handle('outbox:network', async () => ok(await readNetwork(desk.profile)));
  handle('outbox:set-network', async ({ network }) => {
    const saved = await saveNetwork(desk.profile, network);
    if (!saved.ok) return err(asFault(saved.error));
    opened().restart();
    return ok(network);
  });
}

import path from 'node:path';
import type { HeadquartersCard } from '#shared/bundle/headquarters-card.schema.ts';
import type { BundleState, OfficeState } from '#shared/case/office.state.ts';
import type { BundleId } from '#shared/core/ids.ts';
import { instantFromMs } from '#shared/core/instant.ts';
import { isUsableAddress } from '#shared/outbox/address.rules.ts';
import { clockOffMinutes, waitMs } from '#shared/outbox/backoff.rules.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import type { OrdersPage, ReceiptAnswer } from '#shared/outbox/headquarters.answers.ts';
import type { NetworkSettings } from '#shared/outbox/network.settings.ts';
import {
  isDue,
  LINE_START,
  newItem,
  nextItem,
  nextLine,
  type Closed,
  type ItemEvent,
  type ItemState,
  type ItemWhy,
  type LineEvent,
  type LineState,
  type OutboxAnswer,
} from '#shared/outbox/outbox.states.ts';
import { isWindowOpen, msUntilOpen } from '#shared/outbox/window.rules.ts';
import { HeadquartersClient, StatusFault, type Connection } from './headquarters.client.ts';
import type { Route } from './dial.ts';
import { LineFault } from './line.fault.ts';
import { shownItems } from './outbox.view.ts';
import { readQueue, saveQueue } from './queue.store.ts';
import { FileFault, upload } from './upload.ts';

/** What a receipt came to: recorded, or why it is not believed. */
export type Taken = { readonly ok: true } | { readonly ok: false; readonly why: ItemWhy };

export interface OutboxParts {
  /** Where sealed bundles lie. */
  readonly folder: string;
  readonly office: () => Promise<OfficeState>;
  readonly token: () => Promise<string | undefined>;
  readonly settings: () => Promise<NetworkSettings>;
  /** Throws a LineFault where no way is known. */
  readonly connect: (card: HeadquartersCard, settings: NetworkSettings) => Promise<Route>;
  readonly take: (
    bundle: BundleState,
    receipt: Extract<ReceiptAnswer, { state: 'signed' }>,
  ) => Promise<Taken>;
  /**
   * Orders of the headquarters, signed as they are; each is taken once, however often it comes. Resolves with why
   * some were not.
   */
  readonly takeOrders: (orders: OrdersPage['orders']) => Promise<readonly FaultCode[]>;
  /** The clock of the PC, which may be wrong. */
  readonly nowMs: () => number;
  /** Milliseconds that nobody sets back. */
  readonly tick: () => number;
  readonly random: () => number;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly changed: (answer: OutboxAnswer) => void;
  readonly bug: (cause: unknown) => void;
}

/** What is looked at once more without anybody asking: also whether there are orders. */
const LONGEST_REST_MS = 60 * 60_000;

/**
 * 报送: everything sealed goes to the headquarters by itself, and is done with only when a receipt was verified. One
 * bundle after the other; one that fails waits by itself and holds up none.
 */
export class Outbox {
  private readonly parts: OutboxParts;
  private readonly stopped = new AbortController();
  private woken = new AbortController();
  private items = new Map<BundleId, ItemState>();
  private bundles: readonly BundleState[] = [];
  private line: LineState = LINE_START;
  private lineNotBefore = 0;
  private ordersNotBefore = 0;
  private lastOrder: string | undefined;
  private refusedOrders: readonly FaultCode[] = [];
  private sending: { readonly bundle: BundleId; readonly abort: AbortController } | null = null;
  private shutUntilMs: number | null = null;
  private clockOff: number | null = null;
  private reachedAtMs: number | null = null;
  private address = '';
  private token = '';
  private running: Promise<void> | null = null;

  constructor(parts: OutboxParts) {
    this.parts = parts;
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Resolves when nothing goes out any more. */
  async stop(): Promise<void> {
    this.stopped.abort();
    this.sending?.abort.abort();
    this.wake();
    await this.running;
  }

  /** Something may have changed: a bundle was sealed, a setting, the network. */
  wake(): void {
    this.woken.abort();
  }

  /** Somebody wants it now, or something changed about the way there. */
  tryNow(): void {
    this.lineNotBefore = 0;
    this.ordersNotBefore = 0;
    if (this.line.at === 'online') this.line = LINE_START;
    for (const item of this.items.values())
      if (!item.stopped && !item.held) this.set(nextItem(item, { on: 'retry' }));
    this.wake();
  }

  /** The way there changed: what is being sent is sent the new way. */
  restart(): void {
    this.sending?.abort.abort();
    this.tryNow();
  }

  private retryStopped(why: ItemWhy): void {
    for (const item of this.items.values())
      if (item.stopped && item.why === why) this.set(nextItem(item, { on: 'retry' }));
  }

  async act(act: 'retry' | 'hold' | 'resume', bundle: BundleId): Promise<void> {
    const item = this.items.get(bundle);
    if (item === undefined) return;
    if (act === 'hold' && this.sending?.bundle === bundle) this.sending.abort.abort();
    if (act !== 'hold') this.lineNotBefore = 0;
    await this.note(bundle, { on: act });
    this.wake();
  }

  answer(): OutboxAnswer {
    const { nowMs, tick } = this.parts;
    const items = shownItems(this.bundles, {
      items: this.items,
      sending: this.sending?.bundle,
      atMs: notBefore => nowMs() + notBefore - tick(),
      tick: tick(),
    });
    return {
      line: this.line,
      shutUntil: this.shutUntilMs === null ? null : instantFromMs(this.shutUntilMs),
      clockOff: this.clockOff,
      reachedAt: this.reachedAtMs === null ? null : instantFromMs(this.reachedAtMs),
      waiting: this.bundles.filter(({ receipt }) => receipt === undefined).length,
      items,
      refusedOrders: this.refusedOrders,
    };
  }

  private tell(): void {
    if (!this.stopped.signal.aborted) this.parts.changed(this.answer());
  }

  private set(item: ItemState): void {
    this.items.set(item.bundle, item);
  }

  private async note(bundle: BundleId, event: ItemEvent): Promise<ItemState> {
    const item = nextItem(this.items.get(bundle) ?? newItem(bundle), event);
    this.set(item);
    await saveQueue(this.parts.folder, this.address, [...this.items.values()]);
    this.tell();
    return item;
  }

  private move(event: LineEvent): void {
    this.line = nextLine(this.line, event);
    this.tell();
  }

  private async run(): Promise<void> {
    const { signal } = this.stopped;
    while (!signal.aborted) {
      this.woken = new AbortController();
      const rest = await this.turn().catch((cause: unknown) => {
        if (!signal.aborted) this.parts.bug(cause);
        return LONGEST_REST_MS;
      });
      this.tell();
      if (!this.woken.signal.aborted)
        await this.parts.wait(Math.min(rest, LONGEST_REST_MS), this.woken.signal);
    }
  }

  private async look(): Promise<{
    readonly closed: Closed | null;
    readonly office: OfficeState;
    readonly settings: NetworkSettings;
    readonly token: string;
  }> {
    const [office, settings, token = ''] = await Promise.all([
      this.parts.office(),
      this.parts.settings(),
      this.parts.token(),
    ]);
    this.bundles = office.bundles;
    const address = office.headquarters?.address ?? '';
    if (address !== this.address) {
      this.address = address;
      this.lastOrder = undefined;
      this.refusedOrders = [];
      this.ordersNotBefore = 0;
      const kept = await readQueue(this.parts.folder, address);
      this.items = new Map(kept.map(item => [item.bundle, item]));
    }
    const waiting = office.bundles.filter(({ receipt }) => receipt === undefined);
    this.items = new Map(waiting.map(({ id }) => [id, this.items.get(id) ?? newItem(id)]));
    if (token !== this.token) this.retryStopped('token');
    this.token = token;
    return { closed: closedBy(office, settings, token), office, settings, token };
  }

  /** One round. Resolves with how long nothing is to be done. */
  private async turn(): Promise<number> {
    const { closed, office, settings, token } = await this.look();
    const { headquarters: card } = office;
    this.shutUntilMs = null;
    if (closed !== null || card === undefined) {
      this.move({ on: 'close', why: closed ?? 'no-headquarters' });
      return LONGEST_REST_MS;
    }
    this.move({ on: 'open' });
    const now = instantFromMs(this.parts.nowMs());
    const shut = msUntilOpen(settings.window, now);
    if (shut > 0) {
      this.shutUntilMs = this.parts.nowMs() + shut;
      return shut;
    }
    const due = this.due();
    if (due.length === 0 && this.ordersNotBefore > this.parts.tick()) return this.rest();
    const tick = this.parts.tick();
    if (this.line.at !== 'online' && this.lineNotBefore > tick) return this.lineNotBefore - tick;

    const connection = await this.reach({ card, settings, token, office });
    if (connection === undefined) return Math.max(0, this.lineNotBefore - this.parts.tick());
    for (const bundle of due) {
      if (this.isInterrupted() || !isWindowOpen(settings.window, instantFromMs(this.parts.nowMs()))) return 0;
      await this.send(bundle, connection, settings);
      if (this.line.at !== 'online') return Math.max(0, this.lineNotBefore - this.parts.tick());
    }
    if (this.ordersNotBefore <= this.parts.tick()) await this.fetchOrders(connection);
    return this.rest();
  }

  private isInterrupted(): boolean {
    return this.stopped.signal.aborted || this.woken.signal.aborted;
  }

  private due(): readonly BundleState[] {
    const tick = this.parts.tick();
    return this.bundles
      .filter(({ id }) => {
        const item = this.items.get(id);
        return item !== undefined && isDue(item, tick);
      })
      .toSorted((a, b) => a.sequence - b.sequence);
  }

  /** Bundles go first: an order is waited for by nobody at this end. */
  private async fetchOrders(connection: Connection): Promise<void> {
    const client = new HeadquartersClient(connection, this.stopped.signal);
    this.ordersNotBefore = this.parts.tick() + LONGEST_REST_MS;
    try {
      for (let more = true; more;) {
        const page = await client.orders(this.lastOrder);
        this.refusedOrders = [...this.refusedOrders, ...(await this.parts.takeOrders(page.orders))];
        this.lastOrder = page.orders.at(-1)?.id ?? this.lastOrder;
        more = page.more && page.orders.length > 0;
      }
    } catch (cause) {
      if (cause instanceof LineFault) this.lineFailed(cause);
      // An older headquarters has none to give.
      else if (!(cause instanceof StatusFault)) throw cause;
    }
  }

  private rest(): number {
    const waiting = [...this.items.values()].filter(({ held, stopped }) => !held && !stopped);
    const next = Math.min(...waiting.map(({ notBefore }) => notBefore), this.ordersNotBefore);
    return Math.max(0, next - this.parts.tick());
  }

  /** Online already, or by a probe now; undefined where the headquarters is not reached. */
  private async reach({
    card,
    settings,
    token,
    office,
  }: {
    readonly card: HeadquartersCard;
    readonly settings: NetworkSettings;
    readonly token: string;
    readonly office: OfficeState;
  }): Promise<Connection | undefined> {
    try {
      const route = await this.parts.connect(card, settings);
      const connection: Connection = { card, route, token, office: office.code };
      if (this.line.at === 'online') return connection;
      this.move({ on: 'probe' });
      const theirs = await new HeadquartersClient(connection, this.stopped.signal).probe();
      this.reachedAtMs = this.parts.nowMs();
      this.clockOff = clockOffMinutes(theirs, this.parts.nowMs()) ?? null;
      this.move({ on: 'reached' });
      return connection;
    } catch (cause) {
      if (!(cause instanceof LineFault)) throw cause;
      this.lineFailed(cause);
      return undefined;
    }
  }

  private lineFailed({ why }: LineFault): void {
    this.move({ on: 'failed', why });
    const failures = this.line.at === 'offline' ? this.line.failures : 1;
    this.lineNotBefore = this.parts.tick() + waitMs(failures, this.parts.random());
  }

  private async send(bundle: BundleState, connection: Connection, settings: NetworkSettings): Promise<void> {
    const abort = new AbortController();
    this.sending = { bundle: bundle.id, abort };
    this.tell();
    try {
      await this.step(bundle, new HeadquartersClient(connection, abort.signal), settings, abort.signal);
    } catch (cause) {
      if (!abort.signal.aborted) await this.failed(bundle.id, cause);
    } finally {
      this.sending = null;
    }
  }

  private async step(
    bundle: BundleState,
    client: HeadquartersClient,
    settings: NetworkSettings,
    signal: AbortSignal,
  ): Promise<void> {
    const given = await client.receipt(bundle.id);
    if (given.state === 'signed') {
      const taken = await this.parts.take(bundle, given);
      if (!taken.ok) await this.note(bundle.id, { on: 'stopped', why: taken.why });
      else await this.look();
      return;
    }
    if (given.state === 'not-taken') {
      await this.note(bundle.id, { on: 'lost' });
      await this.note(bundle.id, { on: 'stopped', why: 'not-taken' });
      return;
    }
    const item = this.items.get(bundle.id) ?? newItem(bundle.id);
    if (given.state === 'unknown') {
      const all = await upload(bundle, item, {
        client,
        path: path.join(this.parts.folder, bundle.file),
        mostKilobytes: settings.mostKilobytes,
        goesOn: () => !signal.aborted && isWindowOpen(settings.window, instantFromMs(this.parts.nowMs())),
        tick: this.parts.tick,
        wait: ms => (ms > 0 ? this.parts.wait(ms, signal) : Promise.resolve()),
        note: event => this.note(bundle.id, event),
      });
      if (!all) return;
    }
    await this.note(bundle.id, { on: 'waits', notBefore: this.later(bundle.id) });
  }

  private later(bundle: BundleId, askedMs = 0): number {
    const failures = (this.items.get(bundle)?.failures ?? 0) + 1;
    return this.parts.tick() + waitMs(failures, this.parts.random(), askedMs);
  }

  private async failed(bundle: BundleId, cause: unknown): Promise<void> {
    if (cause instanceof LineFault) {
      this.lineFailed(cause);
      await this.note(bundle, { on: 'failed', why: cause.why, notBefore: this.later(bundle) });
      return;
    }
    if (cause instanceof FileFault) {
      await this.note(bundle, { on: 'stopped', why: cause.why });
      return;
    }
    if (!(cause instanceof StatusFault)) throw cause;
    const { meaning, retryAfterMs } = cause;
    const notBefore = this.later(bundle, retryAfterMs);
    switch (meaning.what) {
      case 'stop':
        await this.note(bundle, { on: 'stopped', why: meaning.why });
        return;
      case 'lost':
        await this.note(bundle, { on: 'lost' });
        await this.note(bundle, { on: 'failed', why: 'server', notBefore });
        return;
      case 'offset':
        await this.note(bundle, { on: 'failed', why: 'server', notBefore });
        return;
      case 'again':
        if (meaning.why === 'not-headquarters') this.lineFailed(new LineFault('not-headquarters'));
        await this.note(bundle, { on: 'failed', why: meaning.why, notBefore });
        return;
    }
  }
}

function closedBy(office: OfficeState, settings: NetworkSettings, token: string): Closed | null {
  const { headquarters } = office;
  if (headquarters === undefined) return 'no-headquarters';
  if (headquarters.address === undefined) return 'no-address';
  if (!isUsableAddress(headquarters.address)) return 'insecure';
  if (settings.offline) return 'forced';
  return token === '' ? 'no-token' : null;
}

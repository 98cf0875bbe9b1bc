import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { HeadquartersCard } from '#shared/bundle/headquarters-card.schema.ts';
import type { BundleState, OfficeState } from '#shared/case/office.state.ts';
import type { BundleId } from '#shared/core/ids.ts';
import { instantFromMs, msOf } from '#shared/core/instant.ts';
import { addMonthsTo, type PlainMonth } from '#shared/core/plain-date.ts';
import { seeded } from '#shared/fixtures/seeded.ts';
import { USUAL_NETWORK, type NetworkSettings } from '#shared/outbox/network.settings.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import type { OutboxAnswer } from '#shared/outbox/outbox.states.ts';
import { sampleAttachment } from '#electron/bundles/bundle.fixture.ts';
import type { NewBundle } from '#electron/bundles/bundle.input.ts';
import { importReceipt } from '#electron/bundles/receipt.ts';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import {
  nextBundle,
  NOW,
  sampleHeadquarters,
  type SampleHeadquarters,
} from '#electron/headquarters/hq.fixture.ts';
import { hqFolder } from '#electron/headquarters/hq.folder.ts';
import { readLedger } from '#electron/headquarters/hq.store.ts';
import { makeToken } from '#electron/headquarters/receiver/office.tokens.ts';
import {
  startReceiver,
  type Receiver,
  type ReceiverOptions,
} from '#electron/headquarters/receiver/receiver.ts';
import { Outbox } from './outbox.ts';
import { routeWith } from './route.ts';

export async function running(dataDir: string, options: Partial<ReceiverOptions> = {}): Promise<Receiver> {
  const receiver = await startReceiver(dataDir, { host: '127.0.0.1', port: 0, ...options });
  onTestFinished(receiver.close);
  return receiver;
}

/** Longer rests are for somebody to end. */
const SLEPT_THROUGH_MS = 20 * 60_000;

export interface OfficeEndOptions {
  readonly address?: string;
  readonly card?: Partial<HeadquartersCard>;
  readonly token?: string;
  readonly settings?: Partial<NetworkSettings>;
  readonly seed?: number;
  /** Milliseconds the PC is ahead. */
  readonly clockOff?: number;
}

/** The office's end: the real outbox over real bundles, with time that passes as fast as it is waited for. */
export class OfficeEnd {
  readonly hq: SampleHeadquarters;
  readonly outbox: Outbox;
  readonly waits: number[] = [];
  readonly bugs: unknown[] = [];
  readonly orders: string[] = [];
  /** Why no order is taken; undefined where they are. */
  refuses: FaultCode | undefined;
  private gotOrders: (() => void) | undefined;
  /** How often a receipt was recorded. */
  recorded = 0;
  token: string;
  card: HeadquartersCard;
  settings: NetworkSettings;
  bundles: BundleState[] = [];
  readonly folder: string;
  private last: NewBundle | undefined;
  private watching: (() => void) | undefined;
  private passed = 0;

  constructor(hq: SampleHeadquarters, folder: string, token: string, options: OfficeEndOptions) {
    this.hq = hq;
    this.folder = folder;
    this.token = options.token ?? token;
    this.card = {
      ...hq.card,
      ...(options.address === undefined ? {} : { address: options.address }),
      ...options.card,
    };
    this.settings = { ...USUAL_NETWORK, ...options.settings };
    this.outbox = new Outbox({
      folder,
      office: () =>
        Promise.resolve({
          code: hq.office.card.code,
          headquarters: this.card,
          bundles: this.bundles,
        } as unknown as OfficeState),
      token: () => Promise.resolve(this.token),
      settings: () => Promise.resolve(this.settings),
      connect: routeWith(() => Promise.resolve('DIRECT')),
      take: async (bundle, { receipt, minisig }) => {
        const expected = { bundleId: bundle.id, sha256: bundle.sha256 };
        const read = await importReceipt(Buffer.from(receipt), minisig, hq.card, expected);
        if (!read.ok) return { ok: false, why: read.error.code };
        this.recorded += 1;
        const { verdict, received_at: receivedAt, reasons } = read.value;
        const told = { verdict, receivedAt, reasons: reasons.map(({ sentence }) => sentence) };
        this.bundles = this.bundles.map(each => (each.id === bundle.id ? { ...each, receipt: told } : each));
        return { ok: true };
      },
      takeOrders: orders => {
        this.orders.push(...orders.map(({ id }) => id));
        this.gotOrders?.();
        const { refuses } = this;
        return Promise.resolve(refuses === undefined ? [] : orders.map(() => refuses));
      },
      nowMs: () => Date.now() + (options.clockOff ?? 0) + this.passed,
      tick: () => this.passed,
      random: seeded(options.seed ?? 1),
      wait: (ms, signal) => this.wait(ms, signal),
      changed: () => this.watching?.(),
      bug: cause => this.bugs.push(cause),
    });
    onTestFinished(() => this.outbox.stop());
  }

  static async make(options: OfficeEndOptions = {}, hq?: SampleHeadquarters): Promise<OfficeEnd> {
    const at = hq ?? (await sampleHeadquarters());
    const token = await makeToken(at.dataDir, at.office.card.code, NOW);
    const folder = await tempFolder();
    return new OfficeEnd(at, folder, token, options);
  }

  /** Seals the next month, with so many bytes that no packing makes smaller. */
  async seal(bytes = 0, seed = 7): Promise<BundleState> {
    const random = seeded(seed);
    const content = Buffer.from(Uint8Array.from({ length: bytes }, () => random() * 256));
    const sequence = this.bundles.length + 1;
    const made = await nextBundle(
      this.hq,
      this.last,
      sequence,
      bytes === 0 ? {} : { attachments: [sampleAttachment(content)] },
    );
    this.last = made;
    const file = path.basename(made.path);
    await mkdir(this.folder, { recursive: true });
    await copyFile(made.path, path.join(this.folder, file));
    const bundle: BundleState = {
      ...{ id: made.bundleId, period: addMonthsTo('2026-09' as PlainMonth, sequence), sequence, file },
      ...{ sha256: made.sha256, bytes: made.bytes, cases: 1, through: 0, chain: made.chainHead },
      ...{ builtAt: instantFromMs(msOf(this.hq.card.made_at)), written: 'no' },
    };
    this.bundles = [...this.bundles, bundle];
    return bundle;
  }

  item(bundle: BundleId) {
    return this.outbox.answer().items.find(each => each.bundle === bundle);
  }

  /** Resolves once the outbox says so. */
  async until(holds: (answer: OutboxAnswer) => boolean): Promise<OutboxAnswer> {
    for (;;) {
      const answer = this.outbox.answer();
      if (holds(answer)) return answer;
      await new Promise<void>(resolve => {
        this.watching = resolve;
      });
    }
  }

  accepted(count = this.bundles.length): Promise<OutboxAnswer> {
    return this.until(({ items }) => items.filter(({ state }) => state === 'accepted').length === count);
  }

  /** As headquarters writes it: the signature last. */
  async giveOrder(id: string): Promise<void> {
    const folder = hqFolder(this.hq.dataDir).officeOrders(this.hq.office.card.code);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, `${id}.order.json`), `{"id":"${id}"}`);
    await writeFile(path.join(folder, `${id}.order.json.minisig`), 'signed');
  }

  async ordersTaken(count: number): Promise<void> {
    while (this.orders.length < count)
      await new Promise<void>(resolve => {
        this.gotOrders = resolve;
      });
  }

  private wait(ms: number, signal: AbortSignal): Promise<void> {
    this.waits.push(ms);
    return new Promise(resolve => {
      signal.addEventListener('abort', () => resolve(), { once: true });
      if (signal.aborted) resolve();
      if (ms >= SLEPT_THROUGH_MS) return;
      this.passed += ms;
      setTimeout(resolve, 1);
    });
  }
}

export const acceptedBy = async (dataDir: string) => {
  return (await readLedger(dataDir)).offices.flatMap(({ bundles }) => bundles);
};

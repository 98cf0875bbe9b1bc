import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { BundleImportCode } from '#shared/bundle/bundle.refusals.ts';
import { standingOf } from '#shared/case/bundle.standing.ts';
import type { BundleState } from '#shared/case/office.state.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { msOf, type Instant } from '#shared/core/instant.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { expectOk } from '#shared/core/result.ts';
import { at } from '#shared/fixtures/community.ts';
import type { OrderTold } from '#shared/ipc/answers.ts';
import { tempFolder } from '../files/temp-folder.fixture.ts';
import { enrolOffice } from '../headquarters/hq.enrol.ts';
import { hqFolder } from '../headquarters/hq.folder.ts';
import { importBundle } from '../headquarters/hq.import.ts';
import { initHeadquarters } from '../headquarters/hq.init.ts';
import { writeOrder } from '../headquarters/hq.orders.ts';
import { writeReceipt } from '../headquarters/hq.receipts.ts';
import { readKeys } from '../headquarters/hq.store.ts';
import { MonthOffice } from '../month/month.fixture.ts';
import { officeCard } from '../office/office-card.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
vi.mock('electron-log/main', () => ({ default: { info: () => undefined } }));

const AUGUST = '2026-08' as PlainMonth;
const SEPTEMBER = '2026-09' as PlainMonth;
const STICK = '1234-ABCD';

/** An office and a headquarters that know each other, and the stick that goes between them. */
class Way {
  readonly office: MonthOffice;
  readonly hq: string;
  readonly stick: string;
  private readonly first: CaseId;
  private lastOrders: readonly OrderTold[] = [];

  private constructor(office: MonthOffice, hq: string, stick: string, first: CaseId) {
    this.office = office;
    this.hq = hq;
    this.stick = stick;
    this.first = first;
  }

  static async open(): Promise<Way> {
    const office = await MonthOffice.found(at('2026-08-03T09:00'));
    const hq = path.join(await tempFolder(), 'hq');
    expectOk(await initHeadquarters(hq, { name: '样本街道办事处' }));
    const card = officeCard(await office.ledger.office(), '0', office.desk.now());
    expectOk(await enrolOffice(hq, card));
    office.chosen = hqFolder(hq).card;
    expectOk(await office.ask('cards:import-headquarters', { answer: 'read' }));
    const first = await office.register(at('2026-08-10T09:00'));
    await office.lock(AUGUST, at('2026-09-01T09:00'));
    await office.register(at('2026-09-10T09:00'));
    await office.lock(SEPTEMBER, at('2026-10-01T09:00'));
    return new Way(office, hq, await tempFolder(), first);
  }

  async plugIn() {
    const kind = 'removable' as const;
    this.office.drives = [
      { volume: STICK, label: '样本盘', path: this.stick, kind, filesystem: 'vfat', free: 1, total: 1 },
    ];
    expectOk(await this.office.ask('drives:list'));
    const found = expectOk(await this.office.ask('drives:pick-up', { volume: STICK }));
    this.lastOrders = found.orders;
    return found.bundles.map(({ period, outcome, code }) => [period, outcome, ...(code ? [code] : [])]);
  }

  async pullOut(): Promise<void> {
    this.office.drives = [];
    expectOk(await this.office.ask('drives:list'));
  }

  write(period: PlainMonth) {
    return this.office.ask('bundles:export', { period, to: { kind: 'drive', volume: STICK } });
  }

  /** Headquarters reads the stick, and puts its receipts onto it. */
  async deliver(bundle: BundleState): Promise<string> {
    const read = await importBundle(path.join(this.stick, bundle.file), this.hq);
    await this.giveReceipts();
    return read.ok ? read.value.state : read.error.code;
  }

  async reject(bundle: BundleState, code: BundleImportCode): Promise<void> {
    const { id, sha256, period, sequence } = bundle;
    const { code: office } = await this.office.ledger.office();
    const subject = { id, sha256, office, period, sequence };
    const receivedAt = at('2026-10-05T09:00');
    await writeReceipt(this.hq, await readKeys(this.hq), subject, {
      ...{ receivedAt, refused: { code }, counts: null },
    });
    await this.giveReceipts();
  }

  /** Of the case the first bundle told of. */
  async giveOrder(when: Instant): Promise<void> {
    const { code } = await this.office.ledger.office();
    const asked = { office: code, case: this.first, kind: 'supervise', text: '请尽快办结。' } as const;
    expectOk(
      await writeOrder(
        this.hq,
        { ...asked, due: { working_days: 5 }, answerEarly: true },
        { now: () => msOf(when) },
      ),
    );
    await cp(hqFolder(this.hq).orders, path.join(this.stick, 'orders'), { recursive: true });
  }

  async ordersFound(): Promise<readonly string[]> {
    await this.plugIn();
    return this.lastOrders.map(({ outcome }) => outcome);
  }

  async standings(): Promise<readonly string[]> {
    const { bundles } = await this.office.ledger.office();
    return bundles.map(bundle => standingOf(bundles, bundle).state);
  }

  private async giveReceipts(): Promise<void> {
    await mkdir(hqFolder(this.hq).receipts, { recursive: true });
    await cp(hqFolder(this.hq).receipts, path.join(this.stick, 'receipts'), { recursive: true });
  }
}

describe('a stick that comes back', () => {
  it('is read again by itself, and the receipt on it is taken', async () => {
    const way = await Way.open();
    const bundle = await way.office.seal(AUGUST);
    await way.plugIn();
    expect(expectOk(await way.write(AUGUST))).toMatchObject({ drive: { volume: STICK, label: '样本盘' } });
    expect(await way.plugIn()).toEqual([]);
    expect(await way.standings()).toEqual(['written']);

    await way.pullOut();
    expect(await way.plugIn()).toEqual([[AUGUST, 'verified']]);
    expect(await way.standings()).toEqual(['verified']);

    await way.pullOut();
    expect(await way.deliver(bundle)).toBe('accepted');
    expect(await way.plugIn()).toEqual([[AUGUST, 'accepted']]);
    expect(await way.standings()).toEqual(['accepted']);
    await way.pullOut();
    expect(await way.plugIn()).toEqual([]);
  });

  it('brings the orders of headquarters, each once', async () => {
    const way = await Way.open();
    const bundle = await way.office.seal(AUGUST);
    await way.plugIn();
    expectOk(await way.write(AUGUST));
    await way.pullOut();
    expect(await way.deliver(bundle)).toBe('accepted');
    await way.giveOrder(at('2026-10-06T09:00'));
    expect(await way.ordersFound()).toEqual(['taken']);
    await way.pullOut();
    expect(await way.ordersFound()).toEqual([]);
  });

  it('with something else in the place of the bundle is said to be of no use', async () => {
    const way = await Way.open();
    const bundle = await way.office.seal(AUGUST);
    await way.plugIn();
    expectOk(await way.write(AUGUST));
    await way.pullOut();
    await writeFile(path.join(way.stick, bundle.file), 'x');
    expect(await way.plugIn()).toEqual([[AUGUST, 'refused', 'bundle/verify-failed']]);
    expect(await way.standings()).toEqual(['written']);
  });

  it('is not the one that was written to where only its name is the same', async () => {
    const way = await Way.open();
    await way.plugIn();
    await way.pullOut();
    expect(await way.office.ask('drives:pick-up', { volume: STICK })).toMatchObject({
      error: { code: 'bundles/drive-gone' },
    });
    expect(await way.write(AUGUST)).toMatchObject({ error: { code: 'bundles/drive-gone' } });
  });
});

describe('a bundle that was sent back', () => {
  it('is sealed anew, those after it too, and headquarters takes them all', async () => {
    const way = await Way.open();
    await way.plugIn();
    const august = await way.office.seal(AUGUST);
    expectOk(await way.write(AUGUST));
    const september = await way.office.seal(SEPTEMBER);
    expectOk(await way.write(SEPTEMBER));
    await way.reject(august, 'bundle/bad-content');
    expect(await way.deliver(september)).toBe('bundle/gap');
    await way.pullOut();
    const found = await way.plugIn();
    expect(found.filter(([, outcome]) => outcome === 'rejected')).toEqual([
      [AUGUST, 'rejected'],
      [SEPTEMBER, 'rejected'],
    ]);
    expect(await way.standings()).toEqual(['rejected', 'stranded']);

    for (const period of [AUGUST, SEPTEMBER]) {
      const anew = await way.office.seal(period);
      expectOk(await way.write(period));
      expect(await way.deliver(anew)).toBe('accepted');
    }
    await way.pullOut();
    await way.plugIn();
    expect(await way.standings()).toEqual(['replaced', 'replaced', 'accepted', 'accepted']);
  });

  it('only because another was missing is taken as it is once that has come', async () => {
    const way = await Way.open();
    await way.plugIn();
    const august = await way.office.seal(AUGUST);
    expectOk(await way.write(AUGUST));
    const september = await way.office.seal(SEPTEMBER);
    expectOk(await way.write(SEPTEMBER));
    expect(await way.deliver(september)).toBe('bundle/gap');
    await way.plugIn();
    expect(await way.standings()).toEqual(['written', 'rejected']);

    expectOk(await way.write(SEPTEMBER));
    expect(await way.standings()).toEqual(['written', 'written']);
    // The old refusal still lies there.
    await way.plugIn();
    expect(await way.standings()).toEqual(['written', 'written']);
    expect(await way.deliver(august)).toBe('accepted');
    expect(await way.deliver(september)).toBe('accepted');
    await way.plugIn();
    expect(await way.standings()).toEqual(['accepted', 'accepted']);
    expect((await way.office.ledger.office()).bundles).toHaveLength(2);
  });
});

describe('the file of a bundle on this PC', () => {
  it('goes only after headquarters received it, and only when asked', async () => {
    const way = await Way.open();
    await way.plugIn();
    const bundle = await way.office.seal(AUGUST);
    expectOk(await way.write(AUGUST));
    const { outbox } = way.office.ledger.places;
    const input = { bundle: bundle.id };
    expect(expectOk(await way.office.ask('bundles:removable'))).toEqual([]);
    expect(await way.office.ask('bundles:remove', input)).toMatchObject({
      error: { code: 'bundles/not-received' },
    });
    expect(await readdir(outbox)).toContain(bundle.file);

    expect(await way.deliver(bundle)).toBe('accepted');
    await way.plugIn();
    expect(await readdir(outbox)).toContain(bundle.file);
    expect(expectOk(await way.office.ask('bundles:removable'))).toEqual([bundle.id]);
    expectOk(await way.office.ask('bundles:remove', input));
    expect(await readdir(outbox)).toEqual([]);
    expect(expectOk(await way.office.ask('bundles:removable'))).toEqual([]);
    expectOk(await way.office.ask('bundles:remove', input));
    expect(await way.write(AUGUST)).toMatchObject({ error: { code: 'bundles/removed' } });
  });
});

import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { OfficeCode, OrderId } from '#shared/core/ids.ts';
import { expectOk } from '#shared/core/result.ts';
import { DEAD } from '../files/mortality.fixture.ts';
import { enrolOffice } from '../headquarters/hq.enrol.ts';
import { hqFolder } from '../headquarters/hq.folder.ts';
import { importBundle } from '../headquarters/hq.import.ts';
import { initHeadquarters } from '../headquarters/hq.init.ts';
import { listOrders, writeOrder } from '../headquarters/hq.orders.ts';
import { rebuild, type Rebuilt } from '../headquarters/hq.rebuild.ts';
import { importMany, type FileResult } from '../headquarters/import-many.ts';
import { startReceiver, type Receiver } from '../headquarters/receiver/receiver.ts';
import type { MortalWork } from './deaths.fixture.ts';
import type { Fault } from './faults.fixture.ts';
import { leaveBehind } from './leave-behind.fixture.ts';
import { MortalProcess, PRESENT, type Program } from './mortal-process.fixture.ts';
import type { Around } from './office.actor.fixture.ts';
import type { Stick } from './stick.fixture.ts';

/** What a bundle may be refused for in this world. */
const FORESEEN: Readonly<Record<string, Fault | null | undefined>> = {
  'bundle/gap': 'gap refused',
  'bundle/newer-format': 'newer major format refused',
  'bundle/broken-age': 'broken bundle refused',
  'bundle/unreadable': 'broken bundle refused',
  'bundle/bad-bag-info': 'miscounted bundle refused',
  // A late stick brings what was made to follow a bundle that was sent back, and has been made anew since.
  'bundle/fork': null,
};

/** The headquarters: its commands over a real folder, each in a process of its own that may die. */
export class HeadquartersActor {
  readonly dataDir: string;
  program: Program = PRESENT;
  skewMs = 0;
  /** Refusals that nothing in this world explains. */
  readonly surprises: string[] = [];
  private readonly around: Around;
  private receiver: {
    readonly open: Receiver;
    readonly process: MortalProcess;
    readonly at?: number;
  } | null = null;

  private constructor(dataDir: string, around: Around) {
    this.dataDir = dataDir;
    this.around = around;
  }

  static async found(dataDir: string, around: Around, address: string): Promise<HeadquartersActor> {
    const actor = new HeadquartersActor(dataDir, around);
    expectOk(await initHeadquarters(dataDir, { name: '样本街道办事处', address, now: actor.now }));
    return actor;
  }

  readonly now = (): number => this.around.nowMs() + this.skewMs;

  /** Enrols an office; answers with the card for it. */
  async enrol(card: unknown, code: OfficeCode): Promise<string> {
    expectOk(await enrolOffice(this.dataDir, card, { now: this.now }));
    return hqFolder(this.dataDir).handedCard(code);
  }

  /** All bundles of a stick, or these files of it in this order, noted by what became of them. */
  async takeIn(from: string | readonly string[]): Promise<readonly FileResult[]> {
    const { now, dataDir } = this;
    const results = await this.until('import', async () => {
      if (typeof from === 'string') return importMany([from], dataDir, { now });
      const taken: FileResult[] = [];
      for (const file of from) taken.push({ file, result: await importBundle(file, dataDir, { now }) });
      return taken;
    });
    results.forEach(each => this.note(each));
    return results;
  }

  /** Whoever does not know whether it was written looks at the list of orders before writing it again. */
  async order(office: OfficeCode, id: string, text: string): Promise<OrderId> {
    const { dataDir, now } = this;
    const asked = { office, case: id, kind: 'supervise' as const, text, answerEarly: true };
    const before = new Set(await this.orderIds());
    return this.until('order', async () => {
      const [written] = (await this.orderIds()).filter(each => !before.has(each));
      if (written !== undefined) return written;
      const due = { working_days: 5 };
      return expectOk(await writeOrder(dataDir, { ...asked, due }, { now })).order.order_id;
    });
  }

  private async orderIds(): Promise<readonly OrderId[]> {
    return expectOk(await listOrders(this.dataDir)).map(({ order }) => order.order_id);
  }

  rebuild(): Promise<Rebuilt> {
    return this.until('rebuild', async () => expectOk(await rebuild(this.dataDir, { now: this.now })));
  }

  /** As a person does who gives the stick back: receipts and the orders of that office. */
  async putOn({ folder }: Stick, code: OfficeCode): Promise<void> {
    const { receipts, officeOrders } = hqFolder(this.dataDir);
    await mkdir(receipts, { recursive: true });
    await cp(receipts, path.join(folder, 'receipts'), { recursive: true });
    await mkdir(officeOrders(code), { recursive: true });
    await cp(officeOrders(code), path.join(folder, 'orders'), { recursive: true });
  }

  /** The port it listens on; a receiver that died is started again first. */
  async listen(): Promise<number> {
    await this.buryReceiver();
    if (this.receiver) return this.receiver.open.port;
    const process = new MortalProcess(this.program);
    const { now, dataDir } = this;
    const open = await process.run(() => startReceiver(dataDir, { host: '127.0.0.1', port: 0, now }));
    if (open === DEAD) throw new Error('nothing was to die yet');
    const at = this.around.deaths.draw('receive');
    if (at !== undefined) process.life.endAfter(at);
    this.receiver = { open, process, ...(at === undefined ? {} : { at }) };
    return open.port;
  }

  async stopListening(): Promise<void> {
    const { receiver } = this;
    if (!receiver) return;
    const { open, process, at } = receiver;
    // It may die over what it still takes in.
    await Promise.race([open.close(), process.life.death]);
    await this.buryReceiver();
    this.receiver = null;
    if (at === undefined) this.around.deaths.lived('receive', process.life.changes);
  }

  private async buryReceiver(): Promise<void> {
    const { receiver } = this;
    if (!receiver?.process.life.isDead) return;
    this.receiver = null;
    this.around.deaths.died('receive', receiver.at ?? 0);
    // Never ends: what it was about to write is awaited for ever. Its port is free at once.
    void receiver.open.close();
    await receiver.process.life.bury();
    await leaveBehind(this.dataDir, 'lock');
  }

  /** Each command can be given again after a crash. */
  private async until<T>(work: MortalWork, action: () => Promise<T>): Promise<T> {
    const { deaths } = this.around;
    for (;;) {
      const mortal = new MortalProcess(this.program);
      const at = deaths.draw(work);
      if (at !== undefined) mortal.life.endAfter(at);
      const end = await mortal.run(action);
      if (!mortal.life.isDead) deaths.lived(work, mortal.life.changes);
      else {
        deaths.died(work, at ?? 0);
        await mortal.life.bury();
        await leaveBehind(this.dataDir, 'lock');
      }
      if (end !== DEAD) return end;
    }
  }

  private note({ result }: FileResult): void {
    const { faults } = this.around;
    if (result.ok) {
      if (result.value.state === 'already-there') faults.saw('same bundle taken for known');
      return;
    }
    const { code } = result.error;
    const fault = FORESEEN[code];
    if (fault) faults.saw(fault);
    else if (fault === undefined) this.surprises.push(code);
  }
}

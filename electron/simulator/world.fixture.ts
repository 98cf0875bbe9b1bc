import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { invariant } from '#shared/core/assert.ts';
import type { OrderId } from '#shared/core/ids.ts';
import { addMonthsTo, type PlainMonth } from '#shared/core/plain-date.ts';
import { openedLedger } from '../desk/desk.ts';
import { readLedger } from '../headquarters/hq.store.ts';
import { findOffice } from '../headquarters/ledger.schema.ts';
import { officeCard } from '../office/office-card.ts';
import { breakingProxy, type Cut } from '../outbox/breaking-proxy.fixture.ts';
import { Chance } from './chance.fixture.ts';
import { Deaths } from './deaths.fixture.ts';
import { FaultCount } from './faults.fixture.ts';
import { HeadquartersActor } from './headquarters.actor.fixture.ts';
import { countMonths } from './naive.count.fixture.ts';
import { OfficeActor, type Around } from './office.actor.fixture.ts';
import { OfficeWork } from './office.work.fixture.ts';
import { receivedFrom } from './received.fixture.ts';
import { Stick } from './stick.fixture.ts';
import { FATES, planOffices, type Fate, type OfficePlan } from './world.plan.fixture.ts';

const RESOURCES = path.resolve(import.meta.dirname, '../../resources');
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const BEGIN = Date.parse('2026-01-01T08:00:00+08:00');
const SKEWS = [3 * HOUR_MS, -5 * HOUR_MS, 2 * DAY_MS, -3 * DAY_MS, 26 * HOUR_MS, -40 * 60_000];
/** Whatever went wrong before: after so many rounds in which nothing does, all has arrived. */
const MOST_ROUNDS = 6;

export interface Station {
  readonly actor: OfficeActor;
  readonly work: OfficeWork;
  readonly plan: OfficePlan;
}

export interface WorldSize {
  readonly seed: number;
  readonly offices: number;
  readonly months: number;
}

/** Offices, their headquarters and what is between them, for some months. */
export class World {
  readonly deaths: Deaths;
  readonly faults = new FaultCount();
  readonly stations: Station[] = [];
  readonly orders = new Set<OrderId>();
  readonly months: readonly PlainMonth[];
  hq!: HeadquartersActor;
  private readonly folder: string;
  private readonly chance: Chance;
  private readonly cuts: Cut[] = [];
  private readonly late: { readonly of: Station; readonly stick: Stick }[] = [];
  private readonly nextFate: () => Fate;
  private readonly nextSkew: () => number;
  private clock = BEGIN;
  private port = 0;
  private cutsMade: () => number = () => 0;

  private constructor(folder: string, { seed, months }: WorldSize) {
    this.folder = folder;
    this.chance = new Chance(seed);
    this.deaths = new Deaths(seed);
    this.nextFate = this.chance.deck(FATES);
    this.nextSkew = this.chance.deck(SKEWS);
    this.months = Array.from({ length: months }, (_, nth) => addMonthsTo('2026-01' as PlainMonth, nth));
  }

  static async make(folder: string, size: WorldSize): Promise<World> {
    const world = new World(folder, size);
    await world.makeResources();
    const proxy = await breakingProxy(() => world.port, world.cuts);
    world.cutsMade = proxy.cuts;
    const { around } = world;
    const address = `http://127.0.0.1:${proxy.port}`;
    world.hq = await HeadquartersActor.found(path.join(folder, 'hq'), around, address);
    const plans = planOffices(world.chance, size.offices, size.months);
    for (const [nth, plan] of plans.entries()) {
      const profile = path.join(folder, plan.code);
      const actor = await OfficeActor.found(profile, plan.code, plan.program(0), around);
      const card = officeCard(actor.office, actor.program.version, actor.now());
      await actor.importCard(await world.hq.enrol(card, plan.code));
      world.stations.push({ actor, plan, work: new OfficeWork(actor, new Chance(size.seed * 100 + nth)) });
    }
    return world;
  }

  async run(afterEachMonth: () => Promise<void>): Promise<void> {
    for (const [nth] of this.months.entries()) {
      await this.month(nth);
      await afterEachMonth();
    }
    await this.settle();
  }

  /** Nothing is left behind that holds a file or a port. */
  async close(): Promise<void> {
    await this.hq.stopListening();
    for (const { actor } of this.stations) await actor.close();
  }

  private get around(): Around {
    return {
      nowMs: () => this.clock,
      pass: ms => (this.clock += ms),
      deaths: this.deaths,
      faults: this.faults,
      resources: pack => path.join(this.folder, `resources-${pack}`),
    };
  }

  /** A program has the procedures it was shipped with: the newer one those of the older one too. */
  private async makeResources(): Promise<void> {
    const pack = 'procedures/phoenix-community';
    for (const version of [1, 2]) {
      const resources = path.join(this.folder, `resources-${version}`);
      await cp(path.join(RESOURCES, 'calendars'), path.join(resources, 'calendars'), { recursive: true });
      await cp(path.join(RESOURCES, pack), path.join(resources, pack), { recursive: true });
      if (version === 1) continue;
      const newer = path.join(resources, `${pack}-2`);
      await cp(path.join(RESOURCES, pack), newer, { recursive: true });
      const file = path.join(newer, 'procedure.yaml');
      await writeFile(file, (await readFile(file, 'utf8')).replace(/^version: 1$/m, 'version: 2'));
    }
  }

  private async month(nth: number): Promise<void> {
    const { chance, faults } = this;
    const period = this.months[nth];
    invariant(period, 'the month is one of this world');
    const first = Date.parse(`${period}-01T09:00:00+08:00`);
    const next = Date.parse(`${addMonthsTo(period, 1)}-01T09:00:00+08:00`);
    this.hq.skewMs = chance.happens(0.3) ? this.nextSkew() : 0;
    for (const { actor, plan, work } of this.stations) {
      this.clock = first;
      const program = plan.program(nth);
      if (program !== actor.program) await actor.restart(program);
      if (program.pack === 1 && nth > 0) faults.saw('older pack in use');
      actor.skewMs = chance.happens(0.4) ? this.nextSkew() : 0;
      if (actor.skewMs > 0) faults.saw('clock ahead');
      if (actor.skewMs < 0) faults.saw('clock behind');
      const acts = plan.isQuiet?.(nth) ? 0 : 5 + chance.below(7);
      for (let done = 0; done < acts; done++) {
        this.clock += Math.floor(((next - first) / acts) * (0.5 + chance.below(50) / 100));
        await work.act();
      }
      if (nth === this.months.length - 1 || chance.happens(0.7)) await work.answerOrders();
      this.clock = next + chance.below(2 * DAY_MS);
      await work.lock(period);
    }
    this.clock = next + 3 * DAY_MS;
    if (this.refusedNewer()) this.hq.program = { ...this.hq.program, understands: 2 };
    const arriving = this.late.splice(0);
    for (const station of chance.shuffled(this.stations)) await this.send(station, nth);
    for (const { of, stick } of arriving) await this.handIn(of, stick, 'well');
  }

  private refusedNewer(): boolean {
    return this.faults.times('newer major format refused') > 0;
  }

  private async send(station: Station, nth: number): Promise<void> {
    const { plan, actor } = station;
    const other = plan.sealsWith?.(nth);
    if (other) await actor.restart(other);
    if (plan.goes === 'by-network' && this.chance.happens(0.8)) await this.overTheNetwork(station);
    else await this.byStick(station, plan.fate?.(nth) ?? this.nextFate(), nth);
    if (other) await actor.restart(plan.program(nth));
    if (nth < this.months.length - 2 && this.chance.happens(0.5)) await this.giveOrder(station);
  }

  private async byStick(station: Station, fate: Fate, nth: number): Promise<void> {
    const { faults } = this;
    if (fate === 'held') return;
    const stick = await this.loaded(station);
    switch (fate) {
      case 'lost':
        faults.saw('stick lost');
        return stick.lose();
      case 'late':
        faults.saw('stick late, a later month first', nth < this.months.length - 1 ? 1 : 0);
        this.late.push({ of: station, stick });
        return;
      case 'twice':
        faults.saw('stick copied and handed in twice');
        await this.handIn(station, await stick.copy(), 'no-receipts');
        return this.handIn(station, stick, fate);
      case 'cut':
      case 'part':
      case 'alter':
        faults.saw(
          fate === 'cut' ? 'bundle cut short' : fate === 'part' ? 'bundle left as .part' : 'bundle altered',
        );
        await stick.harm(fate, 0.05 + this.chance.below(90) / 100);
        return this.handIn(station, stick, fate);
      case 'well':
      case 'no-receipts':
        return this.handIn(station, stick, fate);
    }
  }

  /** A stick with every month headquarters is not known to have. */
  private async loaded({ actor }: Station): Promise<Stick> {
    const stick = await Stick.in(path.join(this.folder, 'sticks'));
    await actor.look();
    for (const period of actor.dueMonths()) await actor.carry(period, stick);
    return stick;
  }

  private async handIn({ actor, plan }: Station, stick: Stick, fate: Fate): Promise<void> {
    const [latest, ...others] = await stick.bundles();
    const isReversed = this.chance.happens(0.7);
    if (latest !== undefined && others.length > 0 && isReversed) {
      this.faults.saw('two months on a stick, the later taken first');
      await this.hq.takeIn([latest]);
    }
    await this.hq.takeIn(stick.folder);
    await this.hq.putOn(stick, plan.code);
    if (fate === 'no-receipts') {
      this.faults.saw('receipts lost');
      return stick.lose();
    }
    await actor.pickUp(stick);
  }

  private async overTheNetwork({ actor }: Station): Promise<void> {
    const { chance } = this;
    await actor.look();
    for (const period of actor.dueMonths()) await actor.seal(period);
    if (chance.happens(0.6))
      this.cuts.push({ way: chance.pick(['up', 'down'] as const), after: 1 + chance.below(4000) });
    let isSending = true;
    const keep = async (): Promise<void> => {
      while (isSending) {
        this.port = await this.hq.listen();
        await sleep(5);
      }
    };
    const kept = keep();
    const send = async (): Promise<void> => {
      const { desk } = actor;
      for (let tries = 0; tries < 100; tries++) {
        await actor.ask('outbox:act', { act: 'try-now', bundle: null });
        await sleep(15);
        // Time passes for the dead as well: what goes on here must not begin anything of the process that came after.
        if (actor.desk !== desk) return;
        const { bundles } = await openedLedger(desk).office();
        if (bundles.every(({ receipt }) => receipt !== undefined)) break;
      }
    };
    await actor.until('send', send);
    // A receiver that dies now still has to let go of its lines, or who closes the program waits for an answer.
    await actor.restart();
    isSending = false;
    await kept;
    await this.hq.stopListening();
  }

  /** About a case that headquarters was told of. */
  private async giveOrder({ actor, plan }: Station): Promise<void> {
    const office = findOffice(await readLedger(this.hq.dataDir), plan.code);
    const months = countMonths(actor.book).slice(0, office?.bundles.length ?? 0);
    const told = months.flatMap(month => month.told.map(({ id }) => id));
    if (told.length === 0) return;
    this.orders.add(await this.hq.order(plan.code, this.chance.pick(told), '路灯什么时候修好？'));
  }

  /** From now on nothing goes wrong on the way, and everything has to arrive. */
  private async settle(): Promise<void> {
    this.clock += 10 * DAY_MS;
    this.hq.program = { ...this.hq.program, understands: 2 };
    for (const { of, stick } of this.late.splice(0)) await this.handIn(of, stick, 'well');
    for (let round = 0; round < MOST_ROUNDS; round++)
      for (const station of this.stations) {
        await station.actor.look();
        const isDone = round > 0 && station.actor.dueMonths().length === 0;
        if (!isDone) await this.handIn(station, await this.loaded(station), 'well');
      }
    this.faults.saw('line cut', this.cutsMade());
    for (const { actor } of this.stations) {
      const taken = await receivedFrom(this.hq.dataDir, actor.code);
      const newer = taken.filter(({ format, text }) => format === '1.1' && text.includes('x_added_later'));
      this.faults.saw('newer minor format taken', newer.length);
      const months = countMonths(actor.book);
      this.faults.saw('month without cases', months.filter(({ told }) => told.length === 0).length);
      this.faults.saw('locked month corrected', months.flatMap(({ corrections }) => corrections).length);
    }
  }
}

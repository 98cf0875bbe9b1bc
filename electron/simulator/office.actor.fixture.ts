import type { DeskEvent } from '#shared/case/batch.ts';
import { standingOf } from '#shared/case/bundle.standing.ts';
import { evolveCase } from '#shared/case/case.evolve.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { DecideContext } from '#shared/case/decide.context.ts';
import { evolveOffice, type OfficeState } from '#shared/case/office.state.ts';
import type { Refusal } from '#shared/case/refusal.ts';
import { invariant } from '#shared/core/assert.ts';
import type { CaseId, OfficeCode, PersonId } from '#shared/core/ids.ts';
import { dateOf, type Instant } from '#shared/core/instant.ts';
import { monthOf, type PlainMonth } from '#shared/core/plain-date.ts';
import { expectOk, type Result } from '#shared/core/result.ts';
import type { ChannelName } from '#shared/ipc/channels.ts';
import type { OutputOf, ParsedInputOf } from '#shared/ipc/contract.ts';
import type { Reply } from '#shared/ipc/result.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { ROLES } from '#shared/procedure/role.ts';
import { makeDesk, openedLedger, type Desk } from '../desk/desk.ts';
import type { Dialogs } from '../desk/dialogs.ts';
import { handleCards } from '../cards/cards.handlers.ts';
import { drivePresence } from '../drives/drive.presence.ts';
import { handleDrives } from '../pick-up/drive.handlers.ts';
import { handleJournal } from '../desk/journal.handlers.ts';
import { settlingGuard } from '../transfers/settling.guard.ts';
import { readPacks } from '../desk/packs.ts';
import { beginSetup, finishSetup, lock, unlock } from '../desk/session.ts';
import type { Drive } from '../drives/drive.ts';
import { DEAD } from '../files/mortality.fixture.ts';
import type { Handle, Handler } from '../ipc/handle.ts';
import { NO_OPTIONS } from '../launch-options.ts';
import { handleMonth } from '../month/month.handlers.ts';
import { handleOutbox } from '../outbox/outbox.handlers.ts';
import type { RenderDeps } from '../printing/pdf.renderer.ts';
import { readOutside } from '../printing/outside/outside.reader.ts';
import type { Deaths, MortalWork } from './deaths.fixture.ts';
import type { FaultCount } from './faults.fixture.ts';
import { leaveBehind } from './leave-behind.fixture.ts';
import { MortalProcess, type Program } from './mortal-process.fixture.ts';
import { OfficeBook, type Act } from './office.book.fixture.ts';
import type { Stick } from './stick.fixture.ts';

const PASSPHRASE = '凤凰 样本 口令 测试';
const NAME = '王登记';

/** Of whoever typed a wrong passphrase too often. */
const LONGEST_WAIT_MS = 15 * 60_000;

export interface Around {
  /** What every right clock shows. */
  readonly nowMs: () => number;
  readonly pass: (ms: number) => void;
  readonly deaths: Deaths;
  readonly faults: FaultCount;
  /** Where the files of a program with that version of the procedure are. */
  readonly resources: (pack: Program['pack']) => string;
}

/** What was done, without what the journal adds to it. */
export type Told = Act extends infer A ? (A extends Act ? Omit<A, 'at' | 'events'> : never) : never;
export type Decided = Result<readonly DeskEvent[], Refusal>;

/** An office at work: the shell over a real profile, asked as its window asks it, in a process that may die. */
export class OfficeActor {
  readonly code: OfficeCode;
  readonly book: OfficeBook;
  readonly around: Around;
  program: Program;
  /** How far the clock of its PC is off. */
  skewMs = 0;
  desk!: Desk;
  readonly cases = new Map<CaseId, CaseState>();
  private known: OfficeState | undefined;
  procedures: readonly Procedure[] = [];
  private process!: MortalProcess;
  private handlers = new Map<string, Handler<never>>();
  private readonly profile: string;
  private readonly seen = new Set<string>();
  private person!: PersonId;
  private seq = 0;
  private drives: readonly Drive[] = [];
  private chosen: string | undefined;
  outboxMoved: () => void = () => undefined;

  private constructor(profile: string, code: OfficeCode, program: Program, around: Around) {
    this.profile = profile;
    this.code = code;
    this.program = program;
    this.around = around;
    this.makeProcess();
    this.book = new OfficeBook(monthOf(dateOf(this.now())));
  }

  static async found(
    profile: string,
    code: OfficeCode,
    program: Program,
    around: Around,
  ): Promise<OfficeActor> {
    const actor = new OfficeActor(profile, code, program, around);
    const name = `样本${code.slice(-2)}社区居委会`;
    const input = {
      office: { name, code, prefix: `样${code.slice(-2)}`, firstNumber: 1, procedure: 'phoenix-community' },
      person: { name: NAME, phone: '', roles: [...ROLES] },
      passphrase: PASSPHRASE,
    };
    await actor.process.run(async () => {
      const { desk } = actor;
      const setup = expectOk(await beginSetup(desk, input));
      const groups = setup.ask.map(group => [String(group), setup.recoveryKey[group - 1] ?? ''] as const);
      actor.person = expectOk(await finishSetup(desk, Object.fromEntries(groups))).person;
    });
    await actor.lookAgain();
    return actor;
  }

  get office(): OfficeState {
    invariant(this.known, 'the journal begins with the founding of the office');
    return this.known;
  }

  now(): Instant {
    this.setClock();
    return this.desk.now();
  }

  ask<Name extends ChannelName>(
    name: Name,
    input?: Partial<ParsedInputOf<Name>>,
  ): Promise<Reply<OutputOf<Name>>> {
    const handler = this.handlers.get(name) as Handler<Name> | undefined;
    invariant(handler, `somebody answers ${name}`);
    return Promise.resolve(handler(input as ParsedInputOf<Name>));
  }

  /** Does it until it is done, however often the process dies over it; `DEAD` is asked about each time. */
  async until<T>(work: MortalWork, action: () => Promise<T>): Promise<T> {
    for (;;) {
      const end = await this.attempt(work, action);
      if (end !== DEAD) return end;
    }
  }

  /** Once; a process that died over it has been started again. */
  async attempt<T>(work: MortalWork, action: () => Promise<T>): Promise<T | typeof DEAD> {
    this.setClock();
    const { deaths } = this.around;
    const { life } = this.process;
    const before = life.changes;
    const at = deaths.draw(work);
    if (at !== undefined) life.endAfter(at);
    const end = await this.process.run(action);
    if (life.isDead) {
      deaths.died(work, at ?? 0);
      await this.rise();
      return end;
    }
    life.endAfter(Infinity);
    deaths.lived(work, life.changes - before);
    return end;
  }

  /** Decides and saves as the window does. Whether it was decided at all; what was saved stands in the book. */
  async save(decide: (context: Omit<DecideContext, 'procedure'>) => Decided, told: Told): Promise<boolean> {
    for (;;) {
      await this.look();
      this.setClock();
      const { ids, now } = this.desk;
      const acting = { person: this.person, name: NAME, roles: ROLES, station: 'PC-1' };
      const at = now();
      const decided = decide({ now: at, ids, acting });
      if (!decided.ok) return false;
      const events = decided.value;
      const [first] = events;
      invariant(first, 'something was decided');
      const after = this.seq;
      const end = await this.attempt('save', () =>
        this.ask('journal:append', { after, events: [...events] }),
      );
      if (end === DEAD) {
        await this.look();
        const arrived = this.seen.has(first.id);
        this.around.faults.saw(
          arrived ? 'save arrived, never acknowledged' : 'save lost before it was acknowledged',
        );
        // Whoever pressed the button sees that it is not there, and presses it again.
        if (!arrived) continue;
      } else expectOk(end);
      this.book.add({ ...told, at, events, ...this.born(told, events) });
      await this.look();
      return true;
    }
  }

  /** A case has its id from the decision. */
  private born(told: Told, events: readonly DeskEvent[]): { readonly case?: CaseId } {
    const birth = events.find(event => event.type === 'registered');
    return told.did === 'registered' && birth ? { case: birth.case } : {};
  }

  async keep(bytes: Uint8Array): Promise<{ readonly sha256: string; readonly bytes: number }> {
    return this.until('attach', async () => expectOk(await openedLedger(this.desk).vault.put(bytes)));
  }

  /** Which months are not received yet. */
  dueMonths(): readonly PlainMonth[] {
    const { bundles, months } = this.office;
    const received = new Set(
      bundles.filter(each => each.receipt?.verdict === 'accepted').map(({ period }) => period),
    );
    return months.map(({ period }) => period).filter(period => !received.has(period));
  }

  /** Seals what has to be sealed and carries it onto a stick. */
  async carry(period: PlainMonth, stick: Stick): Promise<void> {
    await this.look();
    this.noteRepair(period);
    await this.until('carry', async () => {
      this.drives = [stick.drive];
      const { volume } = stick;
      expectOk(await this.ask('bundles:export', { period, to: { kind: 'drive', volume } }));
    });
    await this.look();
  }

  async seal(period: PlainMonth): Promise<void> {
    await this.look();
    this.noteRepair(period);
    await this.until('carry', async () => expectOk(await this.ask('bundles:seal', { period })));
    await this.look();
  }

  private noteRepair(period: PlainMonth): void {
    const { bundles } = this.office;
    const last = bundles.findLast(each => each.period === period);
    if (!last) return;
    const standing = standingOf(bundles, last);
    const { faults } = this.around;
    if (standing.state === 'stranded') faults.saw('stranded and sealed anew');
    if (standing.state === 'rejected' && standing.remedy === 'seal-again')
      faults.saw('sent back and sealed anew');
  }

  /** A stick came back from headquarters. */
  async pickUp(stick: Stick): Promise<void> {
    await this.until('pick-up', async () => {
      this.drives = [];
      expectOk(await this.ask('drives:list'));
      this.drives = [stick.drive];
      expectOk(await this.ask('drives:pick-up', { volume: stick.volume }));
    });
    this.drives = [];
    await this.look();
  }

  async importCard(file: string): Promise<void> {
    this.chosen = file;
    await this.process.run(async () => {
      expectOk(await this.ask('cards:import-headquarters', { answer: 'read' }));
    });
    await this.look();
  }

  /** The program is closed and started again, perhaps another version of it. */
  async restart(program = this.program): Promise<void> {
    await this.close();
    this.program = program;
    await this.open();
  }

  async close(): Promise<void> {
    await this.process.run(() => lock(this.desk));
  }

  /** Reads what was written since, as the window does. */
  async look(): Promise<void> {
    await this.process.run(async () => {
      for await (const record of openedLedger(this.desk).read(this.seq + 1)) {
        for (const event of record.events) this.follow(event);
        this.seq = record.seq;
      }
    });
  }

  packOf({ procedure: { id, version } }: Pick<CaseState, 'procedure'>): Procedure {
    const found = this.procedures.find(each => each.id === id && each.version === version);
    invariant(found, 'the pack of the case is here');
    return found;
  }

  private follow(event: DeskEvent): void {
    this.seen.add(event.id);
    if (event.stream === 'office') {
      this.known = evolveOffice(this.known, event);
      return;
    }
    const state = this.cases.get(event.case);
    const ref = event.type === 'registered' ? event : state;
    invariant(ref, 'a case begins with its registration');
    this.cases.set(event.case, evolveCase(state, event, this.packOf(ref)));
    const isNew = !this.book.acts.some(({ events }) => events.some(({ id }) => id === event.id));
    // The shell writes orders by itself; nobody at the desk does.
    if (event.type === 'supervision-ordered' && isNew)
      this.book.add({ did: 'ordered', case: event.case, at: event.at, events: [event] });
  }

  private setClock(): void {
    this.desk.clockOffsetMs = this.around.nowMs() + this.skewMs - Date.now();
  }

  private makeProcess(): void {
    this.process = new MortalProcess(this.program);
    this.handlers = new Map();
    this.desk = makeDesk({
      ...{ profile: this.profile, resources: this.around.resources(this.program.pack) },
      ...{ version: this.program.version, station: 'PC-1', runtimeMajor: 1 },
      options: { ...NO_OPTIONS, quickKeys: true },
      notify: name => {
        if (name === 'outbox:changed') this.outboxMoved();
      },
    });
    const handle: Handle = (name, handler) => void this.handlers.set(name, handler);
    const choose = () => Promise.resolve(this.chosen);
    const dialogs: Dialogs = { chooseFile: choose, chooseFolder: choose, choosePlace: choose };
    const drives = { list: () => Promise.resolve(this.drives) };
    handleJournal(handle, this.desk, settlingGuard(this.desk));
    const presence = drivePresence(this.desk.now);
    handleMonth(handle, this.desk, { dialogs, drives, presence, render: {} as RenderDeps });
    handleDrives(handle, this.desk, { drives, presence, readPdf: readOutside });
    handleCards(handle, this.desk, dialogs);
    handleOutbox(handle, this.desk, () => Promise.resolve('DIRECT'));
    this.setClock();
  }

  private async open(): Promise<void> {
    for (;;) {
      this.makeProcess();
      const { life } = this.process;
      const at = this.around.deaths.draw('start');
      if (at !== undefined) life.endAfter(at);
      const end = await this.process.run(() => unlock(this.desk, this.person, PASSPHRASE));
      if (!life.isDead) {
        life.endAfter(Infinity);
        this.around.deaths.lived('start', life.changes);
        invariant(end !== DEAD, 'who is not dead answers');
        // A try that a crash cut off counts as a wrong one: after three the person waits.
        if (!end.ok && end.error.code === 'keys/wait') {
          this.around.pass(LONGEST_WAIT_MS);
          continue;
        }
        expectOk(end);
        break;
      }
      this.around.deaths.died('start', at ?? 0);
      await this.bury();
    }
    await this.lookAgain();
  }

  private async rise(): Promise<void> {
    await this.bury();
    await this.open();
  }

  /** What its system does for a process that was killed. */
  private async bury(): Promise<void> {
    for (const letGo of this.desk.atLock) void letGo();
    await this.process.life.bury();
    await leaveBehind(this.desk.places.journal, 'journal.lock');
  }

  private async lookAgain(): Promise<void> {
    const { resources } = this.desk;
    this.procedures = (await readPacks(resources)).procedures;
    this.cases.clear();
    this.known = undefined;
    this.seq = 0;
    await this.look();
  }
}

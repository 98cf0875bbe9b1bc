import type { DeskEvent, JournalRecord } from '#shared/case/batch.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { decideCase } from '#shared/case/case.decide.ts';
import type { CaseCommand, RegisterCommand } from '#shared/case/commands.ts';
import type { Acting, DecideContext } from '#shared/case/decide.context.ts';
import { knownFacts } from '#shared/case/known.facts.ts';
import type { ImportCommand } from '#shared/case/import.decide.ts';
import { decideDocumentNumber } from '#shared/case/document.decide.ts';
import { decideMonthLock, type LockMonthCommand } from '#shared/case/month-lock.decide.ts';
import { decideOffice, type OfficeCommand } from '#shared/case/office.decide.ts';
import { officeProcedure } from '#shared/case/office.procedure.ts';
import type { OfficeState } from '#shared/case/office.state.ts';
import { decideRegistration } from '#shared/case/register.decide.ts';
import type { Refusal } from '#shared/case/refusal.ts';
import { NO_OTHER_CASES } from '#shared/case/severity.ts';
import { invariant } from '#shared/core/assert.ts';
import type { CaseId, IdSource } from '#shared/core/ids.ts';
import { dateOf, type Instant } from '#shared/core/instant.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { AppendAnswer } from '#shared/ipc/answers.ts';
import type { DeskApi } from '#shared/ipc/desk-api.ts';
import type { DeskFault, Reply } from '#shared/ipc/result.ts';
import { isValidOn } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { namedAside } from '#shared/transfer/against.fields.ts';
import { caseState, closeStore, type CaseStore } from '#renderer/db/case-store.ts';
import { othersOf } from '#renderer/db/queries/other-cases.ts';
import type {
  ImportedPortion,
  Submission,
  Submitted,
  Trouble,
  UndonePortion,
  UndoPortion,
} from '#renderer/db/live/desk.types.ts';
import {
  followJournal,
  rebuildStore,
  type Followed,
  type FollowProgress,
} from '#renderer/db/opening/follow-journal.ts';
import { procedureOf } from '#renderer/db/projection/procedure-of.ts';
import { projectRecords } from '#renderer/db/projection/project-records.ts';
import type { StoreMeta } from '#renderer/db/store-rows.ts';
import { askShell } from './ask-shell.ts';
import { decideImportIn, decideUndoIn } from './import.turns.ts';
import type { MarkKeeper } from './mark.keeper.ts';
import { readRecords, storeFault, type LedgerStore } from './open-ledger-store.ts';
import { Turns } from './turns.ts';

export interface LedgerView {
  readonly store: CaseStore;
  readonly office: OfficeState;
  readonly behind: boolean;
  /** The lists are being made again, somebody asked for it. */
  readonly rebuilding: FollowProgress | null;
  readonly trouble: Trouble | null;
  /** When the last thing in the journal happened, as far as this window knows. */
  readonly lastAt: Instant | undefined;
}

export interface LedgerParts {
  readonly api: DeskApi;
  /** Who acts, with the roles of that office; undefined for somebody who is not of it any more. */
  readonly acting: (view: LedgerView) => Acting | undefined;
  readonly now: () => Instant;
  readonly ids: IdSource;
  readonly wait: (ms: number) => Promise<void>;
  readonly marks: MarkKeeper;
  readonly newStoreId: () => string;
  /** Opens the store anew, after it failed. */
  readonly reopen: () => Promise<Reply<LedgerStore>>;
  readonly onChange: (view: LedgerView) => void;
}

type Decided<T> = Result<T, Refusal | DeskFault>;

const LOCKED: DeskFault = { code: 'session/locked' };
const missingPack = (pack: string) => err<DeskFault>({ code: 'packs/missing', detail: { pack } });
const RETRIES = 3;
const REPAIR_WAITS_MS = [1000, 5000, 30_000];

/**
 * The one way to write, while the ledger is unlocked: decide, append, project.
 *
 * Everything is done in turns, so that each decision stands on all that went before. What the journal has
 * acknowledged is saved, whatever the store says afterwards; the store is then brought up again by itself.
 */
export class Ledger {
  private readonly parts: LedgerParts;
  private readonly turns = new Turns();
  private store: CaseStore;
  private meta: StoreMeta;
  private office: OfficeState;
  private trouble: Trouble | null;
  private lastAt: Instant | undefined;
  private behind = false;
  private rebuilding: FollowProgress | null = null;
  private readonly closing = new AbortController();

  constructor(parts: LedgerParts, opened: LedgerStore, office: OfficeState, lastAt?: Instant) {
    this.lastAt = lastAt;
    this.parts = parts;
    this.store = opened.store;
    this.meta = opened.meta;
    this.office = office;
    this.trouble = opened.trouble;
    parts.marks.note(opened.meta);
  }

  get view(): LedgerView {
    const { store, office, behind, rebuilding, trouble, lastAt } = this;
    return { store, office, behind, rebuilding, trouble, lastAt };
  }

  register(command: RegisterCommand): Promise<Submission> {
    return this.write(async acting => {
      const aside = await this.asideOf(command.transferred?.transfer);
      return aside.ok ? this.decideRegistration(command, acting, aside.value) : aside;
    });
  }

  submitCase(id: CaseId, command: CaseCommand): Promise<Submission> {
    return this.write(acting =>
      this.decideWith(id, acting, (state, context) => decideCase(state, command, context)),
    );
  }

  /** Gives the paper of a form on this case its number, before it is set. */
  numberDocument(id: CaseId, form: string): Promise<Submission> {
    return this.write(acting =>
      this.decideWith(id, acting, (state, context) =>
        decideDocumentNumber(this.office, state, form, context),
      ),
    );
  }

  /** One portion of an old ledger. */
  importCases(command: ImportCommand): Promise<Decided<ImportedPortion>> {
    return this.write(acting => {
      const { now } = this.parts;
      const procedure = this.procedureFor(command.procedure, now());
      if (!procedure) return Promise.resolve(missingPack(command.procedure));
      return decideImportIn(this.store, this.office, command, this.deciding(procedure, acting));
    });
  }

  /** Takes back one portion of what an import brought. */
  undoImport(portion: UndoPortion): Promise<Decided<UndonePortion>> {
    const { now, ids } = this.parts;
    return this.write(acting => decideUndoIn(this.store, this.office, portion, { now: now(), ids, acting }));
  }

  async submitOffice(command: OfficeCommand): Promise<Decided<null>> {
    const { now, ids } = this.parts;
    const done = await this.write<{ readonly events: readonly DeskEvent[] }>(async acting => {
      const aside = await this.asideOf(command.type === 'return-transfer' ? command.transfer : undefined);
      if (!aside.ok) return aside;
      const decided = decideOffice(this.office, command, { now: now(), ids, acting, aside: aside.value });
      return decided.ok ? ok({ events: decided.value }) : decided;
    });
    return done.ok ? ok(null) : done;
  }

  async lockMonth(command: LockMonthCommand): Promise<Decided<null>> {
    const { now, ids } = this.parts;
    const done = await this.write(acting => {
      const decided = decideMonthLock(this.office, command, { now: now(), ids, acting });
      return Promise.resolve(decided.ok ? ok({ events: decided.value }) : decided);
    });
    return done.ok ? ok(null) : done;
  }

  /** Follows what was appended by others: the shell writes the events of bundles itself. */
  catchUp(seq = Infinity): Promise<Reply<null>> {
    return this.turns.take(async () => {
      if (this.closing.signal.aborted) return err(LOCKED);
      if (seq <= this.meta.seq && !this.behind) return ok(null);
      return this.followOrRepair();
    });
  }

  rebuild(): Promise<Reply<null>> {
    return this.turns.take(async () => {
      if (this.closing.signal.aborted) return err(LOCKED);
      try {
        const { store, parts } = this;
        const reply = await rebuildStore(
          {
            store,
            read: readRecords(parts.api),
            signal: this.closing.signal,
            newStoreId: parts.newStoreId,
            onProgress: progress => {
              this.rebuilding = progress;
              this.tell();
            },
            onBegun: meta => {
              parts.marks.note(meta);
              return parts.marks.flush();
            },
          },
          'asked',
        );
        this.rebuilding = null;
        if (reply.ok) return this.followed(reply.value);
        // The lists are half made: they go on from there.
        this.fallBehind(reply.error);
        return reply;
      } catch (error) {
        this.rebuilding = null;
        this.fallBehind(error);
        return err(storeFault(error));
      }
    });
  }

  /** When everything asked for so far is over. */
  readonly settled = (): Promise<void> => this.turns.idle();

  /** Nothing more is begun. Resolves when what was under way is over and the store is let go. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.turns.idle();
    closeStore(this.store);
  }

  private write<T extends { readonly events: readonly DeskEvent[] }>(
    decide: (acting: Acting) => Promise<Decided<T>>,
  ): Promise<Decided<T>> {
    return this.turns.take(async () => {
      for (let tries = 0; ; tries++) {
        if (this.closing.signal.aborted) return err(LOCKED);
        if (this.behind || tries > 0) {
          const current = await this.followOrRepair();
          if (!current.ok) return current;
        }
        const acting = this.parts.acting(this.view);
        if (acting === undefined) return err({ code: 'session/not-of-this-office' });
        const decided = await decide(acting);
        if (!decided.ok) return decided;
        if (decided.value.events.length === 0) return decided;
        const reply = await this.append(decided.value.events);
        if (reply.ok) {
          await this.projectSaved({ ...reply.value, events: decided.value.events });
          return decided;
        }
        if (reply.error.code !== 'journal/behind' || tries === RETRIES) return reply;
      }
    });
  }

  /** The procedure as the office uses it for what comes in at that moment. */
  private procedureFor(id: string, at: Instant): Procedure | undefined {
    const named = this.store.context.procedures.filter(each => each.id === id);
    const pack = named.find(candidate => isValidOn(candidate, dateOf(at))) ?? named[0];
    return pack && officeProcedure(pack, this.office, this.store.context.guidance, at);
  }

  /** Whom a case that came in names, as the other office wrote it; nobody where it is about none. */
  private async asideOf(transfer: string | undefined): Promise<Reply<readonly string[]>> {
    if (transfer === undefined) return ok([]);
    const read = await askShell(() => this.parts.api.transfers.read({ transfer }));
    return read.ok ? ok(namedAside(read.value, this.store.context.procedures)) : read;
  }

  private decideRegistration(
    command: RegisterCommand,
    acting: Acting,
    aside: readonly string[],
  ): Decided<Submitted> {
    const procedure = this.procedureFor(command.procedure, command.receivedAt);
    if (procedure === undefined) return missingPack(command.procedure);
    const decided = decideRegistration(this.office, command, {
      ...this.deciding(procedure, acting),
      aside,
    });
    if (!decided.ok) return decided;
    const born = decided.value.find(event => event.type === 'registered');
    invariant(born, 'a registration registers a case');
    return ok({ caseId: born.case, number: born.number, events: decided.value });
  }

  private async decideWith(
    id: CaseId,
    acting: Acting,
    decide: (state: CaseState, context: DecideContext) => Result<readonly DeskEvent[], Refusal>,
  ): Promise<Decided<Submitted>> {
    let state = this.store.states.get(id);
    let procedure: Procedure | undefined;
    let others = NO_OTHER_CASES;
    try {
      state ??= await caseState(this.store, id);
      procedure = state && procedureOf(this.store.context, state, this.office);
      if (state && procedure) others = await othersOf(this.store, procedure, state);
    } catch (error) {
      this.fallBehind(error);
      return err(storeFault(error));
    }
    if (state === undefined) return err({ code: 'store/no-such-case' });
    if (procedure === undefined) return missingPack(state.procedure.id);
    const decided = decide(state, this.deciding(procedure, acting, others));
    return decided.ok ? ok({ caseId: id, number: state.number, events: decided.value }) : decided;
  }

  private deciding(procedure: Procedure, acting: Acting, others = NO_OTHER_CASES): DecideContext {
    const { now, ids } = this.parts;
    const { calendar } = this.store.context;
    const context = { now: now(), calendar, officeHours: this.office.hours, others };
    return {
      ...{ now: context.now, ids, acting, procedure },
      ...knownFacts(procedure, context),
    };
  }

  private async append(events: readonly DeskEvent[]): Promise<Reply<AppendAnswer>> {
    const { api } = this.parts;
    const after = this.meta.seq;
    const reply = await askShell(() => api.journal.append({ after, events: [...events] }));
    if (reply.ok || reply.error.code !== 'desk/no-answer') return reply;
    // Nobody knows whether it was written: the journal does.
    const read = await readRecords(api)(after + 1, 1);
    if (!read.ok) return read;
    const [record] = read.value.records;
    const isOurs = record !== undefined && record.events[0]?.id === events[0]?.id;
    return isOurs ? ok({ seq: record.seq, hash: record.hash }) : reply;
  }

  /** It is saved already. What goes wrong here is put right behind the person's back. */
  private async projectSaved(record: JournalRecord): Promise<void> {
    const at = record.events.at(-1)?.at;
    if (at !== undefined && (this.lastAt === undefined || at > this.lastAt)) this.lastAt = at;
    try {
      this.took(await projectRecords(this.store, [record]));
    } catch (error) {
      this.fallBehind(error);
    }
  }

  private took({ meta, office }: Followed): void {
    this.meta = meta;
    if (office) this.office = office;
    this.behind = false;
    this.parts.marks.note(meta);
    this.tell();
  }

  private followed(value: Followed): Reply<null> {
    this.took(value);
    return ok(null);
  }

  private async followOrRepair(): Promise<Reply<null>> {
    const { api } = this.parts;
    try {
      const { signal } = this.closing;
      const reply = await followJournal({ store: this.store, read: readRecords(api), signal });
      return reply.ok ? this.followed(reply.value) : reply;
    } catch {
      // The store itself has failed; it is opened anew, and made anew if that is not enough.
    }
    closeStore(this.store);
    const opened = await this.parts.reopen();
    if (!opened.ok) {
      this.fallBehind(opened.error);
      return opened;
    }
    this.store = opened.value.store;
    this.trouble = opened.value.trouble ?? this.trouble;
    return this.followed(opened.value);
  }

  private fallBehind(error: unknown): void {
    void askShell(() =>
      this.parts.api.app.report({ where: 'store', message: JSON.stringify(storeFault(error)) }),
    );
    if (this.behind) return;
    this.behind = true;
    this.tell();
    void this.repair();
  }

  private async repair(): Promise<void> {
    for (let tries = 0; this.behind && !this.closing.signal.aborted; tries++) {
      await this.parts.wait(REPAIR_WAITS_MS[tries] ?? REPAIR_WAITS_MS.at(-1) ?? 0);
      await this.catchUp(0);
    }
  }

  private tell(): void {
    if (!this.closing.signal.aborted) this.parts.onChange(this.view);
  }
}

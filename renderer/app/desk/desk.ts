import type { Refusal } from '#shared/case/refusal.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { BootAnswer, UnlockAnswer } from '#shared/ipc/answers.ts';
import type { DeskApi } from '#shared/ipc/desk-api.ts';
import type { DeskFault, Reply } from '#shared/ipc/result.ts';
import { namesOf } from '#renderer/db/opening/open-with-retries.ts';
import type {
  Desk,
  DeskState,
  ImportedPortion,
  OpenState,
  Submission,
  UndonePortion,
} from '#renderer/db/live/desk.types.ts';
import { askShell } from './ask-shell.ts';
import { DeskClock } from './desk.clock.ts';
import { createDrafts } from './drafts.ts';
import { browserEnvironment, waitIn, type DeskEnvironment } from './environment.ts';
import type { Ledger, LedgerView } from './ledger.ts';
import { Listeners } from './listeners.ts';
import { openLedger, type OpenedLedger } from './open-ledger.ts';

type LockReason = 'asked' | 'idle' | 'suspend';

const LOCKED: DeskFault = { code: 'session/locked' };

/** A lock does not wait longer than this for a disk that does not answer. */
const LOCK_WAIT_MS = 3000;

interface Session {
  readonly abort: AbortController;
  opened?: OpenedLedger;
  /** The person has read what was wrong. */
  dismissed?: boolean;
}

/** Builds the desk on what the shell offers. Nothing happens before `start`. */
export function createDesk(api: DeskApi, environment: DeskEnvironment = browserEnvironment()): Desk {
  const clock = new DeskClock(environment);
  const ids = { nowMs: clock.nowMs, randomBytes: environment.randomBytes };
  const drafts = createDrafts({ api, ids, now: clock.now, after: environment.after });
  const listeners = new Listeners();
  let state: DeskState = { phase: 'starting' };
  let session: Session | undefined;
  let locking: Promise<void> = Promise.resolve();

  const become = (next: DeskState): void => {
    state = next;
    listeners.tell();
  };

  const boot = async (): Promise<Reply<BootAnswer>> => {
    const reply = await askShell(() => api.app.boot());
    if (reply.ok) clock.moveTo(reply.value.clockOffsetMs);
    return reply;
  };

  const start = async (): Promise<void> => {
    become({ phase: 'starting' });
    const reply = await boot();
    if (!reply.ok) become({ phase: 'broken', error: reply.error });
    else if (reply.value.office === null) become({ phase: 'first-run', boot: reply.value });
    else become({ phase: 'locked', boot: reply.value, reason: null });
  };

  const showLocked = async (reason: LockReason): Promise<void> => {
    if ('boot' in state) become({ phase: 'locked', boot: state.boot, reason });
    const reply = await boot();
    // People may have been added since the start.
    if (reply.ok && state.phase === 'locked') become({ phase: 'locked', boot: reply.value, reason });
  };

  /** Forgets everything that was read with the key. */
  const leave = async (): Promise<void> => {
    const left = session;
    session = undefined;
    left?.abort.abort();
    drafts.forget();
    left?.opened?.marks.forget();
    await left?.opened?.ledger.close();
  };

  const openState = (
    { context, packs, actingIn }: OpenedLedger,
    view: LedgerView,
    answer: UnlockAnswer,
    booted: BootAnswer,
  ): OpenState | undefined => {
    const me = actingIn(view);
    return (
      me && {
        phase: 'open',
        boot: booted,
        me,
        office: view.office,
        procedures: packs.procedures,
        guidance: packs.guidance,
        brokenPacks: packs.broken,
        calendar: context.calendar,
        officeHours: view.office.hours,
        store: view.store,
        health: view.behind ? 'behind' : 'sound',
        rebuilding: view.rebuilding,
        trouble: view.trouble ?? answer.trouble,
        lastAt: view.lastAt,
      }
    );
  };

  const fail = async (error: DeskFault): Promise<Reply<null>> => {
    await leave();
    await askShell(() => api.session.lock());
    become({ phase: 'broken', error });
    return err(error);
  };

  const enter = async (answer: UnlockAnswer): Promise<Reply<null>> => {
    const booted = await boot();
    if (!booted.ok) return fail(booted.error);
    const own: Session = { abort: new AbortController() };
    session = own;
    const show = (opened: OpenedLedger, view: LedgerView): boolean => {
      const next = openState(opened, view, answer, booted.value);
      if (next) become(own.dismissed ? { ...next, trouble: null } : next);
      return next !== undefined;
    };
    try {
      const reply = await openLedger({
        api,
        environment,
        clock,
        answer,
        signal: own.abort.signal,
        onStep: step => {
          if (session === own) become({ phase: 'opening', boot: booted.value, step });
        },
        onChange: view => {
          if (session === own && own.opened) show(own.opened, view);
        },
      });
      if (session !== own) {
        if (reply.ok) await reply.value.ledger.close();
        return err(LOCKED);
      }
      if (!reply.ok) return await fail(reply.error);
      own.opened = reply.value;
      if (show(reply.value, reply.value.ledger.view)) return ok(null);
      return await fail({ code: 'session/not-of-this-office' });
    } catch (error) {
      if (session !== own) return err(LOCKED);
      return fail({ code: 'desk/failed', detail: { errors: namesOf(error).join(' < ') } });
    }
  };

  const admit = async (ask: () => Promise<Reply<UnlockAnswer>>): Promise<Reply<null>> => {
    await locking;
    const reply = await askShell(ask);
    return reply.ok ? enter(reply.value) : reply;
  };

  const patient = waitIn(environment);

  const writeWhatWaits = async (): Promise<void> => {
    const marks = session?.opened?.marks;
    const ledger = session?.opened?.ledger;
    await Promise.race([
      Promise.all([drafts.flush(), ledger?.settled().then(() => marks?.flush())]),
      patient(LOCK_WAIT_MS),
    ]);
  };

  const lock = (reason: 'asked' | 'idle' = 'asked'): Promise<void> => {
    if (session === undefined) return locking;
    locking = (async () => {
      const writing = writeWhatWaits();
      const shown = showLocked(reason);
      await writing;
      void leave();
      await askShell(() => api.session.lock());
      await shown;
    })();
    return locking;
  };

  const withLedger = <T>(act: (ledger: Ledger) => Promise<T>, locked: T): Promise<T> => {
    const ledger = session?.opened?.ledger;
    return ledger ? act(ledger) : Promise.resolve(locked);
  };

  api.on('session:locked', ({ reason }) => {
    if (session === undefined) return;
    void leave();
    void showLocked(reason);
  });
  api.on('journal:appended', ({ seq }) => {
    void withLedger(ledger => ledger.catchUp(seq), err(LOCKED));
  });
  api.on('clock:moved', ({ offsetMs }) => clock.moveTo(offsetMs));

  return {
    api,
    ids,
    getState: () => state,
    subscribe: listeners.add,
    start,
    unlock: (person, passphrase) => admit(() => api.session.unlock({ person, passphrase })),
    recover: (person, recoveryKey, passphrase) =>
      admit(() => api.session.recover({ person, recoveryKey, passphrase })),
    beginSetup: input => askShell(() => api.setup.begin(input)),
    finishSetup: groups => admit(() => api.setup.finish({ groups })),
    lock,
    dismissTrouble: () => {
      if (session) session.dismissed = true;
      if (state.phase === 'open') become({ ...state, trouble: null });
    },
    now: clock.now,
    onMinute: clock.onMinute,
    register: command => withLedger<Submission>(ledger => ledger.register(command), err(LOCKED)),
    submitCase: (id, command) =>
      withLedger<Submission>(ledger => ledger.submitCase(id, command), err(LOCKED)),
    numberDocument: (id, form) =>
      withLedger<Submission>(ledger => ledger.numberDocument(id, form), err(LOCKED)),
    importCases: command =>
      withLedger<Result<ImportedPortion, Refusal | DeskFault>>(
        ledger => ledger.importCases(command),
        err(LOCKED),
      ),
    undoImport: portion =>
      withLedger<Result<UndonePortion, Refusal | DeskFault>>(
        ledger => ledger.undoImport(portion),
        err(LOCKED),
      ),
    submitOffice: command =>
      withLedger<Result<null, Refusal | DeskFault>>(ledger => ledger.submitOffice(command), err(LOCKED)),
    lockMonth: command =>
      withLedger<Result<null, Refusal | DeskFault>>(ledger => ledger.lockMonth(command), err(LOCKED)),
    catchUp: () => withLedger(ledger => ledger.catchUp(), err(LOCKED)),
    rebuild: () => withLedger(ledger => ledger.rebuild(), err(LOCKED)),
    drafts,
    close: writeWhatWaits,
  };
}

import type { Acting } from '#shared/case/decide.context.ts';
import type { Instant } from '#shared/core/instant.ts';
import { err, ok } from '#shared/core/result.ts';
import type { PackAnswer, UnlockAnswer } from '#shared/ipc/answers.ts';
import type { DeskApi } from '#shared/ipc/desk-api.ts';
import type { Reply } from '#shared/ipc/result.ts';
import type { OpeningStep } from '#renderer/db/live/desk.types.ts';
import { projectionContext, type ProjectionContext } from '#renderer/db/projection/projection.context.ts';
import { importStoreKey } from '#renderer/db/sealing/store-key.ts';
import { newUlid } from '#shared/core/ids.ts';
import { askShell } from './ask-shell.ts';
import type { DeskClock } from './desk.clock.ts';
import { waitIn, type DeskEnvironment } from './environment.ts';
import { Ledger, type LedgerView } from './ledger.ts';
import { MarkKeeper } from './mark.keeper.ts';
import { openLedgerStore, readRecords } from './open-ledger-store.ts';

export interface OpenLedgerRequest {
  readonly api: DeskApi;
  readonly environment: DeskEnvironment;
  readonly clock: DeskClock;
  readonly answer: UnlockAnswer;
  readonly signal: AbortSignal;
  readonly onStep: (step: OpeningStep) => void;
  readonly onChange: (view: LedgerView) => void;
}

export interface OpenedLedger {
  readonly ledger: Ledger;
  readonly marks: MarkKeeper;
  readonly context: ProjectionContext;
  readonly packs: PackAnswer;
  /** The person of the session with the roles they hold in the office now; undefined once they were removed. */
  readonly actingIn: (view: LedgerView) => Acting | undefined;
}

/** When the last record of the journal was written; undefined where it cannot be read just now. */
async function lastMoment(api: DeskApi, seq: number): Promise<Instant | undefined> {
  const read = await readRecords(api)(seq, 1);
  return read.ok ? read.value.records[0]?.events.at(-1)?.at : undefined;
}

/** From the answer to a right passphrase to an open ledger. */
export async function openLedger(request: OpenLedgerRequest): Promise<Reply<OpenedLedger>> {
  const { api, environment, clock, answer, signal, onStep, onChange } = request;
  onStep({ phase: 'packs' });
  const key = await importStoreKey(answer.storeKey);
  const packs = await askShell(() => api.packs.list());
  if (!packs.ok) return packs;
  const { procedures, guidance, calendars } = packs.value;
  const context = await projectionContext({ procedures, guidance, calendars });

  onStep({ phase: 'store' });
  const ids = { nowMs: clock.nowMs, randomBytes: environment.randomBytes };
  const newStoreId = () => newUlid(ids);
  const wait = waitIn(environment);
  const open = (onProgress?: (step: OpeningStep) => void) =>
    openLedgerStore({
      api,
      idb: environment.idb,
      key,
      context,
      wait,
      newStoreId,
      signal,
      ...(onProgress ? { onProgress } : {}),
    });
  const opened = await open(onStep);
  if (!opened.ok) return opened;
  const { office, store } = opened.value;
  if (signal.aborted || office === undefined) {
    store.db.close();
    return err({ code: signal.aborted ? 'session/locked' : 'journal/no-office' });
  }

  const actingIn = (view: LedgerView): Acting | undefined => {
    const person = view.office.people.find(({ id }) => id === answer.person);
    return person && { person: person.id, name: person.name, roles: person.roles, station: answer.station };
  };
  const marks = new MarkKeeper(api, environment);
  const ledger = new Ledger(
    {
      api,
      acting: view => actingIn(view),
      now: clock.now,
      ids,
      wait,
      marks,
      newStoreId,
      reopen: () => open(),
      onChange,
    },
    opened.value,
    office,
    await lastMoment(api, opened.value.meta.seq),
  );
  return ok({ ledger, marks, context, packs: packs.value, actingIn });
}

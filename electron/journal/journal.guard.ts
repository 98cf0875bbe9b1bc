import { setTimeout as sleep } from 'node:timers/promises';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { JournalKeys, JournalOptions } from './journal.file.ts';
import { openJournal } from './journal.open.ts';
import { openJournalReadOnly } from './journal.salvage.ts';
import type { Journal } from './journal.session.ts';
import {
  JournalFault,
  type AppendError,
  type JournalDamage,
  type JournalHead,
  type JournalReader,
  type JournalRecord,
  type OpenError,
  type VerifyError,
} from './journal.types.ts';
import type { VerifyOptions } from './journal.verify.ts';
import type { AppendOptions } from './journal.writer.ts';

/** Read whole in a fraction of a second: damage is known before the first answer. */
const AT_ONCE_BYTES = 8 * 1024 * 1024;
/** A longer one is checked when the window has had its first screen, and in slices that leave room for work. */
const CHECK_AFTER_MS = 1500;
const SLICE_PAUSE_MS = 4;

export interface GuardOptions extends JournalOptions {
  /** Damage was found after opening: from now on there is less to read, and nothing is written. */
  readonly onDamage?: (damage: JournalDamage) => void;
  readonly atOnceBytes?: number;
  readonly checkAfterMs?: number;
}

/** A journal that is checked whole each time it is opened, and can only be read, up to there, once it is damaged. */
export interface GuardedJournal {
  readonly tornTail: Journal['tornTail'];
  readonly putBack: number;
  damage(): JournalDamage | undefined;
  head(): JournalHead;
  append(payload: Uint8Array, options?: AppendOptions): Promise<Result<JournalHead, AppendError>>;
  /** Ends at the damage without a word: `damage` tells. */
  read(fromSeq: number): AsyncGenerator<JournalRecord, void, undefined>;
  verify(options?: VerifyOptions): Promise<Result<JournalHead, VerifyError>>;
  close(): Promise<void>;
}

export async function openGuardedJournal(
  dir: string,
  keys: JournalKeys,
  options: GuardOptions = {},
): Promise<Result<GuardedJournal, OpenError>> {
  const opened = await openJournal(dir, keys, options);
  if (opened.ok) {
    const journal = guarded(opened.value, () => openJournalReadOnly(dir, keys, { ...options, whole: true }));
    await journal.begin(options);
    return ok(journal);
  }
  if (opened.error.code !== 'journal/damaged') return opened;
  const salvaged = await openJournalReadOnly(dir, keys, { ...options, whole: true });
  if (salvaged.ok) return ok(readOnly(salvaged.value, salvaged.value.damage ?? opened.error));
  return salvaged.error.code === 'journal/damaged' ? ok(readOnly(NOTHING_LEFT, salvaged.error)) : salvaged;
}

/** Not even its head can be read. Keys, papers and the working store are there all the same. */
const NOTHING_LEFT: Pick<JournalReader, 'head' | 'read' | 'close'> = {
  head: () => ({ seq: 0, hash: '' }),
  read: async function* () {
    // No record can be read.
  },
  close: () => Promise.resolve(),
};

const readOnly = (reader: typeof NOTHING_LEFT, damage: JournalDamage): GuardedJournal => ({
  tornTail: undefined,
  putBack: 0,
  damage: () => damage,
  head: () => reader.head(),
  append: () => Promise.resolve(err(damage)),
  read: async function* (fromSeq) {
    yield* reader.read(fromSeq);
  },
  verify: () => Promise.resolve(err(damage)),
  close: () => reader.close(),
});

function guarded(
  journal: Journal,
  salvage: () => ReturnType<typeof openJournalReadOnly>,
): GuardedJournal & { begin(options: GuardOptions): Promise<void> } {
  const stopped = new AbortController();
  let reader: JournalReader = journal;
  let damage: JournalDamage | undefined;
  let tell: ((damage: JournalDamage) => void) | undefined;
  let turning: Promise<void> | undefined;
  let checking: Promise<unknown> = Promise.resolve();

  const turnToReading = async (seen: JournalDamage): Promise<void> => {
    const salvaged = await salvage();
    // Where somebody came upon it need not be where it begins.
    const first = salvaged.ok ? salvaged.value.damage : undefined;
    damage = first ?? seen;
    if (salvaged.ok) reader = salvaged.value;
    if (!stopped.signal.aborted) tell?.(damage);
  };
  const fall = (seen: JournalDamage): Promise<void> => (turning ??= turnToReading(seen));

  const verify = async (options: VerifyOptions = {}): Promise<Result<JournalHead, VerifyError>> => {
    if (damage) return err(damage);
    const checked = await journal.verify(options);
    if (checked.ok || checked.error.code !== 'journal/damaged') return checked;
    await fall(checked.error);
    return verify();
  };

  const checkLater = async (afterMs: number): Promise<void> => {
    const { signal } = stopped;
    await sleep(afterMs, undefined, { signal, ref: false }).catch(() => undefined);
    if (signal.aborted) return;
    await verify({ signal, pause: () => sleep(SLICE_PAUSE_MS) });
  };

  return {
    tornTail: journal.tornTail,
    putBack: journal.putBack,
    damage: () => damage,
    head: () => reader.head(),
    append: (payload, options) => (damage ? Promise.resolve(err(damage)) : journal.append(payload, options)),
    read: async function* (fromSeq) {
      try {
        yield* reader.read(fromSeq);
      } catch (cause) {
        const seen = cause instanceof JournalFault ? cause.error : undefined;
        if (damage || seen?.code !== 'journal/damaged') throw cause;
        await fall(seen);
      }
    },
    verify,
    begin: async ({ onDamage, atOnceBytes = AT_ONCE_BYTES, checkAfterMs = CHECK_AFTER_MS }) => {
      if (journal.bytes() <= atOnceBytes) await verify();
      else checking = checkLater(checkAfterMs);
      tell = onDamage;
    },
    close: async () => {
      stopped.abort();
      await checking;
      await turning;
      if (reader !== journal) await reader.close();
      await journal.close();
    },
  };
}

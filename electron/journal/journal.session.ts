import { invariant } from '#shared/core/assert.ts';
import { err, type Result } from '#shared/core/result.ts';
import type { HeadWriter } from './journal.head.ts';
import type { JournalLock } from './journal.lock.ts';
import type { RecentWriter } from './journal.recent.ts';
import { readRecords, type ReadSource } from './journal.read.ts';
import {
  JournalFault,
  type AppendError,
  type JournalDamage,
  type JournalHead,
  type JournalReader,
  type JournalRecord,
  type VerifyError,
} from './journal.types.ts';
import { verifyChain, type VerifyOptions } from './journal.verify.ts';
import { headOf, journalWriter, type AppendOptions, type EndPlace } from './journal.writer.ts';

export interface TornTail {
  readonly bytes: number;
  /** Name of the file beside the journal that holds them now. */
  readonly file: string;
}

export interface Journal extends JournalReader {
  /** The beginning of a record that was never acknowledged, found and set aside at opening. */
  readonly tornTail: TornTail | undefined;
  /** How many records the file had lost at its end and got back from their copy. */
  readonly putBack: number;
  /** Answers when the record is on the disk. Any failed write stops the journal until it is opened again. */
  append(payload: Uint8Array, options?: AppendOptions): Promise<Result<JournalHead, AppendError>>;
  /** The whole chain with its seals, up to the head at the time of the call. */
  verify(options?: VerifyOptions): Promise<Result<JournalHead, VerifyError>>;
}

interface Parts {
  readonly lock: JournalLock;
  readonly heads: HeadWriter;
  readonly recent: RecentWriter;
  readonly tornTail: TornTail | undefined;
  readonly putBack: number;
  /** So that the next opening looks at the whole file. */
  readonly suspect: (damage: JournalDamage) => Promise<void>;
}

/** Takes over handle, lock and key, and gives them up at `close`. */
export function journalSession(source: ReadSource, from: EndPlace, parts: Parts): Journal {
  const { handle, header, key } = source;
  const writer = journalWriter(source, from, (note, record) => {
    parts.heads.note(note);
    parts.recent.keep(record);
  });
  let closing: Promise<void> | undefined;
  const isClosing = (): boolean => closing !== undefined;
  let suspecting: Promise<void> | undefined;
  const stop = (damage: JournalDamage): void => {
    writer.stop(damage);
    suspecting ??= parts.suspect(damage);
  };

  async function* read(fromSeq: number): AsyncGenerator<JournalRecord, void, undefined> {
    invariant(!isClosing(), 'the journal was read after closing');
    try {
      yield* readRecords(source, fromSeq, writer.end());
    } catch (cause) {
      // With the key zeroed every record looks damaged: that says nothing about the file.
      invariant(!isClosing(), 'the journal was closed while it was read');
      if (cause instanceof JournalFault && cause.error.code === 'journal/damaged') stop(cause.error);
      throw cause;
    }
  }

  const verify = async (options?: VerifyOptions): Promise<Result<JournalHead, VerifyError>> => {
    invariant(!isClosing(), 'the journal was verified after closing');
    const end = writer.end();
    const result = await verifyChain(source, end.offset, options);
    if (isClosing()) return err({ code: 'journal/cancelled' });
    if (!result.ok && result.error.code === 'journal/damaged') stop(result.error);
    return result;
  };

  const close = async (): Promise<void> => {
    await writer.drained();
    await suspecting;
    await parts.heads.close();
    await parts.recent.close();
    await handle.close();
    key.fill(0);
    await parts.lock.release();
  };

  return {
    id: header.id.toString('hex'),
    createdMs: header.createdMs,
    tornTail: parts.tornTail,
    putBack: parts.putBack,
    head: () => headOf(writer.end()),
    bytes: () => writer.end().offset,
    append: (payload, options) => {
      invariant(!isClosing(), 'the journal was written after closing');
      return writer.append(payload, options);
    },
    read,
    verify,
    close: () => (closing ??= close()),
  };
}

import { vaultAt } from '../vault/vault.ts';
import type { Vault } from '../vault/vault.types.ts';
import { Batch, type DeskEvent, type JournalRecord } from '#shared/case/batch.ts';
import { evolveOffice, type OfficeState } from '#shared/case/office.state.ts';
import { invariant } from '#shared/core/assert.ts';
import type { PersonId } from '#shared/core/ids.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { openJournal } from '../journal/journal.open.ts';
import { openJournalReadOnly } from '../journal/journal.salvage.ts';
import type { Journal } from '../journal/journal.session.ts';
import type { AppendError, JournalHead, JournalReader, OpenError } from '../journal/journal.types.ts';
import type { UnlockedKeys } from '../keys/unlocked-keys.ts';
import type { Places } from './places.ts';

/** One journal record holds at most this; a longer batch would be a bug of the window. */
const MAX_BATCH_BYTES = 8_000_000;

export type LedgerTrouble = { readonly code: 'journal/damaged' | 'journal/torn-tail'; readonly seq: number };

/** What is open while somebody is at work: keys, journal and vault of the office. */
export interface Ledger {
  readonly places: Places;
  readonly keys: UnlockedKeys;
  readonly vault: Vault;
  readonly person: PersonId;
  readonly trouble: LedgerTrouble | null;
  readonly head: () => JournalHead;
  readonly append: (
    events: readonly DeskEvent[],
    after?: number,
  ) => Promise<Result<JournalHead, AppendError | { readonly code: 'journal/read-only' }>>;
  readonly read: (from: number) => AsyncIterable<JournalRecord>;
  readonly verify: Journal['verify'] | undefined;
  /** The office as the journal says it is, now. */
  readonly office: () => Promise<OfficeState>;
  readonly close: () => Promise<void>;
}

function recordFrom(record: {
  readonly seq: number;
  readonly hash: string;
  readonly payload: Buffer;
}): JournalRecord {
  const batch = Batch.parse(JSON.parse(record.payload.toString('utf8')));
  return { seq: record.seq, hash: record.hash, events: batch.events };
}

async function openReader(
  places: Places,
  keys: UnlockedKeys,
): Promise<Result<{ reader: JournalReader; journal?: Journal; trouble: LedgerTrouble | null }, OpenError>> {
  const journal = await openJournal(places.journal, keys);
  if (journal.ok) {
    const { tornTail } = journal.value;
    const trouble = tornTail
      ? { code: 'journal/torn-tail' as const, seq: journal.value.head().seq + 1 }
      : null;
    return ok({ reader: journal.value, journal: journal.value, trouble });
  }
  if (journal.error.code !== 'journal/damaged') return journal;
  // What comes before the damage is good and can be read, exported and printed; nothing is added any more.
  const salvaged = await openJournalReadOnly(places.journal, keys);
  if (!salvaged.ok) return salvaged;
  return ok({ reader: salvaged.value, trouble: { code: 'journal/damaged', seq: journal.error.seq } });
}

export async function openLedger(places: Places, keys: UnlockedKeys): Promise<Result<Ledger, OpenError>> {
  const opened = await openReader(places, keys);
  if (!opened.ok) {
    keys.destroy();
    return opened;
  }
  const { reader, journal, trouble } = opened.value;
  const vault = vaultAt(places.vault, keys);
  let office: { readonly seq: number; readonly state: OfficeState } | undefined;

  async function* read(from: number): AsyncGenerator<JournalRecord> {
    for await (const record of reader.read(from)) yield recordFrom(record);
  }

  return ok({
    places,
    keys,
    vault,
    person: keys.personId,
    trouble,
    head: () => reader.head(),
    append: async (events, after) => {
      if (!journal) return err({ code: 'journal/read-only' });
      const payload = Buffer.from(JSON.stringify({ v: 1, events } satisfies Batch));
      if (payload.length > MAX_BATCH_BYTES) return err({ code: 'journal/too-large', limit: MAX_BATCH_BYTES });
      return journal.append(payload, after === undefined ? {} : { after });
    },
    read,
    verify: journal && (options => journal.verify(options)),
    office: async () => {
      let state = office?.state;
      let seq = office?.seq ?? 0;
      for await (const record of read(seq + 1)) {
        for (const event of record.events) if (event.stream === 'office') state = evolveOffice(state, event);
        seq = record.seq;
      }
      invariant(state, 'a journal begins with the founding of its office');
      office = { seq, state };
      return state;
    },
    close: async () => {
      vault.close();
      await reader.close();
      keys.destroy();
    },
  });
}

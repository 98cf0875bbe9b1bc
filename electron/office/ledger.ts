import { vaultAt } from '../vault/vault.ts';
import type { Vault } from '../vault/vault.types.ts';
import { Batch, type DeskEvent, type JournalRecord } from '#shared/case/batch.ts';
import { evolveOffice, type OfficeState } from '#shared/case/office.state.ts';
import { invariant } from '#shared/core/assert.ts';
import type { PersonId } from '#shared/core/ids.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { openGuardedJournal, type GuardedJournal, type GuardOptions } from '../journal/journal.guard.ts';
import type { AppendError, JournalHead, OpenError } from '../journal/journal.types.ts';
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
  /** What was found at opening, and what has been found since. */
  readonly trouble: LedgerTrouble | null;
  /** Records that the journal had lost at its end and got back. */
  readonly putBack: number;
  readonly head: () => JournalHead;
  readonly append: (
    events: readonly DeskEvent[],
    after?: number,
  ) => Promise<Result<JournalHead, AppendError>>;
  /** Up to the damage, if there is any. */
  readonly read: (from: number) => AsyncIterable<JournalRecord>;
  readonly verify: GuardedJournal['verify'];
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

function troubleOf(journal: GuardedJournal): LedgerTrouble | null {
  const damage = journal.damage();
  if (damage) return { code: 'journal/damaged', seq: damage.seq };
  return journal.tornTail ? { code: 'journal/torn-tail', seq: journal.head().seq + 1 } : null;
}

export async function openLedger(
  places: Places,
  keys: UnlockedKeys,
  options: GuardOptions = {},
): Promise<Result<Ledger, OpenError>> {
  const opened = await openGuardedJournal(places.journal, keys, options);
  if (!opened.ok) {
    keys.destroy();
    return opened;
  }
  const journal = opened.value;
  const trouble = troubleOf(journal);
  const vault = vaultAt(places.vault, keys);
  let office: { readonly seq: number; readonly state: OfficeState } | undefined;

  async function* read(from: number): AsyncGenerator<JournalRecord> {
    for await (const record of journal.read(from)) yield recordFrom(record);
  }

  return ok({
    places,
    keys,
    vault,
    person: keys.personId,
    get trouble() {
      return journal.damage() ? troubleOf(journal) : trouble;
    },
    putBack: journal.putBack,
    head: () => journal.head(),
    append: async (events, after) => {
      const payload = Buffer.from(JSON.stringify({ v: 1, events } satisfies Batch));
      if (payload.length > MAX_BATCH_BYTES) return err({ code: 'journal/too-large', limit: MAX_BATCH_BYTES });
      return journal.append(payload, after === undefined ? {} : { after });
    },
    read,
    verify: verifyOptions => journal.verify(verifyOptions),
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
      await journal.close();
      keys.destroy();
    },
  });
}

import { hkdfSync } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expectOk } from '#shared/core/result.ts';
import type { JournalKeys } from './journal.file.ts';
import { createJournal, openJournal } from './journal.open.ts';
import type { Journal } from './journal.session.ts';
import type { JournalReader, JournalRecord } from './journal.types.ts';

export const keysOf = (secret: string): JournalKeys => ({
  subkey: label => Buffer.from(hkdfSync('sha256', secret, '', label, 32)),
});

export const KEYS = keysOf('made up for tests');

export const payloadOf = (n: number): Buffer => Buffer.from(`event ${n} ${'试填'.repeat(n % 7)}`);

/** A closed journal of so many records; the places where they begin, and at last where the file ends. */
export async function writtenJournal(dir: string, count: number): Promise<readonly number[]> {
  const journal = expectOk(await createJournal(dir, KEYS));
  const starts = [64];
  for (let n = 1; n <= count; n++) {
    expectOk(await journal.append(payloadOf(n)));
    starts.push((starts.at(-1) ?? 0) + 80 + payloadOf(n).length);
  }
  await journal.close();
  return starts;
}

export async function recordsOf(journal: JournalReader, fromSeq = 1): Promise<readonly JournalRecord[]> {
  const records: JournalRecord[] = [];
  for await (const record of journal.read(fromSeq)) records.push(record);
  return records;
}

export async function textsOf(journal: JournalReader): Promise<readonly string[]> {
  return (await recordsOf(journal)).map(({ payload }) => payload.toString());
}

export async function reopened(dir: string, work: (journal: Journal) => Promise<void>): Promise<void> {
  const journal = expectOk(await openJournal(dir, KEYS));
  try {
    await work(journal);
  } finally {
    await journal.close();
  }
}

export const forgetRecent = (dir: string): Promise<void> =>
  rm(path.join(dir, 'journal.recent'), { force: true });

/** All that is known of the end outside the journal itself. */
export async function forgetHead(dir: string): Promise<void> {
  await rm(path.join(dir, 'journal.head'), { force: true });
  await forgetRecent(dir);
}

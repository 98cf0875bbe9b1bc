import type { RecordsAnswer } from '#shared/ipc/answers.ts';
import { ok } from '#shared/core/result.ts';
import type { Reply } from '#shared/ipc/result.ts';
import type { JournalHead } from './compare-heads.ts';

export interface ReadRecords {
  (from: number, most: number): Promise<Reply<RecordsAnswer>>;
  /** Whether all of it can be read, without handing it over. */
  readonly verify?: () => Promise<Reply<unknown>>;
}

export interface JournalReach {
  /** The last record that can be read. */
  readonly head: JournalHead;
  /** The first record that cannot; undefined when nothing is wrong. */
  readonly damagedFrom?: number;
}

/** The shell refuses what lies behind the good part of a damaged journal with the number of its first record. */
export function damageIn(reply: Reply<unknown>): number | undefined {
  if (reply.ok || reply.error.code !== 'journal/damaged') return undefined;
  return Number(reply.error.detail?.['seq'] ?? 0);
}

/** How far the journal goes, and whether it ends there or is damaged. */
export async function journalReach(read: ReadRecords): Promise<Reply<JournalReach>> {
  const first = await read(1, 1);
  const fromTheFirst = damageIn(first);
  if (fromTheFirst !== undefined) return ok({ head: { seq: 0, hash: '' }, damagedFrom: fromTheFirst });
  if (!first.ok) return first;
  const { head } = first.value;
  const beyond = await read(head.seq + 1, 1);
  const damagedFrom = damageIn(beyond);
  if (damagedFrom !== undefined) return ok({ head, damagedFrom });
  return beyond.ok ? ok({ head: beyond.value.head }) : beyond;
}

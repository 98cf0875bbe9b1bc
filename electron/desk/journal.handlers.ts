import { Batch, type DeskEvent, type JournalRecord } from '#shared/case/batch.ts';
import { err, ok } from '#shared/core/result.ts';
import type { DeskFault } from '#shared/ipc/result.ts';
import type { Role } from '#shared/procedure/role.ts';
import { asFault, asReply, type Handle } from '../ipc/handle.ts';
import { JournalFault } from '../journal/journal.types.ts';
import { readStoreMark, writeStoreMark } from '../journal/store-mark.ts';
import { openedLedger, type Desk } from './desk.ts';
import { freeSpace } from '../files/free-space.ts';

/** Office events that the window decides; the others are the shell's own findings. */
const FROM_WINDOW: readonly DeskEvent['type'][] = [
  'number-allocated',
  'number-voided',
  'number-started',
  'block-reserved',
  'person-added',
  'person-changed',
  'person-left',
  'procedures-chosen',
  'setting-changed',
  'limit-set',
  'figure-set',
  'card-written',
  'office-hours-set',
  'duty-done',
  'figure-entered',
  'formula-chosen',
  'month-locked',
  'month-lock-proposed',
  'month-lock-answered',
  'period-close-proposed',
  'period-close-answered',
  'cases-imported',
  'import-undone',
  'transfer-accepted',
  'transfer-returned',
];

/** What stands in a case only when a sealed file, or a signature that was found genuine, stands behind it. */
const OF_THE_SHELL: readonly DeskEvent['type'][] = ['transfer-sent', 'transfer-answered'];

/** Who may log in, and as what, hangs on these: whatever the window says, only an administrator writes them. */
const ABOUT_PEOPLE: readonly DeskEvent['type'][] = ['person-added', 'person-changed', 'person-left'];

const OF_THE_SUPERVISOR: readonly DeskEvent['type'][] = [
  'month-locked',
  'month-lock-answered',
  'period-close-answered',
];

/** A month or another period is closed by whoever approves that, whoever proposed it. */
const isApproved = (event: DeskEvent): boolean =>
  OF_THE_SUPERVISOR.includes(event.type) || (event.type === 'duty-done' && event.close !== undefined);

const neededRole = (event: DeskEvent): Role | undefined =>
  ABOUT_PEOPLE.includes(event.type) ? 'administrator' : isApproved(event) ? 'supervisor' : undefined;

const PROJECTION_VERSION = 1;

/** Nobody writes in another's name, and nothing but what a person at the counter may decide. */
const isAllowed = (event: DeskEvent, person: string): boolean =>
  event.by.person === person &&
  (event.stream === 'case' ? !OF_THE_SHELL.includes(event.type) : FROM_WINDOW.includes(event.type));

/** Why these events must not be written, by what another room knows of them; undefined where they may. */
export type AppendGuard = (events: readonly DeskEvent[]) => Promise<DeskFault | undefined>;

export function handleJournal(handle: Handle, desk: Desk, guard: AppendGuard): void {
  handle('journal:append', async ({ after, events }) => {
    const ledger = openedLedger(desk);
    const batch = Batch.safeParse({ v: 1, events });
    if (!batch.success)
      return err({
        code: 'journal/bad-event',
        detail: { where: batch.error.issues[0]?.path.join('.') ?? '' },
      });
    if (!batch.data.events.every(event => isAllowed(event, ledger.person)))
      return err({ code: 'journal/not-allowed' });
    // Of a damaged journal nothing can be known of that, and nothing is appended to it.
    const isWhole = ledger.trouble?.code !== 'journal/damaged';
    const needed = new Set(batch.data.events.flatMap(event => neededRole(event) ?? []));
    if (isWhole && needed.size > 0) {
      const { people } = await ledger.office();
      const own = people.find(({ id }) => id === ledger.person)?.roles ?? [];
      if (![...needed].every(role => own.includes(role))) return err({ code: 'journal/not-allowed' });
    }
    const refused = isWhole ? await guard(batch.data.events) : undefined;
    if (refused) return err(refused);
    const space = await freeSpace(desk.profile);
    if (space.ok && space.value.level === 'read-only') return err({ code: 'storage/disk-full' });
    return asReply(await ledger.append(batch.data.events, after));
  });

  handle('journal:read', async ({ from, most }) => {
    const ledger = openedLedger(desk);
    const records: JournalRecord[] = [];
    try {
      for await (const record of ledger.read(Math.max(1, from))) {
        records.push(record);
        if (records.length >= most) break;
      }
    } catch (cause) {
      if (cause instanceof JournalFault) return err(asFault(cause.error));
      throw cause;
    }
    const { trouble } = ledger;
    const head = ledger.head();
    // Who asks for what lies behind the good part learns that this is not the end.
    return trouble?.code === 'journal/damaged' && from > head.seq
      ? err({ code: trouble.code, detail: { seq: trouble.seq } })
      : ok({ records, head });
  });

  handle('journal:verify', async () => {
    const { verify, head } = openedLedger(desk);
    const verified = await verify();
    return verified.ok ? ok({ records: head().seq }) : err(asFault(verified.error));
  });

  handle('store:mark', async () => {
    const read = await readStoreMark(desk.places.root);
    if (!read.ok) return err(asFault(read.error));
    if (read.value.state !== 'present') return ok({ state: read.value.state });
    const { storeId, head, count } = read.value.mark;
    return ok({ state: 'present', mark: { storeId, seq: head.seq, hash: head.hash, cases: count } });
  });

  handle('store:set-mark', async ({ storeId, seq, hash, cases }) => {
    const written = await writeStoreMark(desk.places.root, {
      storeId,
      projectionVersion: PROJECTION_VERSION,
      head: { seq, hash },
      count: cases,
      runtimeMajor: desk.runtimeMajor,
    });
    return written.ok ? ok(null) : err(asFault(written.error));
  });
}

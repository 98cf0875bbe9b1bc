import { ok } from '#shared/core/result.ts';
import { asReply, type Handle } from '../ipc/handle.ts';
import { openedLedger, type Desk } from './desk.ts';
import { draftsIn } from './drafts.ts';
import { readManual } from './manual.ts';
import { readPacks } from './packs.ts';

export function handleDrafts(handle: Handle, desk: Desk): void {
  const drafts = () => draftsIn(desk.places.drafts, openedLedger(desk).keys);
  handle('drafts:save', async ({ id, text }) => {
    const saved = await drafts().save(id, text, desk.now());
    return saved.ok ? ok(null) : asReply(saved);
  });
  handle('drafts:list', async () => asReply(await drafts().list()));
  handle('drafts:remove', async ({ id }) => {
    const removed = await drafts().remove(id);
    return removed.ok ? ok(null) : asReply(removed);
  });
}

export function handlePacks(handle: Handle, desk: Desk): void {
  handle('packs:list', async () => ok(await readPacks(desk.resources)));
  handle('manual:read', () => readManual(desk.resources));
}

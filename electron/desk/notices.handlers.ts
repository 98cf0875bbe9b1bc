import { ok } from '#shared/core/result.ts';
import type { Handle } from '../ipc/handle.ts';
import type { Desk } from './desk.ts';
import { readPreferences } from './preferences.ts';
import { claimUntold } from './told-today.file.ts';

/** False where the system has no place for notices. */
export type ShowNotice = (title: string, body: string) => boolean;

export function handleNotices(handle: Handle, { profile }: Pick<Desk, 'profile'>, show: ShowNotice): void {
  // One after the other, so that nothing is told twice.
  let last: Promise<unknown> = Promise.resolve();
  handle('notices:claim', async ({ day, keys }) => {
    const claimed = last.then(() => claimUntold(profile, day, keys));
    last = claimed.catch(() => undefined);
    return ok({ fresh: await claimed });
  });
  handle('notices:show', async ({ title, body }) => {
    const { notices } = await readPreferences(profile);
    if (!notices) return ok({ system: 'off' });
    return ok({ system: show(title, body) ? 'shown' : 'unsupported' });
  });
}

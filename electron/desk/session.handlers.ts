import { ok } from '#shared/core/result.ts';
import { asReply, type Handle } from '../ipc/handle.ts';
import { logNote } from '../log.ts';
import type { Desk } from './desk.ts';
import { changePreferences } from './preferences.ts';
import { beginSetup, boot, finishSetup, lock, recover, unlock } from './session.ts';

export function handleSession(handle: Handle, desk: Desk): void {
  handle('app:boot', () => boot(desk));
  handle('app:preferences', async input => {
    const changed = await changePreferences(desk.profile, input);
    return changed.ok ? ok(null) : asReply(changed);
  });
  handle('app:report', ({ where }) => {
    // The message may quote what somebody typed, so only the place is written down.
    logNote(`window reported a fault in ${where.replace(/[^\w.:/-]/g, '')}`);
    return ok(null);
  });
  handle('setup:begin', input => beginSetup(desk, input));
  handle('setup:finish', ({ groups }) => finishSetup(desk, groups));
  handle('session:unlock', ({ person, passphrase }) => unlock(desk, person, passphrase));
  handle('session:recover', input => recover(desk, input));
  handle('session:lock', async () => {
    await lock(desk);
    return ok(null);
  });
}

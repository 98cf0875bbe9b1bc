import { err, ok } from '#shared/core/result.ts';
import type { KeptScan } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/result.ts';
import { asFault, type Handle } from '../ipc/handle.ts';
import { openedLedger, type Desk } from './desk.ts';

/** What the window draws anew; a file of another kind has no business among the scans. */
const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

/** Puts the picture of a page into the vault. Which page it is, an event says afterwards. */
export async function keepScan(desk: Desk, jpeg: Uint8Array): Promise<Reply<KeptScan>> {
  if (!isJpeg(jpeg)) return err({ code: 'ipc/input', detail: { where: 'jpeg' } });
  const stored = await openedLedger(desk).vault.put(jpeg);
  return stored.ok
    ? ok({ sha256: stored.value.sha256, bytes: stored.value.bytes })
    : err(asFault(stored.error));
}

export function handleScans(handle: Handle, desk: Desk): void {
  handle('scans:keep', ({ jpeg }) => keepScan(desk, jpeg));
}

import { err, ok } from '#shared/core/result.ts';
import type { KeptOutside } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/result.ts';
import { asFault, type Handle } from '../ipc/handle.ts';
import type { ReadApart } from '../printing/outside/read-apart.ts';
import { openedLedger, type Desk } from './desk.ts';

/** Reads a file from outside and puts it into the vault. Whose place it takes, an event says afterwards. */
export async function keepOutside(
  desk: Desk,
  read: ReadApart,
  file: Uint8Array,
): Promise<Reply<KeptOutside>> {
  const { vault } = openedLedger(desk);
  const found = await read(file);
  if (!found.ok) return err(asFault(found.error));
  const { pdf, pages } = found.value;
  const stored = await vault.put(pdf);
  if (!stored.ok) return err(asFault(stored.error));
  const { sha256, bytes } = stored.value;
  return ok({ sha256, bytes, pages, mark: sha256.slice(0, 8).toUpperCase() });
}

export function handleOutside(handle: Handle, desk: Desk, read: ReadApart): void {
  handle('papers:take-in', ({ file }) => keepOutside(desk, read, file));
}

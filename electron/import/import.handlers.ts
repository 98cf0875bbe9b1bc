import { err, ok, type Result } from '#shared/core/result.ts';
import type { TableAnswer } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/result.ts';
import type { Desk } from '../desk/desk.ts';
import type { Dialogs } from '../desk/dialogs.ts';
import { runApart, type OpenWorker } from '../files/run-apart.ts';
import { asFault, type Handle } from '../ipc/handle.ts';
import type { ImportFault } from './import.fault.ts';
import { saveSheets } from './save-sheets.ts';

/** An old PC reads 20 000 rows in a fifth of it. */
const LONGEST_MS = 60_000;

export async function readTableApart(
  open: OpenWorker,
  input: { readonly file: Uint8Array; readonly sheet: number | null },
  longestMs = LONGEST_MS,
): Promise<Reply<TableAnswer>> {
  const read = await runApart<Result<TableAnswer, ImportFault>>(open, input, longestMs);
  if (!read) return err({ code: 'imports/not-read' });
  return read.ok ? ok(read.value) : err(asFault(read.error));
}

export function handleImports(
  handle: Handle,
  desk: Desk,
  { worker, dialogs }: { readonly worker: OpenWorker; readonly dialogs: Pick<Dialogs, 'choosePlace'> },
): void {
  handle('imports:read', input => readTableApart(worker, input));
  handle('sheets:save', input => saveSheets(desk, dialogs, input));
}

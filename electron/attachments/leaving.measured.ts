import { createHash } from 'node:crypto';
import { isStripped } from '#shared/attachments/leaving-copy.ts';
import type { AttachmentState } from '#shared/case/case.state.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import type { BundleAttachment } from '../bundles/bundle.input.ts';
import { LostFile, storedFile } from '../vault/stored.files.ts';
import type { Vault } from '../vault/vault.types.ts';
import { leavingFile } from './leaving.ts';

/** The file that leaves in place of an attachment: of a picture another one than is kept. */
export interface LeavingAttachment {
  readonly sha256: string;
  readonly bytes: number;
}

type Fault = { readonly code: FaultCode };

/** What leaves in its place, gone through once where it is another file. */
export async function measured(
  vault: Vault,
  { sha256, bytes, media }: AttachmentState,
  signal: AbortSignal,
): Promise<Result<LeavingAttachment, Fault>> {
  if (!isStripped(media)) return ok({ sha256, bytes });
  const file = await leavingFile(vault, { sha256, media });
  if (!file.ok) return file;
  const hash = createHash('sha256');
  let length = 0;
  for await (const piece of file.value) {
    if (signal.aborted) return err({ code: 'bundle/cancelled' });
    hash.update(piece);
    length += piece.length;
  }
  return ok({ sha256: hash.digest('hex'), bytes: length });
}

export async function* opened(vault: Vault, { sha256, media }: AttachmentState): AsyncGenerator<Uint8Array> {
  const file = await leavingFile(vault, { sha256, media });
  if (!file.ok) throw new LostFile(file.error.code);
  yield* file.value;
}

/** The picture of a page, as the window drew it anew when it came in: it tells nothing of place or camera. */
export async function scanFile(vault: Vault, sha256: string): Promise<Result<BundleAttachment, Fault>> {
  const first = await vault.getPart(sha256, 0);
  if (!first.ok) return first;
  return ok({ sha256, ext: 'jpg', bytes: first.value.total, open: () => storedFile(vault, sha256) });
}

import { isStripped, leavingPicture } from '#shared/attachments/leaving-copy.ts';
import type { MediaType } from '#shared/attachments/attachment.media.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import { onePiece } from '../files/one-piece.ts';
import type { Vault } from '../vault/vault.types.ts';

export interface KeptFile {
  readonly sha256: string;
  readonly media: MediaType;
}

type LeavingFault = Readonly<{ code: FaultCode }>;

/** A file of the vault as it leaves the office: pictures without the place where they were taken, the others as they are. */
export async function leavingFile(
  vault: Vault,
  { sha256, media }: KeptFile,
): Promise<Result<AsyncIterable<Uint8Array>, LeavingFault>> {
  if (!isStripped(media)) {
    const stored = await vault.get(sha256);
    return stored.ok ? ok(stored.value as AsyncIterable<Uint8Array>) : stored;
  }
  const bytes = await vault.getBytes(sha256);
  if (!bytes.ok) return bytes;
  const copy = leavingPicture(bytes.value, media);
  return copy ? ok(onePiece(copy)) : err({ code: 'attachments/picture' });
}

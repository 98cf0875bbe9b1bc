import { isStripped, leavingPicture } from '#shared/attachments/leaving-copy.ts';
import { overwritten, soundOverwrites } from '#shared/attachments/mp4.strip.ts';
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

type Leaving = Result<AsyncIterable<Uint8Array>, LeavingFault>;

async function asKept(vault: Vault, sha256: string): Promise<Leaving> {
  const stored = await vault.get(sha256);
  return stored.ok ? ok(stored.value as AsyncIterable<Uint8Array>) : stored;
}

/** A recording may be long: it is gone through twice, and never lies in memory whole. */
async function leavingSound(vault: Vault, sha256: string): Promise<Leaving> {
  const [first, looked] = [await vault.getPart(sha256, 0), await asKept(vault, sha256)];
  if (!first.ok) return first;
  if (!looked.ok) return looked;
  const overwrites = await soundOverwrites(looked.value, first.value.total);
  const stored = await asKept(vault, sha256);
  return stored.ok && overwrites ? ok(overwritten(stored.value, overwrites)) : stored;
}

/**
 * A file of the vault as it leaves the office: pictures and M4A without the place where they were taken, the others as
 * they are, and so a recording whose structure cannot be followed.
 */
export async function leavingFile(vault: Vault, { sha256, media }: KeptFile): Promise<Leaving> {
  if (media === 'audio/mp4') return leavingSound(vault, sha256);
  if (!isStripped(media)) return asKept(vault, sha256);
  const bytes = await vault.getBytes(sha256);
  if (!bytes.ok) return bytes;
  const copy = leavingPicture(bytes.value, media);
  return copy ? ok(onePiece(copy)) : err({ code: 'attachments/picture' });
}

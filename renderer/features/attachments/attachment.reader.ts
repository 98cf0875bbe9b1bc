import type { MediaType } from '#shared/attachments/attachment.media.ts';
import { ok, type Result } from '#shared/core/result.ts';
import type { DeskFault } from '#shared/ipc/result.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';

export interface ReadProgress {
  readonly done: number;
  readonly total: number;
}

type Reading = Pick<Desk['api'], 'attachments'>;

/** A file out of the vault, bit by bit; what came last when the signal says stop. */
export async function readAttachment(
  { attachments }: Reading,
  { sha256, media }: { readonly sha256: string; readonly media: MediaType },
  signal: AbortSignal,
  onProgress: (progress: ReadProgress) => void = () => undefined,
): Promise<Result<Blob, DeskFault>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let done = 0;
  for (let part = 0; !signal.aborted; part++) {
    const read = await attachments.read({ sha256, part });
    if (!read.ok) return read;
    const { bytes, parts, total } = read.value;
    pieces.push(new Uint8Array(bytes));
    done += bytes.length;
    onProgress({ done, total });
    if (part + 1 >= parts) break;
  }
  return ok(new Blob(pieces, { type: media }));
}

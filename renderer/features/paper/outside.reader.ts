import { err, ok, type Result } from '#shared/core/result.ts';
import {
  MOST_OUTSIDE_BYTES,
  MOST_PICTURE_PIXELS,
  outsideKind,
  picturePixels,
} from '#shared/documents/outside.file.ts';
import type { DeskFault } from '#shared/ipc/result.ts';

export type DrawPicture = (picture: Blob) => Promise<Uint8Array<ArrayBuffer> | undefined>;

/**
 * The bytes the shell gets of a file somebody handed in: a PDF as it is, a picture drawn anew. What can be told from
 * its size and its first bytes is refused here; everything else the shell finds.
 */
export async function readHandedIn(
  file: Blob,
  draw: DrawPicture,
): Promise<Result<Uint8Array<ArrayBuffer>, DeskFault>> {
  if (file.size === 0) return err({ code: 'papers/outside-empty' });
  if (file.size > MOST_OUTSIDE_BYTES)
    return err({ code: 'papers/outside-too-large', detail: { most: MOST_OUTSIDE_BYTES / 1_000_000 } });
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    // The stick it was on is gone, or somebody deleted it.
    return err({ code: 'papers/outside-not-read' });
  }
  const kind = outsideKind(bytes);
  if (kind === 'pdf') return ok(bytes);
  if (kind === undefined) return err({ code: 'papers/outside-kind' });
  const pixels = picturePixels(bytes);
  if (pixels === undefined || pixels > MOST_PICTURE_PIXELS) return err({ code: 'papers/outside-picture' });
  const jpeg = await draw(file);
  return jpeg ? ok(jpeg) : err({ code: 'papers/outside-picture' });
}

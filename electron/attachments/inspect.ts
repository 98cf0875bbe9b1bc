import { kindOfMedia, mostBytesOf, type MediaType } from '#shared/attachments/attachment.media.ts';
import { leavingPicture, pictureTakenAt } from '#shared/attachments/leaving-copy.ts';
import {
  HANDLER_BYTES,
  holdsVideoTrack,
  isPlainText,
  sniffMedia,
  SNIFFED_BYTES,
} from '#shared/attachments/media.sniff.ts';
import { assertNever } from '#shared/core/assert.ts';
import type { Instant } from '#shared/core/instant.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import { MOST_PICTURE_PIXELS, picturePixels } from '#shared/documents/outside.file.ts';
import type { OutsideFault } from '../printing/outside/outside.fault.ts';
import type { ReadApart } from '../printing/outside/read-apart.ts';
import { tooLarge, type AttachmentFault } from './attachment.fault.ts';

export type Parts = () => AsyncGenerator<Buffer, void, undefined>;
export type InspectFault = AttachmentFault | OutsideFault;

export interface Inspected {
  readonly media: MediaType;
  readonly takenAt?: Instant;
}

/** Which kind it is by its beginning, or why it is none that is taken. */
export function mediaOf(head: Uint8Array): Result<MediaType, AttachmentFault> {
  const sniffed = sniffMedia(head);
  switch (sniffed) {
    case undefined:
      return err({ code: 'attachments/kind' });
    case 'heic':
    case 'video':
    case 'office':
      return err({ code: `attachments/${sniffed}` });
    default:
      return ok(sniffed);
  }
}

async function headOf(parts: Parts): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of parts()) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes >= SNIFFED_BYTES) break;
  }
  return Buffer.concat(pieces).subarray(0, SNIFFED_BYTES);
}

/** Sound is looked through part by part: whole it may be larger than should lie in memory. */
async function inspectAudio(
  parts: Parts,
  media: MediaType,
  most: number,
): Promise<Result<Inspected, AttachmentFault>> {
  let bytes = 0;
  let before: Buffer = Buffer.alloc(0);
  for await (const piece of parts()) {
    bytes += piece.length;
    if (bytes > most) return err(tooLarge(most));
    if (media === 'audio/mp4' && holdsVideoTrack(Buffer.concat([before, piece])))
      return err({ code: 'attachments/video' });
    before = Buffer.from(piece.subarray(-HANDLER_BYTES));
  }
  return ok({ media });
}

function inspectPicture(bytes: Buffer, media: MediaType): Result<Inspected, AttachmentFault> {
  const isDrawn = media === 'image/jpeg' || media === 'image/png';
  const pixels = isDrawn ? picturePixels(bytes) : 0;
  if (pixels === undefined || pixels > MOST_PICTURE_PIXELS) return err({ code: 'attachments/picture' });
  // What cannot be stripped when it leaves must not come in.
  if (!leavingPicture(bytes, media)) return err({ code: 'attachments/picture' });
  const takenAt = pictureTakenAt(bytes, media);
  return ok({ media, ...(takenAt === undefined ? {} : { takenAt }) });
}

/** Looks through a file before it is taken in: by what is in it, never by what it is called. */
export async function inspect(parts: Parts, readPdf: ReadApart): Promise<Result<Inspected, InspectFault>> {
  const head = await headOf(parts);
  if (head.length === 0) return err({ code: 'attachments/empty' });
  const found = mediaOf(head);
  if (!found.ok) return found;
  const media = found.value;
  const kind = kindOfMedia(media);
  const most = mostBytesOf(kind);
  if (kind === 'audio') return inspectAudio(parts, media, most);
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of parts()) {
    length += piece.length;
    if (length > most) return err(tooLarge(most));
    pieces.push(piece);
  }
  const bytes = Buffer.concat(pieces);
  switch (kind) {
    case 'photo':
      return inspectPicture(bytes, media);
    case 'document': {
      if (media === 'text/plain')
        return isPlainText(bytes, true) ? ok({ media }) : err({ code: 'attachments/kind' });
      const read = await readPdf(bytes);
      return read.ok ? ok({ media }) : read;
    }
    default:
      return assertNever(kind);
  }
}

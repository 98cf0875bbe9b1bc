import { z } from 'zod';

export const ATTACHMENT_KINDS = ['photo', 'document', 'audio'] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** What is taken in as part of a case, each by its registered media type. */
export const MediaType = z.enum([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/tiff',
  'application/pdf',
  'text/plain',
  'audio/wav',
  'audio/mpeg',
  'audio/mp4',
  'audio/ogg',
  'audio/webm',
]);
export type MediaType = z.infer<typeof MediaType>;

const EXTENSIONS: Readonly<Record<MediaType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/tiff': 'tif',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'audio/wav': 'wav',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/ogg': 'ogg',
  'audio/webm': 'webm',
};

/** What a copy that leaves the program is called at its end, whatever it was called when it came. */
export const extensionOf = (media: MediaType): string => EXTENSIONS[media];

export function kindOfMedia(media: MediaType): AttachmentKind {
  if (media.startsWith('audio/')) return 'audio';
  return media.startsWith('image/') ? 'photo' : 'document';
}

/** A photograph of a telephone has 3 to 12 MB, a scan of 40 pages in colour about 15. */
const MOST_FILE_BYTES = 20_000_000;
/** Two hours of a dictating machine as MP3, or eight as this program records. */
export const MOST_AUDIO_BYTES = 100_000_000;
/** A bundle goes on a stick, and a backup holds every file for good. */
export const MOST_CASE_BYTES = 500_000_000;
export const MOST_NAME = 200;
export const MOST_REMARK = 500;
/** What crosses the border to the shell at once: memory stays flat however long a recording is. */
export const MOST_PART_BYTES = 1_000_000;

export const mostBytesOf = (kind: AttachmentKind): number =>
  kind === 'audio' ? MOST_AUDIO_BYTES : MOST_FILE_BYTES;

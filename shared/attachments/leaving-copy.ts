import type { Instant } from '#shared/core/instant.ts';
import type { MediaType } from './attachment.media.ts';
import { takenAtOf } from './exif.tags.ts';
import { jpegParts, stripJpeg } from './jpeg.strip.ts';
import { pngChunks, stripPng } from './png.strip.ts';
import { stripTiff } from './tiff.strip.ts';
import { stripWebp, webpChunks } from './webp.strip.ts';

/** Whether a copy that leaves the office is another file than the one that is kept. */
export const isStripped = (media: MediaType): boolean => media.startsWith('image/') || media === 'audio/mp4';

/**
 * A picture as it leaves the office: without the place and the camera, its compressed points untouched, as upright as
 * it was. Undefined where its structure cannot be followed, which is asked when it comes in.
 */
export function leavingPicture(bytes: Uint8Array, media: MediaType): Uint8Array<ArrayBuffer> | undefined {
  switch (media) {
    case 'image/jpeg':
      return stripJpeg(bytes);
    case 'image/png':
      return stripPng(bytes);
    case 'image/webp':
      return stripWebp(bytes);
    case 'image/tiff':
      return stripTiff(bytes);
    default:
      return undefined;
  }
}

/** When a picture was taken, as far as it tells. */
export function pictureTakenAt(bytes: Uint8Array, media: MediaType): Instant | undefined {
  const exif = exifIn(bytes, media);
  return exif && takenAtOf(exif);
}

function exifIn(bytes: Uint8Array, media: MediaType): Uint8Array | undefined {
  switch (media) {
    case 'image/jpeg':
      return jpegParts(bytes)?.exif;
    case 'image/png':
      return pngChunks(bytes)?.find(({ name }) => name === 'eXIf')?.data;
    case 'image/webp':
      return webpChunks(bytes)?.find(({ name }) => name === 'EXIF')?.data;
    case 'image/tiff':
      return bytes;
    default:
      return undefined;
  }
}

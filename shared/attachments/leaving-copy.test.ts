import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JPEG_SAMPLE, PNG_SAMPLE } from '#shared/fixtures/small-pictures.ts';
import { madeExif, photographed, PLACE_WORDS, toldPng, toldWebp } from '#shared/fixtures/made-photo.ts';
import type { MediaType } from './attachment.media.ts';
import { latinAt } from './byte-pieces.ts';
import { openTags, orientationOf, readDirectory } from './exif.tags.ts';
import { jpegParts } from './jpeg.strip.ts';
import { leavingPicture, pictureTakenAt } from './leaving-copy.ts';
import { crc32, pngChunks } from './png.strip.ts';
import { webpChunks } from './webp.strip.ts';

const words = (bytes: Uint8Array): string => latinAt(bytes, 0, bytes.length);
const stripped = (bytes: Uint8Array, media: MediaType): Uint8Array<ArrayBuffer> => {
  const copy = leavingPicture(bytes, media);
  if (!copy) throw new Error('it could not be stripped');
  return copy;
};
/** What the picture is made of, without what is told of it. */
const drawn = (jpeg: Uint8Array): readonly string[] =>
  (jpegParts(jpeg)?.segments ?? [])
    .filter(({ marker }) => marker < 0xe0)
    .map(({ from, to }) => words(jpeg.subarray(from, to)));

const orientations = fc.integer({ min: 1, max: 8 });
const exifs = fc.record({ orientation: orientations, little: fc.boolean() });

describe('a photo that leaves the office', () => {
  it('tells nothing of the place, and its compressed picture is the same to the bit', () => {
    fc.assert(
      fc.property(exifs, exif => {
        const photo = photographed(JPEG_SAMPLE, exif);
        expect(words(photo)).toContain(PLACE_WORDS);
        const copy = stripped(photo, 'image/jpeg');
        expect(words(copy)).not.toContain(PLACE_WORDS);
        expect(drawn(copy)).toEqual(drawn(JPEG_SAMPLE));
        expect(pictureTakenAt(copy, 'image/jpeg')).toBeUndefined();
      }),
    );
  });

  it('stays as upright as it was, and keeps no other tag', () => {
    for (let orientation = 1; orientation <= 8; orientation++) {
      const copy = stripped(photographed(JPEG_SAMPLE, { orientation }), 'image/jpeg');
      const exif = jpegParts(copy)?.exif;
      if (orientation === 1) expect(exif).toBeUndefined();
      else {
        expect(exif && orientationOf(exif)).toBe(orientation);
        const reader = exif && openTags(exif);
        expect(reader && readDirectory(reader, reader.first)?.entries.map(({ tag }) => tag)).toEqual([
          0x0112,
        ]);
      }
    }
  });

  it('is the same when it leaves twice', () => {
    for (const [bytes, media] of [
      [photographed(JPEG_SAMPLE), 'image/jpeg'],
      [toldPng(PNG_SAMPLE), 'image/png'],
      [toldWebp(Uint8Array.of(1, 2, 3)), 'image/webp'],
      [madeExif(), 'image/tiff'],
    ] as const) {
      const once = stripped(bytes, media);
      expect(stripped(once, media)).toEqual(once);
    }
  });

  it('keeps what is drawn of a PNG, with its orientation and checksums, and nothing that is told', () => {
    fc.assert(
      fc.property(exifs, exif => {
        const copy = stripped(toldPng(PNG_SAMPLE, exif), 'image/png');
        expect(words(copy)).not.toContain(PLACE_WORDS);
        const chunks = pngChunks(copy) ?? [];
        const kept = chunks.filter(({ name }) => name !== 'eXIf').map(({ all }) => words(all));
        expect(kept).toEqual((pngChunks(PNG_SAMPLE) ?? []).map(({ all }) => words(all)));
        const told = chunks.find(({ name }) => name === 'eXIf')?.data;
        expect(told ? orientationOf(told) : 1).toBe(exif.orientation);
        for (const { all } of chunks)
          expect(new DataView(all.buffer, all.byteOffset).getUint32(all.length - 4)).toBe(
            crc32(all.subarray(4, -4)),
          );
      }),
    );
  });

  it('keeps what is drawn of a WebP and says truly what it still holds', () => {
    fc.assert(
      fc.property(exifs, fc.uint8Array({ minLength: 1, maxLength: 50 }), (exif, picture) => {
        const copy = stripped(toldWebp(picture, exif), 'image/webp');
        expect(words(copy)).not.toContain(PLACE_WORDS);
        const chunks = webpChunks(copy) ?? [];
        expect(chunks.find(({ name }) => name === 'VP8 ')?.data).toEqual(picture);
        const told = chunks.find(({ name }) => name === 'EXIF')?.data;
        expect(told ? orientationOf(told) : 1).toBe(exif.orientation);
        expect(chunks[0]?.data[0]).toBe(told ? 0x08 : 0);
      }),
    );
  });

  it('loses the place out of a TIFF, in place, and keeps its orientation', () => {
    fc.assert(
      fc.property(exifs, exif => {
        const tiff = madeExif(exif);
        const copy = stripped(tiff, 'image/tiff');
        expect(copy).toHaveLength(tiff.length);
        expect(words(copy)).not.toContain(PLACE_WORDS);
        expect(orientationOf(copy)).toBe(exif.orientation);
        const reader = openTags(copy);
        expect(reader && readDirectory(reader, reader.first)?.entries.map(({ tag }) => tag)).toEqual([
          0x0112,
        ]);
      }),
    );
  });

  it('is refused where its structure cannot be followed, whatever bytes it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(200), (noise, cut) => {
        const photo = photographed(JPEG_SAMPLE);
        for (const [bytes, media] of [
          [noise, 'image/jpeg'],
          [photo.subarray(0, cut), 'image/jpeg'],
          [toldPng(PNG_SAMPLE).subarray(0, cut), 'image/png'],
          [toldWebp(noise).subarray(0, cut), 'image/webp'],
          [madeExif().subarray(0, cut), 'image/tiff'],
        ] as const) {
          const copy = leavingPicture(bytes, media);
          expect(copy === undefined || !words(copy).includes(PLACE_WORDS)).toBe(true);
        }
      }),
    );
    expect(leavingPicture(Uint8Array.of(0xff, 0xd8, 0xff), 'image/jpeg')).toBeUndefined();
    expect(leavingPicture(PNG_SAMPLE.subarray(0, -6), 'image/png')).toBeUndefined();
  });
});

describe('when a photo was taken', () => {
  it.each([
    ['image/jpeg', photographed(JPEG_SAMPLE)],
    ['image/png', toldPng(PNG_SAMPLE, { little: true })],
    ['image/webp', toldWebp(Uint8Array.of(1))],
    ['image/tiff', madeExif()],
  ] as const)('is read out of %s, in Beijing time', (media, bytes) => {
    expect(pictureTakenAt(bytes, media)).toBe('2026-10-07T16:20:05+08:00');
  });

  it('is not known of a picture that says nothing', () => {
    expect(pictureTakenAt(JPEG_SAMPLE, 'image/jpeg')).toBeUndefined();
    expect(pictureTakenAt(PNG_SAMPLE, 'image/png')).toBeUndefined();
  });
});

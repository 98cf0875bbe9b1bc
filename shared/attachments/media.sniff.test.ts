import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JPEG_SAMPLE, PNG_SAMPLE } from '#shared/fixtures/small-pictures.ts';
import { madeExif, toldWebp } from '#shared/fixtures/made-photo.ts';
import { decodeText, holdsVideoTrack, sniffMedia } from './media.sniff.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, letter => letter.charCodeAt(0));
const ogg = (packet: string): Uint8Array => latin(`OggS${'\0'.repeat(22)}\x01\x1e${packet}`);
const webm = (rest: string): Uint8Array => latin(`\x1aE\xdf\xa3\x9fB\x82\x84webm${rest}`);

const KNOWN: readonly (readonly [what: string, bytes: Uint8Array, media: string | undefined])[] = [
  ['a JPEG', JPEG_SAMPLE, 'image/jpeg'],
  ['a PNG', PNG_SAMPLE, 'image/png'],
  ['a WebP', toldWebp(Uint8Array.of(1)), 'image/webp'],
  ['a TIFF of either order', madeExif({ little: true }), 'image/tiff'],
  ['a TIFF of either order', madeExif(), 'image/tiff'],
  ['a PDF', latin('%PDF-1.7\n'), 'application/pdf'],
  ['a WAV', latin('RIFF\0\0\0\0WAVEfmt '), 'audio/wav'],
  ['an MP3 with a head of its own', latin('ID3\x04'), 'audio/mpeg'],
  ['an MP3 that begins with a frame', Uint8Array.of(0xff, 0xfb, 0x90, 0x64), 'audio/mpeg'],
  ['a voice memo of an iPhone', latin('\0\0\0\x1cftypM4A \0\0\0\0'), 'audio/mp4'],
  ['a voice memo of another telephone', latin('\0\0\0\x18ftyp3gp4\0\0\0\0'), 'audio/mp4'],
  ['Opus in Ogg', ogg('OpusHead'), 'audio/ogg'],
  ['Vorbis in Ogg', ogg('\x01vorbis'), 'audio/ogg'],
  ['a recording of this program', webm('A_OPUS'), 'audio/webm'],
  ['plain text', new TextEncoder().encode('证人证言：\r\n看见了。'), 'text/plain'],
  ['text of an older Windows', Uint8Array.of(0xd6, 0xa4, 0xc8, 0xcb), 'text/plain'],
  ['a photo of an iPhone', latin('\0\0\0\x18ftypheic\0\0\0\0'), 'heic'],
  ['a film of an iPhone', latin('\0\0\0\x14ftypqt  '), 'video'],
  ['a film in WebM', webm('V_VP9'), 'video'],
  ['a film in Ogg', ogg('\x80theora'), 'video'],
  ['a film in AVI', latin('RIFF\0\0\0\0AVI LIST'), 'video'],
  ['a Word file', latin('PK\x03\x04\x14\0'), 'office'],
  ['an old Word file', latin('\xd0\xcf\x11\xe0\xa1\xb1'), 'office'],
  ['a program', latin('MZ\x90\0\x03\0'), undefined],
  ['nothing', new Uint8Array(), undefined],
  ['a frame of a reserved layer', Uint8Array.of(0xff, 0xef, 0x90, 0x64), undefined],
];

describe('what a file is', () => {
  it.each(KNOWN)('is seen of %s', (_what, bytes, media) => {
    expect(sniffMedia(bytes)).toBe(media);
  });

  it('is decided for any bytes, and for the beginning of any text', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), bytes => void sniffMedia(bytes)));
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('证', '言', 'é', 'Z', '\n'), minLength: 4 }),
        fc.nat(3),
        (text, cut) => {
          const bytes = new TextEncoder().encode(`证${text}`);
          expect(sniffMedia(bytes.subarray(0, bytes.length - cut))).toBe('text/plain');
        },
      ),
    );
  });

  it('of a film among sounds is seen by the handler of its track, wherever it stands', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.boolean(), (before, moving) => {
        const handler = latin(`hdlr\0\0\0\0\0\0\0\0${moving ? 'vide' : 'soun'}`);
        expect(holdsVideoTrack(Uint8Array.from([...before, ...handler]))).toBe(moving);
      }),
    );
  });

  it('is text in either encoding, and none with control characters in it', () => {
    expect(decodeText(Uint8Array.of(0xd6, 0xa4, 0xc8, 0xcb))).toBe('证人');
    expect(decodeText(latin('a\0b'))).toBeUndefined();
    expect(decodeText(latin('\x1b[31m'))).toBeUndefined();
  });
});

import { outsideKind } from '#shared/documents/outside.file.ts';
import type { MediaType } from './attachment.media.ts';

/** What a file is by its bytes. The last three are known well enough to say what to do about them. */
export type SniffedMedia = MediaType | 'heic' | 'video' | 'office';

/** How much of the beginning tells it: in a WebM the tracks come after its head and its cues. */
export const SNIFFED_BYTES = 65_536;

const latin = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

const isAt = (bytes: Uint8Array, from: number, text: string): boolean =>
  latin(bytes, from, text.length) === text;

function holds(bytes: Uint8Array, text: string): boolean {
  for (let at = 0; at + text.length <= bytes.length; at++) if (isAt(bytes, at, text)) return true;
  return false;
}

/** Brands of the ISO base media format (ISO/IEC 14496-12) as telephones write them. */
const STILL_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1', 'avif', 'avis'];
const SOUND_BRANDS = ['M4A ', 'M4B ', 'M4P ', 'isom', 'iso2', 'mp41', 'mp42', '3gp4', '3gp5', '3gp6', 'dash'];

function ofBrand(head: Uint8Array): SniffedMedia | undefined {
  const brand = latin(head, 8, 4);
  if (STILL_BRANDS.includes(brand)) return 'heic';
  if (brand === 'qt  ') return 'video';
  return SOUND_BRANDS.includes(brand) ? 'audio/mp4' : undefined;
}

/** The first packet of an Ogg stream names its codec (RFC 3533, RFC 7845). */
function ofOgg(head: Uint8Array): SniffedMedia | undefined {
  const packet = head.subarray(27 + (head[26] ?? 0), 120 + (head[26] ?? 0));
  if (isAt(packet, 0, 'OpusHead') || isAt(packet, 1, 'vorbis') || isAt(packet, 1, 'FLAC')) return 'audio/ogg';
  return isAt(packet, 1, 'theora') ? 'video' : undefined;
}

/** EBML (RFC 8794): what is meant is WebM, and one whose tracks are of sound. */
function ofEbml(head: Uint8Array): SniffedMedia | undefined {
  if (!holds(head.subarray(0, 64), 'webm')) return 'video';
  const moving = ['V_VP8', 'V_VP9', 'V_AV1', 'V_MPEG'].some(codec => holds(head, codec));
  return moving ? 'video' : 'audio/webm';
}

/** The head of a frame of MPEG audio, layer III (ISO/IEC 11172-3, 2.4.1.3). */
const isMp3Frame = (head: Uint8Array): boolean => {
  const [first = 0, second = 0, third = 0] = head;
  const isLayer3 = first === 0xff && (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08;
  return isLayer3 && third >> 4 !== 0 && third >> 4 !== 15 && (third & 0x0c) !== 0x0c;
};

const isTiff = (head: Uint8Array): boolean =>
  (isAt(head, 0, 'II') && head[2] === 42 && head[3] === 0) ||
  (isAt(head, 0, 'MM') && head[2] === 0 && head[3] === 42);

/** By the bytes alone: neither a file's name nor what the system says of it is asked. */
export function sniffMedia(head: Uint8Array): SniffedMedia | undefined {
  if (isAt(head, 0, 'RIFF')) {
    if (isAt(head, 8, 'WEBP')) return 'image/webp';
    if (isAt(head, 8, 'WAVE')) return 'audio/wav';
    return isAt(head, 8, 'AVI ') ? 'video' : undefined;
  }
  if (isAt(head, 4, 'ftyp')) return ofBrand(head);
  if (isAt(head, 0, 'OggS')) return ofOgg(head);
  if (isAt(head, 0, '\x1aE\xdf\xa3')) return ofEbml(head);
  if (isAt(head, 0, 'PK\x03\x04') || isAt(head, 0, '\xd0\xcf\x11\xe0')) return 'office';
  if (isTiff(head)) return 'image/tiff';
  const kind = outsideKind(head);
  if (kind !== undefined) return kind === 'pdf' ? 'application/pdf' : `image/${kind}`;
  if (isAt(head, 0, 'ID3') || isMp3Frame(head)) return 'audio/mpeg';
  return isPlainText(head, false) ? 'text/plain' : undefined;
}

/** A tab, the ends of lines, and the form feed of old printers stand in plain text; no other control character does. */
const WHITE = new Set([0x09, 0x0a, 0x0c, 0x0d]);

function isReadable(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code < 0x20 && !WHITE.has(code)) || code === 0x7f) return false;
  }
  return true;
}

/** UTF-8, or what the Notepad of an older Windows wrote. An empty file is no text. */
export function isPlainText(bytes: Uint8Array, whole: boolean): boolean {
  return bytes.length > 0 && decodeText(bytes, whole) !== undefined;
}

/** The text of such a file; undefined where it is none. */
export function decodeText(bytes: Uint8Array, whole = true): string | undefined {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !whole });
      if (isReadable(text)) return text;
    } catch {
      // Not in this encoding.
    }
  return undefined;
}

const HANDLER = [0x68, 0x64, 0x6c, 0x72];

/** The handler box of a track of moving pictures (ISO/IEC 14496-12, 8.4.3), wherever in the file it stands. */
export function holdsVideoTrack(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(HANDLER[0] ?? 0); at !== -1; at = bytes.indexOf(HANDLER[0] ?? 0, at + 1))
    if (HANDLER.every((byte, index) => bytes[at + index] === byte) && isAt(bytes, at + 12, 'vide'))
      return true;
  return false;
}

/** How much of one part is looked at again with the next, so that nothing is missed between them. */
export const HANDLER_BYTES = 16;

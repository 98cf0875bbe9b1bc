/** Longest segment on the file systems in use, in UTF-8 bytes (ext4, NTFS and exFAT all hold 255). */
const MAX_SEGMENT_BYTES = 255;
const MAX_PATH_BYTES = 1024;

/** Device names of Windows: a file of that name, with any extension, opens the device. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

// Controls, formatting marks that reorder or hide text, unpaired surrogates, and what Windows forbids in names.
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\\:*?"<>|]/u;

const utf8Bytes = (text: string): number => new TextEncoder().encode(text).length;

function isSafeSegment(segment: string): boolean {
  if (segment === '' || segment === '.' || segment === '..') return false;
  if (/[. ]$/.test(segment) || segment.startsWith(' ')) return false;
  if (FORBIDDEN.test(segment) || RESERVED.test(segment)) return false;
  return utf8Bytes(segment) <= MAX_SEGMENT_BYTES;
}

/** Whether a path inside a bag means the same plain file below its folder on every system. */
export const isSafePath = (path: string): boolean =>
  utf8Bytes(path) <= MAX_PATH_BYTES && path.split('/').every(isSafeSegment);

/** Two paths with the same key are one file on some system: case and composition do not tell them apart. */
export const pathKey = (path: string): string =>
  path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');

import type { ReportFault } from './bag.rules.ts';
import { isStrict, type BagDeclaration } from './bag-version.ts';

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** UTF-16 without more is told by its byte-order mark; without one (RFC 2781, 4.3) by where its zeros are. */
function utf16Label(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  return bytes[0] !== 0 && bytes[1] === 0 ? 'utf-16le' : 'utf-16be';
}

/** A strict decoder for the encoding a bag declares; undefined where the encoding is not known here. */
export function decoderFor(encoding: string, bytes: Uint8Array): TextDecoder | undefined {
  const label = /^utf-?16$/i.test(encoding) ? utf16Label(bytes) : encoding;
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    // The platform does not have it.
    return undefined;
  }
}

/**
 * The lines of a tag file (RFC 8493, 2.3), ended by LF, CR or CRLF; undefined where it cannot be decoded. A BOM is
 * taken off, and is a fault where the encoding is UTF-8 (drafts before 1.0 did not forbid it).
 */
export function tagLines(
  bytes: Uint8Array,
  file: string,
  declared: BagDeclaration,
  report: ReportFault,
): readonly string[] | undefined {
  const decoder = decoderFor(declared.encoding, bytes);
  // The declaration has been blamed already.
  if (decoder === undefined) return undefined;
  if (isStrict(declared) && decoder.encoding === 'utf-8' && startsWith(bytes, 0xef, 0xbb, 0xbf))
    report('tag/bom', file);
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    report('tag/encoding', file, declared.encoding);
    return undefined;
  }
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

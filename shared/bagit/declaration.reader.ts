import type { ReportFault } from './bag.rules.ts';
import { isKnownVersion, type BagDeclaration } from './bag-version.ts';
import { decoderFor } from './tag-text.ts';

export const DECLARATION = 'bagit.txt';

const BOM = '\uFEFF';

/** What a bag without a readable declaration is taken for, so that the rest is checked all the same. */
export const ASSUMED: BagDeclaration = { major: 1, minor: 0, encoding: 'UTF-8' };

/** Reads `bagit.txt` (RFC 8493, 2.1.1); what is wrong with it is reported, and the rest assumed. */
export function readDeclaration(bytes: Uint8Array, report: ReportFault): BagDeclaration {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    report('declaration/not-utf8', DECLARATION);
    return ASSUMED;
  }
  if (text.startsWith(BOM)) report('declaration/bom', DECLARATION);
  const lines = text.replace(BOM, '').split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  const version = /^BagIt-Version: (\d+)\.(\d+)$/.exec(lines[0] ?? '');
  const encoding = /^Tag-File-Character-Encoding: (\S(?:.*\S)?)$/.exec(lines[1] ?? '')?.[1];
  if (version === null || encoding === undefined || lines.length !== 2)
    report('declaration/form', DECLARATION);
  const declared: BagDeclaration = {
    major: version === null ? ASSUMED.major : Number(version[1]),
    minor: version === null ? ASSUMED.minor : Number(version[2]),
    encoding: encoding ?? ASSUMED.encoding,
  };
  if (!isKnownVersion(declared))
    report('declaration/version', DECLARATION, `${declared.major}.${declared.minor}`);
  if (decoderFor(declared.encoding, bytes) === undefined)
    report('declaration/encoding', DECLARATION, declared.encoding);
  return declared;
}

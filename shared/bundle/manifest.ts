import { decodedPath } from '#shared/bagit/bag-path.rules.ts';

/** One line of a BagIt manifest: the SHA-256 of a file and its path inside the bag. */
export interface ManifestEntry {
  readonly sha256: string;
  readonly path: string;
}

// RFC 8493, 2.1.3: CR, LF and % in paths are percent-encoded, nothing else is.
const ENCODED: Readonly<Record<string, string>> = { '%': '%25', '\r': '%0D', '\n': '%0A' };

const encodePath = (path: string): string => path.replace(/[%\r\n]/g, found => ENCODED[found] ?? found);

/** Two blanks between, as `sha256sum -c` wants it. */
export const formatManifestLine = (entry: ManifestEntry): string =>
  `${entry.sha256}  ${encodePath(entry.path)}\n`;

export const formatManifest = (entries: readonly ManifestEntry[]): string =>
  entries.map(formatManifestLine).join('');

/** Reads a manifest into path → SHA-256; undefined when a line is not one or a path is listed twice. */
export function parseManifest(text: string): ReadonlyMap<string, string> | undefined {
  const entries = new Map<string, string>();
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line === '') continue;
    const match = /^([0-9a-fA-F]{64})[ \t]+\*?(.+)$/.exec(line);
    const [, sha256, encoded] = match ?? [];
    if (sha256 === undefined || encoded === undefined) return undefined;
    const path = decodedPath(encoded.startsWith('./') ? encoded.slice(2) : encoded);
    if (entries.has(path)) return undefined;
    entries.set(path, sha256.toLowerCase());
  }
  return entries;
}

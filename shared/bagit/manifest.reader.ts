import { meantPath } from './bag-path.rules.ts';
import type { ReportFault } from './bag.rules.ts';
import { isStrict, type BagDeclaration } from './bag-version.ts';

export interface ManifestName {
  readonly file: string;
  readonly kind: 'payload' | 'tag';
  /** Normalised: lower-case letters and digits (RFC 8493, 2.4). */
  readonly algorithm: string;
}

/** What a file in the base folder is a manifest of; undefined where it is none. */
export function manifestName(file: string): ManifestName | undefined {
  const match = /^(tag)?manifest-([^/]+)\.txt$/i.exec(file);
  if (match === null) return undefined;
  const algorithm = (match[2] ?? '').toLowerCase().replace(/[^a-z0-9]/g, '');
  return { file, kind: match[1] === undefined ? 'payload' : 'tag', algorithm };
}

export interface ReadManifest extends ManifestName {
  /** Path to checksum, in lower-case hexadecimal. */
  readonly entries: ReadonlyMap<string, string>;
}

export interface ManifestReading {
  readonly declared: BagDeclaration;
  /** Hexadecimal digits of a checksum; undefined where the algorithm is not known here. */
  readonly digits: number | undefined;
  /** Whether the bag has a file of this very name: then a mark in front of it is part of it. */
  readonly has: (path: string) => boolean;
  readonly report: ReportFault;
}

const LINE = /^(\\?)([0-9A-Fa-f]+)[ \t]+(\*?)([^ \t].*)$/;

/** Reads the lines of a manifest (RFC 8493, 2.1.3). What is wrong is reported, and the line is used if it can be. */
export function readManifestLines(
  name: ManifestName,
  lines: readonly string[],
  { declared, digits, has, report }: ManifestReading,
): ReadManifest {
  const { file } = name;
  const entries = new Map<string, string>();
  lines.forEach((line, index) => {
    const at = { file, line: index + 1 };
    const [, slash = '', checksum = '', star = '', rest = ''] = LINE.exec(line) ?? [];
    if (rest === '' || checksum.length !== (digits ?? checksum.length)) {
      report('manifest/line', file, `${at.line}: ${line.slice(0, 200)}`);
      return;
    }
    const isMark = star !== '' && !has(`*${rest}`);
    if (isMark || slash !== '')
      report(isStrict(declared) ? 'manifest/md5sum-mark' : 'manifest/old-mark', file, `${at.line}: ${line}`);
    const path = meantPath(isMark ? rest : star + rest, at, declared, report);
    if (path === undefined) return;
    if (entries.has(path)) report('manifest/twice', file, `${at.line}: ${path}`);
    entries.set(path, checksum.toLowerCase());
  });
  return { ...name, entries };
}

import { nameKey } from '#shared/bagit/bag-path.rules.ts';
import type { ReportFault } from '#shared/bagit/bag.rules.ts';
import type { ReadManifest } from '#shared/bagit/manifest.reader.ts';
import type { BagFile } from './bag.source.ts';
import { digitsOf, hashFile } from './file.hashes.ts';

export interface Listing {
  readonly manifests: readonly ReadManifest[];
  /** Still to be fetched: reported as such already. */
  readonly pending: ReadonlySet<string>;
}

interface Expected {
  readonly manifest: string;
  readonly algorithm: string;
  readonly checksum: string;
}

/** Composition is tolerated and said (RFC 8493, 6.1.1): some file systems change it on their own. */
function fileFor(
  path: string,
  files: ReadonlyMap<string, BagFile>,
  composed: ReadonlyMap<string, BagFile>,
): BagFile | undefined {
  return files.get(path) ?? composed.get(path.normalize('NFC'));
}

/** Checksums as they are, by path and algorithm, of the files that could be read. */
export type FoundSums = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Reads every listed file once and holds it to all its checksums. */
export async function checkSums(
  { manifests, pending }: Listing,
  files: ReadonlyMap<string, BagFile>,
  report: ReportFault,
): Promise<FoundSums> {
  const composed = new Map([...files.values()].map(file => [file.path.normalize('NFC'), file]));
  const expected = new Map<BagFile, Expected[]>();
  for (const { file: manifest, algorithm, entries } of manifests) {
    for (const [path, checksum] of entries) {
      const file = fileFor(path, files, composed);
      if (file === undefined) {
        if (!pending.has(path)) report(missingRule(path, files), manifest, path);
        continue;
      }
      if (file.path !== path) report('name/composed', file.path, manifest);
      if (digitsOf(algorithm) === undefined) continue;
      expected.set(file, [...(expected.get(file) ?? []), { manifest, algorithm, checksum }]);
    }
  }
  const found = new Map<string, ReadonlyMap<string, string>>();
  for (const [file, sums] of expected) {
    const checksums = await checkFile(file, sums, report);
    if (checksums) found.set(file.path, checksums);
  }
  return found;
}

function missingRule(path: string, files: ReadonlyMap<string, BagFile>) {
  const slashed = path.replaceAll('\\', '/');
  if (slashed !== path && files.has(slashed)) return 'manifest/backslash';
  const key = nameKey(path);
  return [...files.keys()].some(each => nameKey(each).startsWith(`${key}/`))
    ? 'manifest/folder'
    : 'manifest/missing-file';
}

async function checkFile(
  file: BagFile,
  sums: readonly Expected[],
  report: ReportFault,
): Promise<ReadonlyMap<string, string> | undefined> {
  try {
    const { checksums } = await hashFile(file, new Set(sums.map(({ algorithm }) => algorithm)));
    for (const { manifest, algorithm, checksum } of sums)
      if (checksums.get(algorithm) !== checksum) report('manifest/mismatch', manifest, file.path);
    return checksums;
  } catch (cause) {
    report('file/unreadable', file.path, cause instanceof Error ? cause.message : '');
    return undefined;
  }
}

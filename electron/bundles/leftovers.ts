import path from 'node:path';
import { parseBundleName } from '#shared/bundle/bundle-name.ts';
import type { OfficeCode } from '#shared/core/ids.ts';
import { realFiles, type FilePort } from '#electron/files/file-port.ts';
import { CHECKSUM_SUFFIX, PART_SUFFIX } from './medium.file.ts';

/** A file that belongs to a bundle of this name. */
export interface BundleTrace {
  readonly bundle: string;
  /** Under a name that only writing gives: nobody finished it. */
  readonly isHalf: boolean;
}

function traceOf(file: string, office: OfficeCode): BundleTrace | undefined {
  const isHalf = file.endsWith(PART_SUFFIX);
  const whole = isHalf ? file.slice(0, -PART_SUFFIX.length) : file;
  const bundle = whole.endsWith(CHECKSUM_SUFFIX) ? whole.slice(0, -CHECKSUM_SUFFIX.length) : whole;
  return parseBundleName(bundle)?.code === office && bundle.endsWith('.age') ? { bundle, isHalf } : undefined;
}

/**
 * Takes away what a crash left of this office's bundles in a folder, whichever month it was writing then. What
 * cannot be taken away is no obstacle: writing under the same name takes its place.
 */
export async function removeLeftovers(
  directory: string,
  office: OfficeCode,
  isLeftover: (trace: BundleTrace) => boolean = ({ isHalf }) => isHalf,
  files: FilePort = realFiles,
): Promise<void> {
  const names = await files.readdir(directory).catch((): string[] => []);
  for (const name of names) {
    const trace = traceOf(name, office);
    if (trace && isLeftover(trace)) await files.unlink(path.join(directory, name)).catch(() => undefined);
  }
}

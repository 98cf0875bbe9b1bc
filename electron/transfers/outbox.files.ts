import path from 'node:path';
import type { OfficeCode } from '#shared/core/ids.ts';
import { parseTransferName } from '#shared/transfer/transfer.schema.ts';
import { CHECKSUM_SUFFIX, PART_SUFFIX } from '../bundles/medium.file.ts';
import { realFiles } from '../files/file-port.ts';

/** A sealed case that nobody waits for any more. What cannot be taken away is no obstacle. */
export async function removeSealed(file: string): Promise<void> {
  for (const each of [file, `${file}${CHECKSUM_SUFFIX}`]) await realFiles.unlink(each).catch(() => undefined);
}

const wholeName = (name: string): string =>
  [PART_SUFFIX, CHECKSUM_SUFFIX].reduce(
    (whole, suffix) => (whole.endsWith(suffix) ? whole.slice(0, -suffix.length) : whole),
    name,
  );

/** Takes away what was sealed and is not, or no longer, on its way: left by a crash, or answered. */
export async function clearSealed(folder: string, isOnItsWay: (id: string) => boolean): Promise<void> {
  const names = await realFiles.readdir(folder).catch((): string[] => []); // Nothing was sealed yet.
  for (const name of names) {
    const sealed = parseTransferName(wholeName(name));
    if (sealed && (name.endsWith(PART_SUFFIX) || !isOnItsWay(sealed.id)))
      await realFiles.unlink(path.join(folder, name)).catch(() => undefined);
  }
}

/** Takes away from a drive what this office began to write there and did not finish, because it was pulled out. */
export async function clearParts(folder: string, own: OfficeCode): Promise<void> {
  const names = await realFiles.readdir(folder).catch((): string[] => []); // Gone: writing says so.
  for (const name of names)
    if (name.endsWith(PART_SUFFIX) && parseTransferName(wholeName(name))?.from === own)
      await realFiles.unlink(path.join(folder, name)).catch(() => undefined);
}

import { z } from 'zod';
import { Sha256Hex } from '#shared/bundle/bundle.formats.ts';
import { parseBundleName } from '#shared/bundle/bundle-name.ts';
import { BundleId, OfficeCode } from '#shared/core/ids.ts';

/** What a sender says of an upload before it begins. Believed of none of it is anything but where it goes. */
export const UploadMetadata = z
  .object({
    filename: z.string().refine(name => parseBundleName(name) !== undefined),
    bundle: BundleId,
    office: OfficeCode,
    sha256: Sha256Hex,
  })
  .refine(({ filename, office }) => parseBundleName(filename)?.code === office)
  .readonly();
export type UploadMetadata = z.infer<typeof UploadMetadata>;

/** `Upload-Metadata` of tus 1.0: pairs with commas between, each a key and its value in base64. */
export function readUploadMetadata(header: string | undefined): UploadMetadata | undefined {
  const pairs = (header ?? '').split(',').map(pair => pair.trim().split(' '));
  const values = Object.fromEntries(
    pairs.map(([key = '', value = '']) => [key, Buffer.from(value, 'base64').toString('utf8')]),
  );
  return UploadMetadata.safeParse(values).data;
}

/** The same bundle has the same place, so that a sender who forgot its upload does not leave a second one behind. */
export const uploadId = ({ office, bundle, sha256 }: UploadMetadata): string =>
  `${office}.${bundle}.${sha256.slice(0, 16)}`;

export const isUploadOf = (office: OfficeCode, id: string): boolean => id.startsWith(`${office}.`);

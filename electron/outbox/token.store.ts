import path from 'node:path';
import { OFFICE_TOKEN } from '#shared/bundle/headquarters-card.schema.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { StorageError } from '../files/storage-error.ts';
import { loadSecret, saveSecret } from '../keys/secret.ts';
import type { SubkeySource } from '../keys/unlocked-keys.ts';
import type { Places } from '../office/places.ts';

const LABEL = 'headquarters-token';

const fileIn = ({ root }: Pick<Places, 'root'>): string => path.join(root, 'headquarters.token');

/** What lets this office in at the headquarters; it stands in no event, since events are carried away. */
export const saveToken = (
  places: Pick<Places, 'root'>,
  keys: SubkeySource,
  token: string,
): Promise<Result<void, StorageError>> => saveSecret(fileIn(places), keys, LABEL, Buffer.from(token));

export async function readToken(
  places: Pick<Places, 'root'>,
  keys: SubkeySource,
): Promise<Result<string, null>> {
  const read = await loadSecret(fileIn(places), keys, LABEL);
  const token = read.ok ? read.value.toString('utf8') : '';
  return OFFICE_TOKEN.test(token) ? ok(token) : err(null);
}

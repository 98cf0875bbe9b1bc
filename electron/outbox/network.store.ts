import path from 'node:path';
import type { Result } from '#shared/core/result.ts';
import { NetworkSettings, USUAL_NETWORK } from '#shared/outbox/network.settings.ts';
import { readWithFallback } from '../files/read-with-fallback.ts';
import type { StorageError } from '../files/storage-error.ts';
import { writeFileSafely } from '../files/write-file-safely.ts';

const fileIn = (profile: string): string => path.join(profile, 'network.json');

function parse(bytes: Buffer): NetworkSettings | undefined {
  try {
    return NetworkSettings.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return undefined; // Unreadable: said below.
  }
}

/** How this PC goes to the headquarters. What cannot be read sends nothing: it may have said so. */
export async function readNetwork(profile: string): Promise<NetworkSettings> {
  const read = await readWithFallback(fileIn(profile), parse);
  if (read.ok) return read.value.value;
  return read.error.code === 'storage/missing' ? USUAL_NETWORK : { ...USUAL_NETWORK, offline: true };
}

export const saveNetwork = (
  profile: string,
  settings: NetworkSettings,
): Promise<Result<void, StorageError>> =>
  writeFileSafely(fileIn(profile), Buffer.from(`${JSON.stringify(settings)}\n`));

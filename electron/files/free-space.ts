import type { Result } from '#shared/core/result.ts';
import { realFiles, type FilePort } from './file-port.ts';
import { atDisk, type StorageError } from './storage-error.ts';

export type SpaceLevel = 'ok' | 'low' | 'read-only';

export interface FreeSpace {
  readonly bytes: number;
  readonly level: SpaceLevel;
}

export interface SpaceLimits {
  /** Below this many bytes people are warned. */
  readonly warnBelow: number;
  /** Below this many bytes nothing new is saved; exporting and deleting still work. */
  readonly readOnlyBelow: number;
}

export const SPACE_LIMITS: SpaceLimits = { warnBelow: 1024 ** 3, readOnlyBelow: 200 * 1024 ** 2 };

export function spaceLevel(bytes: number, limits: SpaceLimits = SPACE_LIMITS): SpaceLevel {
  if (bytes < limits.readOnlyBelow) return 'read-only';
  return bytes < limits.warnBelow ? 'low' : 'ok';
}

export function freeSpace(
  dir: string,
  limits: SpaceLimits = SPACE_LIMITS,
  files: FilePort = realFiles,
): Promise<Result<FreeSpace, StorageError>> {
  return atDisk(async () => {
    const { bavail, bsize } = await files.statfs(dir);
    const bytes = bavail * bsize;
    return { bytes, level: spaceLevel(bytes, limits) };
  });
}

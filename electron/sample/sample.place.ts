import { access, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '#shared/core/result.ts';
import { forgetStoreMark } from '../journal/store-mark.ts';
import { atDisk, type StorageError } from '../files/storage-error.ts';
import { deskFolder, placesIn } from '../office/places.ts';

/** Everything of the sample office lies in a folder of its own inside the profile, and goes with it. */
export const sampleProfile = (profile: string): string => path.join(profile, 'sample');

/** Where one is put together; nobody works in it before it is moved into place as a whole. */
export const makingProfile = (profile: string): string => path.join(profile, 'sample.making');

export async function hasSample(profile: string): Promise<boolean> {
  try {
    await access(placesIn(deskFolder(sampleProfile(profile))).office);
    return true;
  } catch {
    return false; // None was made, or it cannot be read: making one anew takes its place.
  }
}

const removeFolder = (folder: string): Promise<Result<void, StorageError>> =>
  atDisk(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

export const removeMaking = (profile: string): Promise<Result<void, StorageError>> =>
  removeFolder(makingProfile(profile));

export const removeSample = (profile: string): Promise<Result<void, StorageError>> =>
  removeFolder(sampleProfile(profile));

let opened = 0;

/**
 * The working store of the sample office is in memory, another one each time it is opened, and made from its journal:
 * so none of it is left among the browser's own files when it is thrown away.
 */
export const samplePartition = (): string => `sample-${++opened}`;

export const forgetStore = (profile: string): Promise<Result<void, StorageError>> =>
  forgetStoreMark(deskFolder(sampleProfile(profile)));

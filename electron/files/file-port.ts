import * as disk from 'node:fs/promises';

/** The part of `node:fs/promises` that storage code uses; tests pass one that fails on command. */
export type FilePort = Pick<
  typeof disk,
  'open' | 'rename' | 'unlink' | 'mkdir' | 'readFile' | 'readdir' | 'stat' | 'statfs'
>;

export const realFiles: FilePort = disk;

export type FileHandle = disk.FileHandle;

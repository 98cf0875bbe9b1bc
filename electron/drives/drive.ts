/** A drive that people plug in, or a folder of another computer, as the system tells of it now. */
export interface Drive {
  /** Tells this drive from every other, wherever it is plugged in; a letter or a folder does not. */
  readonly volume: string;
  readonly label: string;
  readonly path: string;
  readonly kind: 'removable' | 'network';
  readonly filesystem: string;
  readonly free: number;
  readonly total: number;
}

/** What is plugged in at this moment. Cheap enough to be asked every two seconds. */
export interface DriveSource {
  readonly list: () => Promise<readonly Drive[]>;
}

/** FAT32 holds no file of 4 GiB or more. */
export const MOST_ON_FAT = 2 ** 32 - 1;

const FAT: ReadonlySet<string> = new Set(['vfat', 'msdos', 'fat', 'fat32', 'fat16']);

/** exFAT is not among them: it has no such limit. */
export const isFat = (filesystem: string): boolean => FAT.has(filesystem.toLowerCase());

import type { Drive, DriveSource } from './drive.ts';
import { doubtOf, driveAt, type PlaceDoubt } from './chosen-place.ts';

/** Where a person wants a bundle: one of the drives offered, a folder to be chosen, or the doubtful one after all. */
export type Wanted =
  | { readonly kind: 'drive'; readonly volume: string }
  | { readonly kind: 'choose' }
  | { readonly kind: 'anyway' };

export type PlaceFound =
  | { readonly kind: 'place'; readonly folder: string; readonly drive: Drive | undefined }
  | { readonly kind: 'doubt'; readonly doubt: PlaceDoubt; readonly folder: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'gone' };

/** The window names no folder: it says which drive, or that a person shall choose. */
export class PlaceToWrite {
  private doubtful: string | undefined;
  private readonly drives: DriveSource;
  private readonly own: string;

  /** @param own a folder on the disk of this PC */
  constructor(drives: DriveSource, own: string) {
    this.drives = drives;
    this.own = own;
  }

  async find(wanted: Wanted, choose: () => Promise<string | undefined>): Promise<PlaceFound> {
    const drives = await this.drives.list();
    const { doubtful } = this;
    this.doubtful = undefined;
    switch (wanted.kind) {
      case 'drive': {
        const drive = drives.find(({ volume }) => volume === wanted.volume);
        return drive ? { kind: 'place', folder: drive.path, drive } : { kind: 'gone' };
      }
      case 'anyway':
        return doubtful === undefined
          ? { kind: 'cancelled' }
          : { kind: 'place', folder: doubtful, drive: driveAt(doubtful, drives) };
      case 'choose': {
        const folder = await choose();
        if (folder === undefined) return { kind: 'cancelled' };
        const doubt = await doubtOf(folder, drives, this.own);
        if (doubt === undefined) return { kind: 'place', folder, drive: driveAt(folder, drives) };
        this.doubtful = folder;
        return { kind: 'doubt', doubt, folder };
      }
    }
  }
}

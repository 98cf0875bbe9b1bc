export type ElectronPlaces = {
  /** `node_modules/electron` */
  readonly packageFolder: string;
  /** `ELECTRON_OVERRIDE_DIST_PATH` */
  readonly override: string | undefined;
  readonly exists: (file: string) => boolean;
  readonly read: (file: string) => string;
};

/** Electron's program, if it has been fetched; reads files only and never fetches it. */
export function findElectron(places: ElectronPlaces): string | undefined;

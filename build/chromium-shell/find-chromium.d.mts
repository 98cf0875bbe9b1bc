export type Places = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (file: string) => boolean;
};

/** `CHROMIUM_PATH` decides alone when it is set, so that a wrong one is noticed. */
export function findChromium(places: Places): string | undefined;

export function findInstalledChromium(): string | undefined;

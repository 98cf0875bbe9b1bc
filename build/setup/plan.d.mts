export const OLDEST_NODE: string;

export const judges: readonly { readonly command: string; readonly package: string }[];

export function isNodeTooOld(version: string): boolean;

export type LockFile = {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly version?: string;
        readonly integrity?: string;
        readonly link?: boolean;
        readonly optional?: boolean;
        readonly devOptional?: boolean;
        readonly peer?: boolean;
      }
    >
  >;
};

/** Compares package-lock.json with the record that npm leaves in node_modules. */
export function areModulesComplete(found: {
  readonly lock: LockFile;
  readonly installed: LockFile | undefined;
}): boolean;

export function moduleStep(found: {
  readonly complete: boolean;
  readonly installed: LockFile | undefined;
  readonly offline: boolean;
}): 'none' | 'install' | 'refuse';

export type RuntimeStep = 'ready' | 'fetch-electron' | 'install-chromium' | 'give-up';

export function nextRuntimeStep(found: {
  readonly electron: boolean;
  readonly chromium: boolean;
  /** `PHOENIX_RUNTIME` */
  readonly wish: string | undefined;
  /** `PHOENIX_OFFLINE` */
  readonly offline: boolean;
  /** Root on a system with apt. */
  readonly canInstall: boolean;
  /** When a download of Electron failed last, in milliseconds. */
  readonly failedAt: number | undefined;
  readonly now: number;
  readonly tried: readonly RuntimeStep[];
}): RuntimeStep;

export type PackageStep = 'none' | 'install' | 'say';

export function fontStep(found: {
  readonly runtime: 'electron' | 'chromium';
  readonly platform: string;
  readonly hasChinese: boolean;
  readonly canInstall: boolean;
  readonly offline: boolean;
}): PackageStep;

export function judgeStep(found: {
  readonly missing: readonly string[];
  /** The flag `--tests`. */
  readonly forTests: boolean;
  readonly canInstall: boolean;
  readonly offline: boolean;
}): PackageStep;

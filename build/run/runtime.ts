import fs from 'node:fs';
import path from 'node:path';
import { buildStandIn } from '#build/chromium-shell/build-stand-in.ts';
import { findInstalledChromium } from '#build/chromium-shell/find-chromium.mjs';
import { findElectron } from '#build/setup/find-electron.mjs';

export type Runtime = {
  readonly kind: 'electron' | 'chromium';
  readonly executablePath: string;
  /** To be added to the environment of the program. */
  readonly env: Readonly<Record<string, string>>;
  /** One line for the person at the console. */
  readonly describe: string;
};

/** What was found on this machine. */
export type Found = {
  readonly wish: string | undefined;
  readonly electron: string | undefined;
  readonly chromium: string | undefined;
};

export type Choice =
  | { readonly kind: 'electron'; readonly executable: string }
  | { readonly kind: 'chromium'; readonly chromium: string };

/** The real Electron where there is one, the stand-in otherwise; `PHOENIX_RUNTIME` may insist on either. */
export function chooseRuntime({ wish, electron, chromium }: Found): Choice {
  if (wish && wish !== 'electron' && wish !== 'chromium') {
    throw new Error(`PHOENIX_RUNTIME is '${wish}'; it may be 'electron' or 'chromium'.`);
  }
  if (wish !== 'chromium' && electron !== undefined) return { kind: 'electron', executable: electron };
  if (wish !== 'electron' && chromium !== undefined) return { kind: 'chromium', chromium };
  throw new Error(missing[wish === 'electron' || wish === 'chromium' ? wish : 'either']);
}

const missing = {
  electron:
    "Electron's program is not here: run `npx install-electron --no`, or set ELECTRON_OVERRIDE_DIST_PATH.",
  chromium: 'No Chromium was found: install one, or set CHROMIUM_PATH to it.',
  either:
    'Neither Electron nor a Chromium was found: run `node build/setup/setup.mjs`, which says what to do.',
} as const;

/** Never imports `electron`, which would try to download what is missing. */
export async function findRuntime(): Promise<Runtime> {
  const choice = chooseRuntime({
    wish: process.env['PHOENIX_RUNTIME'],
    electron: findElectron({
      packageFolder: path.resolve(import.meta.dirname, '../../node_modules/electron'),
      override: process.env['ELECTRON_OVERRIDE_DIST_PATH'],
      exists: fs.existsSync,
      read: file => fs.readFileSync(file, 'utf8'),
    }),
    chromium: findInstalledChromium(),
  });
  if (choice.kind === 'electron') {
    return {
      kind: 'electron',
      executablePath: choice.executable,
      env: {},
      describe: `Electron: ${choice.executable}`,
    };
  }
  return {
    kind: 'chromium',
    executablePath: await buildStandIn(),
    env: { CHROMIUM_PATH: choice.chromium },
    describe: `the Chromium stand-in for Electron: ${choice.chromium}`,
  };
}

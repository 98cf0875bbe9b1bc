import { spawnSync } from 'node:child_process';
import { findInstalledChromium } from '../find-chromium.mjs';

export function getInstalledChromium(): string {
  const program = findInstalledChromium();
  if (program === undefined) throw new Error('No Chromium was found; CHROMIUM_PATH may name one.');
  return program;
}

/** Asked before the program is loaded, which may read `process.versions.chrome` at once. */
export function getChromiumVersion(program: string): string {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  const version = /\d+(\.\d+){3}/.exec(stdout)?.[0];
  if (version === undefined) throw new Error(`${program} does not say its version: it is no Chromium.`);
  return version;
}

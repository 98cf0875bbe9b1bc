import fs from 'node:fs';
import path from 'node:path';
import { root, runCommand, type Command, type Ended } from './run-command.ts';

const OUTPUTS = ['dist/electron/main.js', 'dist/electron/preload.cjs', 'dist/renderer/index.html'];
const SOURCES = ['electron', 'renderer', 'shared', 'build/config', 'package.json', 'package-lock.json'];

/** Whether something that is built was changed after the oldest of what was built from it. */
export function isStale(sources: readonly number[], outputs: readonly (number | undefined)[]): boolean {
  const built = outputs.map(time => time ?? -Infinity);
  return Math.max(...sources) > Math.min(...built);
}

export function isBuildStale(): boolean {
  const sources = SOURCES.flatMap(name => modified(path.join(root, name)));
  const outputs = OUTPUTS.map(name => fs.statSync(path.join(root, name), { throwIfNoEntry: false })?.mtimeMs);
  return isStale(sources, outputs);
}

function modified(place: string): number[] {
  const stat = fs.statSync(place);
  if (!stat.isDirectory()) return [stat.mtimeMs];
  return fs
    .readdirSync(place, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !/\.(test|spec)\.tsx?$/.test(entry.name))
    .map(entry => fs.statSync(path.join(entry.parentPath, entry.name)).mtimeMs);
}

export async function buildProgram(output: Command['output']): Promise<Ended> {
  const start = Date.now();
  const ended = await runCommand({
    script: 'node_modules/electron-vite/bin/electron-vite.js',
    args: ['build', '--config', 'build/config/electron.vite.config.ts'],
    output,
    limit: 10 * 60_000,
  });
  if (ended.exitCode === 0) removeOlder(path.join(root, 'dist/electron'), start);
  return ended;
}

/** Main process and preload share a folder, which the build itself therefore does not empty. */
function removeOlder(folder: string, start: number): void {
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && fs.statSync(file).mtimeMs < start) fs.rmSync(file);
  }
}

/** Builds the program where it is not as its sources are. */
export async function ensureBuilt(): Promise<void> {
  if (!isBuildStale()) return;
  const { exitCode, output } = await buildProgram('kept');
  if (exitCode !== 0) throw new Error(`The program cannot be built:\n${output}`);
}

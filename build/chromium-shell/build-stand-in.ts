import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import electronManifest from 'electron/package.json' with { type: 'json' };
import { bundle } from './bundle.ts';

const here = import.meta.dirname;
const output = path.join(here, '../../out/chromium-shell');
/** What an older build left behind may still be running. */
const KEEP = 24 * 60 * 60 * 1000;

/**
 * Makes the executable that takes the place of Electron's and returns its path.
 *
 * The folder is named by what is in it, so that a build is done once, whoever else builds at the same time.
 */
export async function buildStandIn(): Promise<string> {
  const folder = path.join(output, digestOfSources());
  const executable = path.join(folder, 'electron');
  if (fs.existsSync(executable)) return executable;
  const draft = fs.mkdtempSync(path.join(fs.mkdirSync(output, { recursive: true }) ?? output, '.draft-'));
  const file = (name: string): string => path.join(draft, name);
  const version = { __ELECTRON_VERSION__: JSON.stringify(electronManifest.version) };
  await bundle({
    entry: `${here}/main/start.ts`,
    outFile: file('start.mjs'),
    format: 'esm',
    define: version,
  });
  await bundle({ entry: `${here}/main/resolve-hook.ts`, outFile: file('resolve-hook.mjs'), format: 'esm' });
  await bundle({ entry: `${here}/page/page.ts`, outFile: file('page.js'), format: 'iife' });
  fs.writeFileSync(file('electron'), launcher(process.execPath), { mode: 0o755 });
  publish(draft, folder);
  removeOld(folder);
  return executable;
}

/** `--inspect` is for Node itself; a test driver passes it as it would to Electron. */
function launcher(node: string): string {
  return `#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
node=${JSON.stringify(node)}
[ -x "$node" ] || node=node
inspect=
for arg in "$@"; do
  case $arg in --inspect | --inspect=* | --inspect-brk | --inspect-brk=*) inspect=$arg ;; esac
done
exec "$node" $inspect "$here/start.mjs" "$@"
`;
}

function digestOfSources(): string {
  const hash = createHash('sha256').update(`${electronManifest.version} ${process.execPath}`);
  const names = fs.readdirSync(here, { recursive: true, encoding: 'utf8' }).sort();
  for (const name of names) {
    if (!/\.(ts|mjs)$/.test(name) || name.endsWith('.test.ts') || name.startsWith('fixture')) continue;
    hash.update(`${name}\0`).update(fs.readFileSync(path.join(here, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

function publish(draft: string, folder: string): void {
  try {
    fs.renameSync(draft, folder);
  } catch (error) {
    // Somebody else was quicker with the same content.
    fs.rmSync(draft, { recursive: true, force: true });
    if (!fs.existsSync(folder)) throw error;
  }
}

function removeOld(current: string): void {
  for (const name of fs.readdirSync(output)) {
    const folder = path.join(output, name);
    const age = Date.now() - fs.statSync(folder).mtimeMs;
    if (folder !== current && age > KEEP) fs.rmSync(folder, { recursive: true, force: true });
  }
}

// What the set-up asks of this machine and does to it, with nothing but Node.
/* global fetch, AbortSignal */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(fileURLToPath(new URL('.', import.meta.url)), '../..');
export const electronFolder = path.join(root, 'node_modules', 'electron');

const stampFile = path.join(root, 'node_modules', '.phoenix-setup.json');
/** In milliseconds: a firewall that drops packets must not hold up every start. */
const PROBE_TIME = 4000;
const DOWNLOAD_TIME = 15 * 60 * 1000;

export function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined; // Missing or torn: the same as never written.
  }
}

export const readStamp = () => readJson(stampFile) ?? {};

export function writeStamp(stamp) {
  if (fs.existsSync(path.dirname(stampFile))) fs.writeFileSync(stampFile, JSON.stringify(stamp));
}

/** True when it went well; otherwise what the command said is shown. */
export function run(command, args, { timeout, env = {}, silent = false } = {}) {
  const shell = process.platform === 'win32' && command !== process.execPath;
  const options = { cwd: root, encoding: 'utf8', shell, timeout, env: { ...process.env, ...env } };
  const { status, stdout, stderr, error } = spawnSync(command, args, options);
  if (status === 0) return true;
  if (!silent)
    console.error(
      `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`.trim().split('\n').slice(-15).join('\n'),
    );
  return false;
}

export function installModules(offline) {
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', ...(offline ? ['--offline'] : [])];
  return npm?.endsWith('.js') ? run(process.execPath, [npm, ...args]) : run('npm', args);
}

export const canInstall = () => process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get');

export function installPackages(names) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const updated = run('apt-get', ['update', '-q'], { env });
  return updated && run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], { env });
}

export function hasCommand(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`] : [name];
  return folders.some(folder => names.some(file => fs.existsSync(path.join(folder, file))));
}

export function hasChineseFont() {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  if (status === 0) return stdout.trim() !== '';
  const fonts = '/usr/share/fonts';
  const names = fs.existsSync(fonts) ? fs.readdirSync(fonts, { recursive: true }) : [];
  return names.some(name => /cjk|wqy|uming|ukai|sourcehan|droidsansfallback/i.test(name));
}

/** Asks whether the release can be had before the download, which would wait for minutes, is begun. */
export async function fetchElectron() {
  const version = readJson(path.join(electronFolder, 'package.json'))?.version;
  if (version === undefined) return false;
  const archive = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  const mirror =
    process.env.ELECTRON_MIRROR ??
    process.env.npm_config_electron_mirror ??
    'https://github.com/electron/electron/releases/download/';
  if (!isCached(archive) && !(await answers(`${mirror}v${version}/${archive}`))) return false;
  return run(process.execPath, [path.join(electronFolder, 'install.js')], { timeout: DOWNLOAD_TIME });
}

async function answers(url) {
  try {
    const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_TIME) });
    return response.ok;
  } catch {
    return false; // No name, no route, no answer: all the same here.
  }
}

function isCached(archive) {
  const home = os.homedir();
  const folder =
    process.env.electron_config_cache ??
    {
      darwin: path.join(home, 'Library', 'Caches', 'electron'),
      win32: path.join(process.env.LOCALAPPDATA ?? home, 'electron', 'Cache'),
    }[process.platform] ??
    path.join(process.env.XDG_CACHE_HOME ?? path.join(home, '.cache'), 'electron');
  if (!fs.existsSync(folder)) return false;
  return fs.readdirSync(folder, { recursive: true }).some(name => path.basename(name) === archive);
}

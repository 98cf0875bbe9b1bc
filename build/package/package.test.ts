import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import { ensureBuilt } from '#build/checks/fresh-build.ts';
import { root, runCommand } from '#build/checks/run-command.ts';
import { readAsar, type AsarFile } from './asar.reader.ts';
import { makeElectronDist } from './electron-dist.fixture.ts';

/** What a release is delivered with; the last one has no name in the packager's configuration. */
const GOLDEN_FUSES = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
  wasmTrapHandlers: true,
};

/** As the wire says it: the character 1. */
const ENABLED = 0x31;

/** Whoever tries to fetch something meets a closed door. */
const NOWHERE = 'http://127.0.0.1:9/';
const offline = {
  ELECTRON_MIRROR: NOWHERE,
  ELECTRON_BUILDER_BINARIES_MIRROR: NOWHERE,
  npm_config_registry: NOWHERE,
  HTTPS_PROXY: NOWHERE,
  HTTP_PROXY: NOWHERE,
};

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'phoenix-package-'));
afterAll(() => {
  fs.rmSync(temporary, { recursive: true, force: true });
});

async function packageFor(config: string): Promise<string> {
  const electronDist = path.join(temporary, 'electron-dist');
  const output = path.join(temporary, path.parse(config).name);
  makeElectronDist(electronDist);
  const { exitCode, output: said } = await runCommand({
    script: 'node_modules/electron-builder/cli.js',
    args: [
      ...['--linux', 'dir', '--x64', '--config', config],
      ...[`-c.electronDist=${electronDist}`, `-c.directories.output=${output}`],
    ],
    env: offline,
    output: 'kept',
    limit: 170_000,
  });
  if (exitCode !== 0) throw new Error(said);
  return path.join(output, 'linux-unpacked');
}

async function fusesOf(folder: string): Promise<Record<string, boolean>> {
  const wire = Object.entries(await getCurrentFuseWire(path.join(folder, 'phoenix-desk')));
  const states = wire.filter(([key]) => key !== 'version').map(([, state]) => Number(state) === ENABLED);
  return Object.fromEntries(Object.keys(GOLDEN_FUSES).map((name, at) => [name, states[at] ?? false]));
}

function filesIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

describe.skipIf(process.platform !== 'linux')('the package', () => {
  let folder = '';
  let files: readonly AsarFile[] = [];
  const paths = () => files.map(file => file.path);

  beforeAll(async () => {
    await ensureBuilt();
    folder = await packageFor('electron-builder.yml');
    files = readAsar(path.join(folder, 'resources/app.asar'));
  }, 360_000);

  it('holds the program, and its manifest names the way in', () => {
    for (const file of ['dist/electron/main.js', 'dist/electron/preload.cjs', 'dist/renderer/index.html'])
      expect(paths()).toContain(file);
    const inside: unknown = JSON.parse(files.find(file => file.path === 'package.json')?.read() ?? 'null');
    expect(inside).toMatchObject({ name: manifest.name, version: manifest.version, main: manifest.main });
  });

  it('holds the two built folders, the manifest and packages, and nothing else', () => {
    const tops = paths().map(file =>
      file
        .split('/')
        .slice(0, file.startsWith('dist/') ? 2 : 1)
        .join('/'),
    );
    expect([...new Set(tops)].sort()).toStrictEqual([
      'dist/electron',
      'dist/renderer',
      'node_modules',
      'package.json',
    ]);
  });

  it('holds no sources, source maps or tests, and nothing of the stand-in', () => {
    expect(
      paths().filter(file => /\.([mc]?tsx?|map)$|\.(test|spec|fixture)\.|chromium-shell|\/e2e\//.test(file)),
    ).toStrictEqual([]);
  });

  it('holds the packages that the program runs with, and none that only build and test it', () => {
    const packages = new Set(
      paths().flatMap(file => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []),
    );
    for (const name of Object.keys(manifest.dependencies)) expect(packages).toContain(name);
    for (const name of Object.keys(manifest.devDependencies)) expect(packages).not.toContain(name);
  });

  it('holds all resources beside the archive, where the program looks for them', () => {
    const shipped = filesIn(path.join(folder, 'resources/resources'));
    expect(shipped).toStrictEqual(
      filesIn(path.join(root, 'resources')).filter(file => !file.includes('.test.')),
    );
    for (const name of ['procedures', 'fonts', 'calendars', 'papers'])
      expect(shipped.some(file => file.startsWith(`${name}/`))).toBe(true);
  });

  it('keeps the two languages of the interface and the licences of Electron', () => {
    expect(filesIn(path.join(folder, 'locales'))).toStrictEqual(['en-US.pak', 'zh-CN.pak']);
    expect(filesIn(folder)).toEqual(
      expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']),
    );
  });

  it('has its fuses set for release', async () => {
    expect(await fusesOf(folder)).toStrictEqual(GOLDEN_FUSES);
  });

  it('lets a test driver in only in the flavour made for it', async () => {
    const flavour = await packageFor('build/package/e2e-flavour.yml');
    expect(await fusesOf(flavour)).toStrictEqual({ ...GOLDEN_FUSES, enableNodeCliInspectArguments: true });
  }, 180_000);
});

describe('the configuration of installers', () => {
  const text = fs.readFileSync(path.join(root, 'electron-builder.yml'), 'utf8');
  const config = parse(text) as Record<string, Record<string, unknown> | undefined>;

  it('installs on Windows for all users, into a folder that is not theirs, and leaves their cases alone', () => {
    expect(config['nsis']).toMatchObject({
      oneClick: false,
      perMachine: true,
      allowToChangeInstallationDirectory: false,
      deleteAppDataOnUninstall: false,
    });
  });

  it('makes no AppImage and never turns the sandbox off', () => {
    expect(JSON.stringify(config['linux'])).not.toContain('AppImage');
    expect(text).not.toContain('no-sandbox');
  });

  it('knows no server that updates come from', () => {
    expect(config['publish']).toBeNull();
  });
});

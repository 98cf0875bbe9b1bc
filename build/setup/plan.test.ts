import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  areModulesComplete,
  fontStep,
  isNodeTooOld,
  judgeStep,
  moduleStep,
  nextRuntimeStep,
} from './plan.mjs';
import type { LockFile, RuntimeStep } from './plan.mjs';

describe('the version of Node', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('%s is new enough', version => {
    expect(isNodeTooOld(version)).toBe(false);
  });

  it.each(['20.18.9', '18.99.0', '9.11.2'])('%s is too old', version => {
    expect(isNodeTooOld(version)).toBe(true);
  });
});

describe('the npm packages', () => {
  const lock: LockFile = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
      'node_modules/other-system': { version: '1.0.0', integrity: 'sha512-o', optional: true },
    },
  };
  const having = (version: string, integrity: string): LockFile => ({
    packages: { 'node_modules/a': { version, integrity } },
  });

  it('are complete when each one is there in its version, those for other systems aside', () => {
    expect(areModulesComplete({ lock, installed: having('1.0.0', 'sha512-a') })).toBe(true);
  });

  it('are not when one is missing, older or another one of the same version', () => {
    expect(areModulesComplete({ lock, installed: { packages: {} } })).toBe(false);
    expect(areModulesComplete({ lock, installed: having('0.9.0', 'sha512-a') })).toBe(false);
    expect(areModulesComplete({ lock, installed: having('1.0.0', 'sha512-b') })).toBe(false);
  });

  it('are not when nothing was ever installed', () => {
    expect(areModulesComplete({ lock, installed: undefined })).toBe(false);
  });

  it('are installed when they are not complete, but never removed without a network', () => {
    const bare = { complete: false, installed: lock, offline: false };
    expect(moduleStep(bare)).toBe('install');
    expect(moduleStep({ ...bare, complete: true, offline: true })).toBe('none');
    expect(moduleStep({ ...bare, offline: true })).toBe('refuse');
    expect(moduleStep({ ...bare, offline: true, installed: undefined })).toBe('install');
  });
});

describe('the runtime', () => {
  const day = 24 * 60 * 60 * 1000;
  const bare = {
    electron: false,
    chromium: false,
    wish: undefined,
    offline: false,
    canInstall: true,
    failedAt: undefined,
    now: 10 * day,
    tried: [] as RuntimeStep[],
  };

  it('is ready when Electron is there', () => {
    expect(nextRuntimeStep({ ...bare, electron: true, offline: true })).toBe('ready');
  });

  it('is Electron if it can be fetched, even where there is a Chromium', () => {
    expect(nextRuntimeStep({ ...bare, chromium: true })).toBe('fetch-electron');
  });

  it('is Chromium when Electron could not be fetched, now or within a day', () => {
    expect(nextRuntimeStep({ ...bare, chromium: true, tried: ['fetch-electron'] })).toBe('ready');
    expect(nextRuntimeStep({ ...bare, chromium: true, failedAt: bare.now - day + 1 })).toBe('ready');
    expect(nextRuntimeStep({ ...bare, chromium: true, failedAt: bare.now - day })).toBe('fetch-electron');
  });

  it('is a Chromium to be installed when there is neither', () => {
    expect(nextRuntimeStep({ ...bare, tried: ['fetch-electron'] })).toBe('install-chromium');
  });

  it('is given up when that has failed, may not be done, or there is no network', () => {
    expect(nextRuntimeStep({ ...bare, tried: ['fetch-electron', 'install-chromium'] })).toBe('give-up');
    expect(nextRuntimeStep({ ...bare, tried: ['fetch-electron'], canInstall: false })).toBe('give-up');
    expect(nextRuntimeStep({ ...bare, offline: true })).toBe('give-up');
  });

  it('is only Electron when PHOENIX_RUNTIME says so, however lately it failed', () => {
    const electron = { ...bare, wish: 'electron', chromium: true, failedAt: bare.now };
    expect(nextRuntimeStep(electron)).toBe('fetch-electron');
    expect(nextRuntimeStep({ ...electron, tried: ['fetch-electron'] })).toBe('give-up');
  });

  it('is only Chromium when PHOENIX_RUNTIME says so, and nothing is fetched', () => {
    const chromium = { ...bare, wish: 'chromium', electron: true };
    expect(nextRuntimeStep({ ...chromium, chromium: true })).toBe('ready');
    expect(nextRuntimeStep(chromium)).toBe('install-chromium');
  });

  it('always comes to an end', () => {
    for (const wish of [undefined, 'electron', 'chromium']) {
      const tried: RuntimeStep[] = [];
      while (!['ready', 'give-up'].includes(tried.at(-1) ?? ''))
        tried.push(nextRuntimeStep({ ...bare, wish, tried }));
      expect(tried.length).toBeLessThanOrEqual(3);
    }
  });
});

describe('a font for Chinese', () => {
  const bare = {
    runtime: 'chromium',
    platform: 'linux',
    hasChinese: false,
    canInstall: true,
    offline: false,
  } as const;

  it('is installed where the stand-in would draw boxes', () => {
    expect(fontStep(bare)).toBe('install');
  });

  it('is only missed where it may not or cannot be installed', () => {
    expect(fontStep({ ...bare, canInstall: false })).toBe('say');
    expect(fontStep({ ...bare, offline: true })).toBe('say');
  });

  it('is no matter elsewhere', () => {
    expect(fontStep({ ...bare, hasChinese: true })).toBe('none');
    expect(fontStep({ ...bare, runtime: 'electron' })).toBe('none');
    expect(fontStep({ ...bare, platform: 'darwin' })).toBe('none');
  });
});

describe('the programs that tests are judged by', () => {
  const bare = { missing: ['age'], forTests: true, canInstall: true, offline: false };

  it('are installed only for the tests', () => {
    expect(judgeStep(bare)).toBe('install');
    expect(judgeStep({ ...bare, forTests: false })).toBe('say');
  });

  it('are named where they cannot be installed, and not mentioned when they are there', () => {
    expect(judgeStep({ ...bare, canInstall: false })).toBe('say');
    expect(judgeStep({ ...bare, offline: true })).toBe('say');
    expect(judgeStep({ ...bare, missing: [] })).toBe('none');
  });
});

describe('the set-up script', () => {
  const setup = (
    env: Record<string, string>,
    ...args: string[]
  ): { status: number | null; out: string; err: string } => {
    const script = path.join(import.meta.dirname, 'setup.mjs');
    const offline = { ...process.env, PHOENIX_OFFLINE: '1', ...env };
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
      encoding: 'utf8',
      env: offline,
    });
    return { status, out: stdout, err: stderr };
  };

  it('says in both languages what to do when there is nothing to run on', () => {
    const nothing = { CHROMIUM_PATH: '/nowhere/chromium', ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' };
    const { status, err } = setup(nothing);
    expect(status).toBe(1);
    expect(err).toContain('Neither Electron nor Chromium');
    expect(err).toContain('既没有 Electron，也没有 Chromium');
  });

  it.skipIf(process.platform === 'win32')('says nothing with --quiet when all is well', () => {
    const program = path.join(import.meta.dirname, 'setup.mjs');
    const here = { CHROMIUM_PATH: program, PHOENIX_RUNTIME: 'chromium' };
    // A machine without a font for Chinese is told so on the error output.
    expect(setup(here, '--quiet')).toMatchObject({ status: 0, out: '' });
    expect(setup(here).out).toContain('stand-in');
  });

  it('needs nothing that is not part of Node', () => {
    const files = [
      'setup.mjs',
      'plan.mjs',
      'machine.mjs',
      'find-electron.mjs',
      '../chromium-shell/find-chromium.mjs',
    ];
    for (const file of files) {
      const source = fs.readFileSync(path.join(import.meta.dirname, file), 'utf8');
      const imported = [...source.matchAll(/from '([^']+)'/g)].map(match => match[1] ?? '');
      for (const name of imported) expect(name).toMatch(/^(node:|\.{1,2}\/.*\.mjs$)/);
    }
  });
});

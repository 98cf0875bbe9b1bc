import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findChromium } from '#build/chromium-shell/find-chromium.mjs';
import { findElectron } from '#build/setup/find-electron.mjs';
import { chooseRuntime } from './runtime.ts';

const both = { wish: undefined, electron: '/e/electron', chromium: '/c/chromium' };

describe('the choice of a runtime', () => {
  it('takes the real Electron where there is one', () => {
    expect(chooseRuntime(both)).toStrictEqual({ kind: 'electron', executable: '/e/electron' });
  });

  it('takes the stand-in where there is none', () => {
    expect(chooseRuntime({ ...both, electron: undefined })).toStrictEqual({
      kind: 'chromium',
      chromium: '/c/chromium',
    });
  });

  it('does what PHOENIX_RUNTIME says', () => {
    expect(chooseRuntime({ ...both, wish: 'chromium' }).kind).toBe('chromium');
    expect(chooseRuntime({ ...both, wish: 'electron' }).kind).toBe('electron');
    expect(chooseRuntime({ ...both, wish: '' }).kind).toBe('electron');
  });

  it('never takes the other one in the place of the one that was asked for', () => {
    expect(() => chooseRuntime({ ...both, wish: 'electron', electron: undefined })).toThrow(
      'install-electron',
    );
    expect(() => chooseRuntime({ ...both, wish: 'chromium', chromium: undefined })).toThrow('CHROMIUM_PATH');
  });

  it('says what to do when there is nothing, and what may be asked for', () => {
    expect(() => chooseRuntime({ wish: undefined, electron: undefined, chromium: undefined })).toThrow(
      'setup.mjs',
    );
    expect(() => chooseRuntime({ ...both, wish: 'firefox' })).toThrow("'firefox'");
  });
});

describe('the search for Electron', () => {
  const find = (files: Readonly<Record<string, string>>, override?: string): string | undefined =>
    findElectron({
      packageFolder: '/p',
      override,
      exists: file => file in files,
      read: file => files[file] ?? '',
    });
  const fetched = { '/p/path.txt': 'electron', '/p/dist/electron': '' };

  it('finds what was fetched', () => {
    expect(find(fetched)).toBe(path.join('/p', 'dist', 'electron'));
  });

  it('finds nothing before it was fetched, or after it was removed', () => {
    expect(find({})).toBeUndefined();
    expect(find({ '/p/path.txt': 'electron' })).toBeUndefined();
  });

  it('looks only where the environment says', () => {
    expect(find({ ...fetched, '/o/electron': '' }, '/o')).toBe(path.join('/o', 'electron'));
    expect(find(fetched, '/o')).toBeUndefined();
  });
});

describe('the search for Chromium', () => {
  const find = (env: Record<string, string>, ...files: string[]): string | undefined =>
    findChromium({ env, exists: file => files.includes(file) });

  it('takes the one that is named, and no other when that one is missing', () => {
    expect(find({ CHROMIUM_PATH: '/mine' }, '/mine', '/usr/bin/chromium')).toBe('/mine');
    expect(find({ CHROMIUM_PATH: '/mine' }, '/usr/bin/chromium')).toBeUndefined();
  });

  it('prefers the program to the script around it', () => {
    expect(find({}, '/usr/bin/chromium', '/usr/lib/chromium/chromium')).toBe('/usr/lib/chromium/chromium');
  });

  it('looks along the path at last', () => {
    const file = path.join('/opt/bin', 'google-chrome');
    expect(find({ PATH: ['/usr/bin', '/opt/bin'].join(path.delimiter) }, file)).toBe(file);
    expect(find({ PATH: '' })).toBeUndefined();
  });
});

describe('this machine', () => {
  it('is never asked by importing electron, which would download it', () => {
    const file = path.join(import.meta.dirname, 'runtime.ts');
    const script = `import { findRuntime } from ${JSON.stringify(file)};
      const found = await findRuntime().catch(error => ({ kind: error.message }));
      const loaded = Object.keys((await import('node:module')).default._cache).filter(name => /electron.index\\.js$/.test(name));
      console.log(JSON.stringify({ kind: found.kind, loaded }));`;
    const output = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    const { kind, loaded } = JSON.parse(output) as { kind: string; loaded: string[] };
    expect(loaded).toStrictEqual([]);
    expect(kind).toMatch(/^(electron|chromium|Neither Electron nor)/);
  });
});

import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { forbiddenSwitch, NO_OPTIONS, readLaunchOptions } from './launch-options.ts';

const NOW = Date.parse('2026-11-22T08:00:00Z');

describe('the options of a start', () => {
  it('are none where nothing is said', () => {
    expect(readLaunchOptions(['electron', '.'], false, NOW)).toEqual(NO_OPTIONS);
  });

  it('name the profile, the clock, the printer folder, the folder of drives and quick keys', () => {
    const argv = [
      'electron',
      '.',
      '--desk-profile=some/profile',
      '--desk-clock=2026-10-09T01:30:00Z',
      '--desk-print-to=/tmp/纸',
      '--desk-drives=/tmp/盘',
      '--desk-quick-keys',
    ];
    expect(readLaunchOptions(argv, false, NOW)).toEqual({
      profile: path.resolve('some/profile'),
      printTo: path.resolve('/tmp/纸'),
      drives: path.resolve('/tmp/盘'),
      clockOffsetMs: Date.parse('2026-10-09T01:30:00Z') - NOW,
      quickKeys: true,
    });
  });

  it('keep what stands behind a second equals sign', () => {
    expect(readLaunchOptions(['--desk-profile=/tmp/a=b'], false, NOW).profile).toBe(path.resolve('/tmp/a=b'));
  });

  it.each(['', 'yesterday', '2026-13-40T00:00:00Z', '1e99'])(
    'leave the clock alone where its instant is “%s”',
    at => {
      expect(readLaunchOptions([`--desk-clock=${at}`], false, NOW).clockOffsetMs).toBe(0);
    },
  );

  it('leave the profile alone where its folder is empty', () => {
    expect(readLaunchOptions(['--desk-profile=', '--desk-print-to=', '--desk-drives='], false, NOW)).toEqual(
      NO_OPTIONS,
    );
  });

  it('are all ignored by a release', () => {
    const argv = [
      '--desk-profile=/tmp/x',
      '--desk-clock=2030-01-01T00:00:00Z',
      '--desk-print-to=/tmp/y',
      '--desk-drives=/tmp/z',
      '--desk-quick-keys',
    ];
    expect(readLaunchOptions(argv, true, NOW)).toEqual(NO_OPTIONS);
  });
});

describe('a switch that weakens the browser', () => {
  it.each([
    ['--no-sandbox', 'no-sandbox'],
    ['--disable-web-security', 'disable-web-security'],
    ['--Disable-Web-Security', 'disable-web-security'],
    ['--allow-running-insecure-content', 'allow-running-insecure-content'],
    ['--ignore-certificate-errors', 'ignore-certificate-errors'],
    ['--disable-site-isolation-trials', 'disable-site-isolation-trials'],
    ['--enable-blink-features=X', 'enable-blink-features'],
    ['--js-flags=--allow-natives-syntax', 'js-flags'],
    ['--load-extension=/tmp/x', 'load-extension'],
    ['--remote-allow-origins=*', 'remote-allow-origins'],
  ])('is found in %s', (argument, name) => {
    expect(forbiddenSwitch(['.', argument, 'file'], false)).toBe(name);
    expect(forbiddenSwitch(['.', argument, 'file'], true)).toBe(name);
  });

  it.each([
    '-no-sandbox',
    '/no-sandbox',
    ' --no-sandbox',
    '\t-no-sandbox ',
    '--no-sandbox=',
    '--no-sandbox=1',
  ])('is found where Chromium would read one in “%s”', argument => {
    expect(forbiddenSwitch([argument], false)).toBe('no-sandbox');
  });

  it.each([
    '--desk-profile=/tmp/no-sandbox',
    'no-sandbox',
    '--no-sandboxes',
    '--not=--no-sandbox',
    '/home/样本/no-sandbox',
    '--',
    '-',
    '',
  ])('is not seen in “%s”', argument => {
    expect(forbiddenSwitch([argument], true)).toBeUndefined();
  });

  it.each(['--remote-debugging-port=0', '--remote-debugging-pipe', '--inspect=0', '--inspect-brk'])(
    'is %s in a release alone, for tests must drive the window',
    argument => {
      expect(forbiddenSwitch([argument], false)).toBeUndefined();
      expect(forbiddenSwitch([argument], true)).toBeDefined();
    },
  );
});

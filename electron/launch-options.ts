import path from 'node:path';
import { Instant, msOf } from '#shared/core/instant.ts';

/** What a start may be told on the command line. A packaged release takes none of it. */
export interface LaunchOptions {
  /** Another place for the profile than the user's own. */
  readonly profile?: string;
  /** Added to the PC's clock: scenario runs begin on the day their file says. */
  readonly clockOffsetMs: number;
  /** A folder that stands in for a printer. */
  readonly printTo?: string;
  /** A folder whose folders stand in for drives that are plugged in. */
  readonly drives?: string;
  /** Cheap key derivation, so that a hundred test starts do not take minutes. Never for a real ledger. */
  readonly quickKeys: boolean;
}

export const NO_OPTIONS: LaunchOptions = { clockOffsetMs: 0, quickKeys: false };

const valueOf = (argv: readonly string[], name: string): string | undefined =>
  argv.find(argument => argument.startsWith(`--${name}=`))?.slice(name.length + 3);

/**
 * Reads `--desk-profile=DIR --desk-clock=INSTANT --desk-print-to=DIR --desk-drives=DIR --desk-quick-keys`.
 *
 * @param packaged a release ignores them all: whoever can start it must not be able to set its clock
 */
export function readLaunchOptions(argv: readonly string[], packaged: boolean, nowMs: number): LaunchOptions {
  if (packaged) return NO_OPTIONS;
  const profile = valueOf(argv, 'desk-profile');
  const printTo = valueOf(argv, 'desk-print-to');
  const drives = valueOf(argv, 'desk-drives');
  const clock = Instant.safeParse(valueOf(argv, 'desk-clock'));
  return {
    ...(profile ? { profile: path.resolve(profile) } : {}),
    ...(printTo ? { printTo: path.resolve(printTo) } : {}),
    ...(drives ? { drives: path.resolve(drives) } : {}),
    clockOffsetMs: clock.success ? msOf(clock.data) - nowMs : 0,
    quickKeys: argv.includes('--desk-quick-keys'),
  };
}

/** Switches that weaken the browser. Found on the command line, the program does not start (S2). */
const FORBIDDEN_SWITCHES = [
  'no-sandbox',
  'disable-web-security',
  'allow-running-insecure-content',
  'ignore-certificate-errors',
  'disable-site-isolation-trials',
  'enable-blink-features',
  'js-flags',
  'load-extension',
  'remote-allow-origins',
];

/** In a release also those that let somebody else drive the window. */
const FORBIDDEN_IN_RELEASE = ['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk'];

/** Chromium takes off blanks, and takes one hyphen, and on Windows a slash, for two hyphens. */
const SWITCH = /^\s*(?:--?|\/)([^=]+)/;

export function forbiddenSwitch(argv: readonly string[], packaged: boolean): string | undefined {
  const names = argv.map(argument => SWITCH.exec(argument)?.[1]?.trim().toLowerCase() ?? '');
  const forbidden = packaged ? [...FORBIDDEN_SWITCHES, ...FORBIDDEN_IN_RELEASE] : FORBIDDEN_SWITCHES;
  return names.find(name => forbidden.includes(name));
}

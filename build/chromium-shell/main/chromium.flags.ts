import type { CommandLine } from './command-line.ts';

const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-proxy-server',
  '--noerrdialogs',
  // A page taken from that cache would have lost its way to the main process.
  '--disable-back-forward-cache',
  '--disable-background-networking',
  '--disable-backgrounding-occluded-windows',
  '--disable-background-timer-throttling',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-field-trial-config',
  '--disable-gpu',
  '--disable-hang-monitor',
  '--disable-infobars',
  '--disable-popup-blocking',
  '--disable-quic',
  '--disable-renderer-backgrounding',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--metrics-recording-only',
  '--password-store=basic',
  '--test-type',
  '--use-mock-keychain',
];

const disabledFeatures = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'IsolateOrigins',
  'LensOverlay',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
  'Translate',
  'site-per-process',
];

/** Switches of the program's own command line that are handed on; no other one may change the browser. */
const handedOn = [
  ...['remote-debugging-port', 'force-device-scale-factor'],
  // A test has no microphone; Chromium beeps into one of its own making.
  ...['use-fake-device-for-media-stream'],
];

export type LaunchSettings = {
  readonly program: string;
  readonly profile: string;
  readonly port: number;
  readonly headless: boolean;
  readonly locale: string;
  readonly commandLine: CommandLine;
};

export function chromiumFlags(settings: LaunchSettings): string[] {
  const { profile, port, headless, locale, commandLine } = settings;
  const own = handedOn.filter(name => commandLine.hasSwitch(name));
  return [
    ...quiet,
    // As root, and in most containers, Chromium's own sandbox cannot start.
    '--no-sandbox',
    '--disable-site-isolation-trials',
    `--disable-features=${disabledFeatures.join(',')}`,
    // Electron gives its own schemes no quota either.
    '--unlimited-storage',
    `--lang=${locale}`,
    `--accept-lang=${locale}`,
    // The loopback server is all there is; every other name, and every other port of `localhost`, is unknown.
    `--host-resolver-rules=MAP *.localhost:80 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
    ...own.map(name => [`--${name}`, commandLine.getSwitchValue(name)].filter(part => part !== '').join('=')),
    // With a screen, Chromium opens one window by itself, without tabs; the first BrowserWindow takes it over.
    ...(headless
      ? ['--headless=new', '--no-startup-window']
      : ['--window-position=-5000,-5000', '--app=data:text/html,']),
  ];
}

// Plain JavaScript: the set-up script needs it before there is anything that reads TypeScript.
import fs from 'node:fs';
import path from 'node:path';

/** The program itself comes before the script around it, which adds switches of the distribution. */
const usualPlaces = [
  '/usr/lib/chromium/chromium',
  '/usr/lib64/chromium-browser/chromium-browser',
  '/opt/google/chrome/chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const usualNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export function findChromium({ env, exists }) {
  const named = env.CHROMIUM_PATH;
  if (named) return exists(named) ? named : undefined;
  const folders = (env.PATH ?? '').split(path.delimiter).filter(folder => folder !== '');
  const onPath = usualNames.flatMap(name => folders.map(folder => path.join(folder, name)));
  return [...usualPlaces, ...onPath].find(exists);
}

export function findInstalledChromium() {
  // The stand-in speaks to Chromium over pipes that Windows does not have.
  if (process.platform === 'win32') return undefined;
  return findChromium({ env: process.env, exists: fs.existsSync });
}

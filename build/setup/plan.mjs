// What the set-up has to do, decided from what was found. Nothing here looks at the machine or changes it.

export const OLDEST_NODE = '20.19.0';

/** A failed download is not tried again before this has passed. */
const RETRY_AFTER = 24 * 60 * 60 * 1000;

/** The independent programs that tests use as judges or as a screen, and the Debian packages that hold them. */
export const judges = [
  { command: 'age', package: 'age' },
  { command: 'minisign', package: 'minisign' },
  { command: 'unzip', package: 'unzip' },
  { command: 'pdftotext', package: 'poppler-utils' },
  { command: 'Xvfb', package: 'xvfb' },
];

export function isNodeTooOld(version) {
  const wanted = OLDEST_NODE.split('.').map(Number);
  const found = version.split('.').map(Number);
  for (const [at, number] of wanted.entries()) {
    if (found[at] !== number) return found[at] < number;
  }
  return false;
}

export function areModulesComplete({ lock, installed }) {
  if (installed === undefined) return false;
  return Object.entries(lock.packages).every(([folder, wanted]) => {
    if (folder === '' || wanted.link) return true;
    const found = installed.packages[folder];
    if (found === undefined)
      return wanted.optional === true || wanted.devOptional === true || wanted.peer === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

export function moduleStep({ complete, installed, offline }) {
  if (complete) return 'none';
  // `npm ci` begins by removing what is there; without a network it might not come back.
  return offline && installed !== undefined ? 'refuse' : 'install';
}

export function nextRuntimeStep({ electron, chromium, wish, offline, canInstall, failedAt, now, tried }) {
  if (electron && wish !== 'chromium') return 'ready';
  if (chromium && wish === 'chromium') return 'ready';
  const failedLately = failedAt !== undefined && now - failedAt < RETRY_AFTER;
  const mayFetch = wish === 'electron' || (wish !== 'chromium' && !failedLately);
  if (mayFetch && !offline && !tried.includes('fetch-electron')) return 'fetch-electron';
  if (wish === 'electron') return 'give-up';
  if (chromium) return 'ready';
  if (canInstall && !offline && !tried.includes('install-chromium')) return 'install-chromium';
  return 'give-up';
}

export function fontStep({ runtime, platform, hasChinese, canInstall, offline }) {
  if (runtime !== 'chromium' || platform !== 'linux' || hasChinese) return 'none';
  return canInstall && !offline ? 'install' : 'say';
}

export function judgeStep({ missing, forTests, canInstall, offline }) {
  if (missing.length === 0) return 'none';
  return forTests && canInstall && !offline ? 'install' : 'say';
}

/**
 * The origin is part of the data format: IndexedDB belongs to it, and under another scheme or host every office
 * would open an empty ledger. It must never change.
 */
export const APP_SCHEME = 'app';
export const APP_HOST = 'desk';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/** Compares parsed parts: `app://desk.evil`, `app://desk@evil` and `app://desk:1` are not ours. */
export function isOwnUrl(text: string): boolean {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return false; // Not a URL at all, so not ours.
  }
  return (
    url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && url.username === '' && url.password === ''
  );
}

/** Nothing inline, nothing remote, no frames, no plugins, no form targets; no text becomes markup or a script. */
export const WINDOW_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  // Recordings, out of the vault.
  'media-src blob:',
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  'trusted-types own-worker',
  "require-trusted-types-for 'script'",
].join('; ');

/**
 * The worker that reads scanned pages runs WebAssembly, which is compiled, and nothing else in the window does. It
 * has its own policy because a worker is ruled by the answer its script came in, not by its page's.
 */
export const SCAN_WORKER_CSP = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
].join('; ');

/** As the build names it. */
const SCAN_WORKER = /^\/assets\/scan\.worker-[\w-]+\.js$/;

/** The policy that goes with a file of the window. */
export const policyFor = (pathname: string): string =>
  SCAN_WORKER.test(pathname) ? SCAN_WORKER_CSP : WINDOW_CSP;

/** A paper has no script at all. */
export const PAPER_CSP = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

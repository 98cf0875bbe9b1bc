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

/** Nothing inline, nothing remote, no frames, no plugins, no form targets. */
export const WINDOW_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
].join('; ');

/** A paper has no script at all. */
export const PAPER_CSP = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

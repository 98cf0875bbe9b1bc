/** What this needs of Trusted Types, which the DOM library does not describe yet. */
interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string };
}

/** Where the build puts the workers of the window: those of pdf.js and of the reader of scans. */
const OWN_WORKER = /^\/assets\/(?:pdf|scan)\.worker[\w.-]*\.m?js$/;

/** The address of a worker that the window brings itself, else a bug. */
export function ownWorkerUrl(url: string, page: string): string {
  const { protocol, host, pathname } = new URL(url, page);
  const own = new URL(page);
  if (protocol !== own.protocol || host !== own.host || !OWN_WORKER.test(pathname))
    throw new TypeError('not a worker of this window');
  return url;
}

/** The one policy that the window allows (`trusted-types`), made once: a second of the name would be refused. */
const policy = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
  'own-worker',
  { createScriptURL: url => ownWorkerUrl(url, location.href) },
);

/** Under `require-trusted-types-for` a plain text is no address a worker may be made from. */
export const openOwnWorker = (url: string): Worker =>
  new Worker(policy?.createScriptURL(url) ?? url, { type: 'module' });

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * Whether bundles may be sent there: TLS, with nothing after the port, or this very machine. Without TLS the token of
 * the office could be read on the way.
 */
export function isUsableAddress(text: string): boolean {
  const address = findAddress(text);
  return address !== undefined && (address.protocol === 'https:' || LOOPBACK.has(address.hostname));
}

/** An address of scheme, host and port alone. */
export function findAddress(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined;
  const bare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  return bare ? url : undefined;
}

import { createHash, X509Certificate } from 'node:crypto';
import net, { type Socket } from 'node:net';
import tls, { type DetailedPeerCertificate, type PeerCertificate } from 'node:tls';
import { LineFault, lineFaultOf } from './line.fault.ts';

/** Where the card says that the headquarters is, and how it is known there. */
export interface Route {
  readonly address: URL;
  readonly pins: readonly string[] | undefined;
  /** Of authorities besides those of the system. */
  readonly ca: readonly string[];
  /** `host:port`; passes TLS through without reading it. */
  readonly proxy: string | undefined;
}

const CONNECT_MS = 15_000;
const MOST_PROXY_HEAD = 8 * 1024;

const portOf = ({ port, protocol }: URL): number =>
  port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
const bareHost = (host: string): string => host.replace(/^\[(.*)\]$/, '$1');

class PinMismatch extends Error {
  readonly code = 'PIN';
}

const pinOf = (certificate: X509Certificate): string =>
  createHash('sha256')
    .update(certificate.publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');

const hasIssuer = (
  certificate: PeerCertificate | DetailedPeerCertificate,
): certificate is DetailedPeerCertificate => 'issuerCertificate' in certificate;

/**
 * Whether the certificate or one that signed it has a pinned key. Every link is checked by its signature: what a
 * server sends along is otherwise only joined by names.
 */
function isPinned(leaf: PeerCertificate, pins: readonly string[]): boolean {
  let at: PeerCertificate = leaf;
  let certificate = new X509Certificate(at.raw);
  const seen = new Set<string>();
  while (!seen.has(certificate.fingerprint256)) {
    if (pins.includes(pinOf(certificate))) return true;
    seen.add(certificate.fingerprint256);
    if (!hasIssuer(at)) return false;
    at = at.issuerCertificate;
    const issuer = new X509Certificate(at.raw);
    if (!certificate.verify(issuer.publicKey)) return false;
    certificate = issuer;
  }
  return false;
}

type SystemTrust = { readonly getCACertificates?: (of: 'default' | 'system') => string[] };

/** What the system trusts; where this Node cannot ask the system, what Node itself brings. */
function trusted(): readonly string[] {
  const { getCACertificates } = tls as SystemTrust;
  return getCACertificates
    ? [...getCACertificates('default'), ...getCACertificates('system')]
    : tls.rootCertificates;
}

function until<S extends Socket>(socket: S, event: string, signal: AbortSignal): Promise<S> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      clearTimeout(late);
      signal.removeEventListener('abort', abort);
      act();
    };
    const fail = (cause: unknown): void => {
      settle(() => reject(cause instanceof Error ? cause : new Error(String(cause))));
      socket.destroy();
    };
    const abort = (): void => fail(signal.reason);
    const late = setTimeout(() => fail(new LineFault('network')), CONNECT_MS);
    signal.addEventListener('abort', abort, { once: true });
    socket.once('error', fail);
    socket.once('close', () => fail(new LineFault('network')));
    socket.once(event, () => settle(() => resolve(socket)));
    if (signal.aborted) abort();
  });
}

/** Asks a proxy to pass everything through to the headquarters. */
async function throughProxy(proxy: string, { address }: Route, signal: AbortSignal): Promise<Socket> {
  const at = proxy.lastIndexOf(':');
  const opened = net.connect({ host: bareHost(proxy.slice(0, at)), port: Number(proxy.slice(at + 1)) });
  const socket = await until(opened, 'connect', signal).catch((cause: unknown) => {
    throw signal.aborted ? cause : new LineFault('proxy', cause);
  });
  const target = `${address.hostname}:${portOf(address)}`;
  socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`);
  let head = Buffer.alloc(0);
  while (!head.includes('\r\n\r\n')) {
    if (head.length > MOST_PROXY_HEAD) throw new LineFault('proxy');
    await until(socket, 'readable', signal);
    head = Buffer.concat([head, (socket.read() as Buffer | null) ?? Buffer.alloc(0)]);
  }
  const end = head.indexOf('\r\n\r\n') + 4;
  const [, status] = /^HTTP\/1\.\d (\d{3})/.exec(head.toString('latin1')) ?? [];
  if (status !== '200') {
    socket.destroy();
    throw new LineFault(status === '407' ? 'proxy-login' : 'proxy');
  }
  if (end < head.length) socket.unshift(head.subarray(end));
  return socket;
}

/**
 * Opens a line to the headquarters of the card and to nobody else. A certificate that is not believed, or does not have
 * a key of the card, ends it; there is no way to go on all the same.
 */
export async function dial(route: Route, signal: AbortSignal): Promise<Socket> {
  const { address, pins, ca, proxy } = route;
  const host = bareHost(address.hostname);
  try {
    // On this very machine: nothing to encrypt on the way, and no proxy in between.
    if (address.protocol === 'http:')
      return await until(net.connect({ host, port: portOf(address) }), 'connect', signal);
    const under = proxy === undefined ? undefined : await throughProxy(proxy, route, signal);
    const secured = tls.connect({
      ...(under ? { socket: under } : { port: portOf(address) }),
      host,
      ...(net.isIP(host) === 0 ? { servername: host } : {}),
      ca: [...trusted(), ...ca],
      minVersion: 'TLSv1.2',
      checkServerIdentity: (name, certificate) => {
        const other = tls.checkServerIdentity(name, certificate);
        if (other) return other;
        return pins === undefined || isPinned(certificate, pins) ? undefined : new PinMismatch();
      },
    });
    return await until(secured, 'secureConnect', signal);
  } catch (cause) {
    if (signal.aborted) throw cause;
    if (cause instanceof PinMismatch) throw new LineFault('pin', cause);
    throw lineFaultOf(cause);
  }
}

import { randomBytes } from 'node:crypto';
import http from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { SOCKET_PATH } from '../ipc-messages.ts';
import { allowSocket } from './csp.ts';
import { schemeAddresses } from './scheme-addresses.ts';
import { findSessionByLabel } from './session.ts';

/** Handed to every page in its preload script; nobody else on the machine can speak for one. */
export const socketToken = randomBytes(16).toString('hex');

type OnSocket = (contentsId: number, socket: WebSocket) => boolean;

/** Listens on the loopback interface and answers for the program's own schemes. */
export async function startSchemeServer(onSocket: OnSocket): Promise<number> {
  const server = http.createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(`The handler of ${request.url ?? ''} failed:`, error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: 2 ** 30 });
  server.on('upgrade', (request, stream, head) => {
    const [path, query = ''] = (request.url ?? '').split('?');
    const [token, contentsId] = query.split('.');
    if (path !== SOCKET_PATH || token !== socketToken) return void stream.destroy();
    sockets.handleUpgrade(request, stream, head, socket => {
      if (!onSocket(Number(contentsId), socket)) socket.terminate();
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { host = '', ...headers } = request.headers;
  const found = schemeAddresses.parse(`http://${host}${request.url ?? ''}`);
  const session = found && findSessionByLabel(found.label);
  const handler = found && session?.findSchemeHandler(found.scheme);
  if (request.url === '/favicon.ico') return void response.writeHead(204).end();
  if (!found || !session || !handler) return void response.writeHead(421).end();
  const url = `${found.scheme}://${found.host}${found.rest}`;
  const method = request.method ?? 'GET';
  if (!(await session.requests.isAllowed(url, method))) return void request.destroy();
  const asked = new Request(url, {
    method,
    headers: toHeaders(headers),
    ...(method === 'GET' || method === 'HEAD'
      ? {}
      : { body: Readable.toWeb(request) as ReadableStream, duplex: 'half' }),
  });
  const given = await handler(asked);
  const replied = await session.requests.headers(url, method, given.headers);
  if (!replied) return void request.destroy();
  response.writeHead(given.status, toRecord(replied, host));
  if (!given.body || method === 'HEAD') response.end();
  else
    await pipeline(Readable.fromWeb(given.body as Parameters<typeof Readable.fromWeb>[0]), response).catch(
      leftEarly,
    );
}

/** The page no longer wants the rest, which is its right. */
function leftEarly(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
}

function toHeaders(incoming: http.IncomingHttpHeaders): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming)) {
    if (value !== undefined && name !== 'connection') headers.set(name, [value].flat().join(', '));
  }
  return headers;
}

function toRecord(headers: Headers, host: string): Record<string, string> {
  const record: Record<string, string> = {};
  for (const [name, value] of headers) {
    // The body goes out in pieces; a length that the handler promised may be that of a compressed one.
    if (name === 'content-length' || name === 'content-encoding') continue;
    record[name] = name === 'content-security-policy' ? allowSocket(value, host) : value;
  }
  return record;
}

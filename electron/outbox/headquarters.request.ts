import http, { type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { dial, type Route } from './dial.ts';
import { LineFault, lineFaultOf } from './line.fault.ts';

export interface Asked {
  readonly method: 'GET' | 'POST' | 'HEAD' | 'PATCH';
  /** Beginning with a slash: the rest is the card's. */
  readonly path: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: Readable;
  readonly signal: AbortSignal;
}

export interface Told {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** By the clock of the headquarters. */
  readonly atMs: number | undefined;
}

/** Receipts and orders are far smaller. */
const MOST_BODY = 1024 * 1024;
/** A line on which nothing moves for so long is dead, whatever TCP says. */
const SILENT_MS = 60_000;

function dateOf(headers: IncomingHttpHeaders): number | undefined {
  const at = Date.parse(headers.date ?? '');
  return Number.isNaN(at) ? undefined : at;
}

/** One question on a line of its own. Redirections are answers like others, and followed nowhere. */
export async function ask(route: Route, { method, path, headers, body, signal }: Asked): Promise<Told> {
  const socket = await dial(route, signal);
  try {
    return await new Promise<Told>((resolve, reject) => {
      const request = http.request({
        ...{ method, path, signal, headers: { ...headers, host: route.address.host } },
        createConnection: () => socket,
      });
      socket.setTimeout(SILENT_MS, () => socket.destroy(new LineFault('network')));
      request.once('error', reject);
      request.once('response', response => {
        const pieces: Buffer[] = [];
        let bytes = 0;
        response.on('data', (piece: Buffer) => {
          bytes += piece.length;
          pieces.push(piece);
          if (bytes > MOST_BODY) response.destroy(new LineFault('not-headquarters'));
        });
        response.once('error', reject);
        response.once('end', () =>
          resolve({
            ...{
              status: response.statusCode ?? 0,
              headers: response.headers,
              atMs: dateOf(response.headers),
            },
            body: Buffer.concat(pieces).toString('utf8'),
          }),
        );
      });
      if (body) pipeline(body, request).catch((cause: unknown) => reject(cause as Error));
      else request.end();
    });
  } catch (cause) {
    if (signal.aborted || isOfFile(cause)) throw cause;
    throw lineFaultOf(cause);
  } finally {
    socket.destroy();
  }
}

/** Of the bundle that was read, not of the line it was sent on. */
const isOfFile = (cause: unknown): boolean =>
  cause instanceof Error && 'syscall' in cause && (cause.syscall === 'open' || 'path' in cause);

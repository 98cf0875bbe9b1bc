import { createServer, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import type { PrintDocuments } from '../print-documents.ts';

const resources = path.resolve(import.meta.dirname, '../../../resources');

/** As strict as the program's own protocol handler is with papers. */
const POLICY = "default-src 'none'; style-src 'self'; font-src 'self'";

export interface PrintServer {
  readonly origin: string;
  /** Answers for paths that would otherwise be read from resources/, so that a test can take a file away. */
  readonly hidden: Set<string>;
  /** Appended to the style sheet of all papers, so that a test can spoil it. */
  spoiled: string;
  readonly close: () => Promise<void>;
}

async function answer(
  pathname: string,
  server: { readonly hidden: ReadonlySet<string>; readonly spoiled: string },
  documents: PrintDocuments,
  response: ServerResponse,
): Promise<void> {
  const send = (type: string, body: string | Uint8Array, cache = 'no-store') =>
    response
      .writeHead(200, { 'content-type': type, 'content-security-policy': POLICY, 'cache-control': cache })
      .end(body);
  const published = documents.findPrintFile(pathname);
  if (published) return void send(published.type, published.body);
  if (server.hidden.has(pathname)) return void response.writeHead(404).end();
  const name = path.basename(pathname);
  if (pathname === `/fonts/${name}`)
    return void send('font/woff2', await readFile(path.join(resources, 'fonts', name)), 'max-age=86400');
  if (pathname === '/papers/paper.css') {
    const css = await readFile(path.join(resources, 'papers/paper.css'), 'utf8');
    return void send('text/css; charset=utf-8', css + server.spoiled);
  }
  response.writeHead(404).end();
}

export async function startPrintServer(documents: PrintDocuments): Promise<PrintServer> {
  const state = { hidden: new Set<string>(), spoiled: '' };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    answer(pathname, state, documents, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  });
}

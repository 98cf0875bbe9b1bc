import { mkdir, statfs } from 'node:fs/promises';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { DEFAULT_LIMITS } from '#electron/bundles/bundle.limits.ts';
import { HqFault } from '../hq.fault.ts';
import { hqFolder } from '../hq.folder.ts';
import { wasAccepted } from '../hq.receipts.ts';
import { namesIn, readKeys } from '../hq.store.ts';
import { answerHealth, answerOrders, answerReceipt, type Answer } from './answers.routes.ts';
import { officeOf } from './office.tokens.ts';
import { forgetNotTaken, UploadIntake, type IntakeOptions } from './upload.intake.ts';
import { isUploadOf, readUploadMetadata, UploadMetadata, uploadId } from './upload.metadata.ts';

export interface ReceiverOptions extends IntakeOptions {
  readonly host: string;
  readonly port: number;
  /** Without it only for a proxy on the same machine that does TLS, and for trying out. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

export interface Receiver {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const FILES = '/files';
/** Unfinished uploads of one office; more is a mistake, or somebody with its token who fills the disk. */
const MOST_UNFINISHED = 12;
const KEPT_UNFINISHED_MS = 14 * 24 * 3_600_000;
/** A disk is never filled up to its last byte: the import needs room too. */
const ROOM = 64 * 1024 * 1024;
const HEADERS_MS = 30_000;
/** One piece over a slow line. */
const REQUEST_MS = 30 * 60_000;
const SILENT_MS = 120_000;
const MOST_CONNECTIONS = 512;

const DENIED: Answer = { status: 401, body: { state: 'token' } };
const refusal = (status: number, state: string): Answer => ({ status, body: { state } });

/** The receiver of a headquarters: takes bundles in over tus 1.0, and answers what offices ask. */
export async function startReceiver(dataDir: string, options: ReceiverOptions): Promise<Receiver> {
  const keys = await readKeys(dataDir);
  const folder = hqFolder(dataDir);
  const { now = Date.now, limits = DEFAULT_LIMITS, tls } = options;
  await mkdir(folder.uploads, { recursive: true, mode: 0o700 });
  await mkdir(folder.notTaken, { recursive: true, mode: 0o700 });
  const intake = new UploadIntake(dataDir, options);
  const store = new FileStore({
    directory: folder.uploads,
    expirationPeriodInMilliseconds: KEPT_UNFINISHED_MS,
  });
  const tus = new Server({
    path: FILES,
    datastore: store,
    relativeLocation: true,
    respectForwardedHeaders: false,
    maxSize: limits.fileBytes,
    namingFunction: (_request, metadata) => uploadId(UploadMetadata.parse(metadata)),
    onUploadFinish: (_request, upload) => {
      intake.add(UploadMetadata.parse(upload.metadata));
      return Promise.resolve({});
    },
  });

  /** Undefined where tus may go on with it. */
  async function mayUpload(request: IncomingMessage, office: Office): Promise<Answer | undefined> {
    const { method, url = '' } = request;
    if (method === 'HEAD' || method === 'PATCH' || method === 'DELETE') {
      const id = decodeURIComponent(url.slice(FILES.length + 1));
      return isUploadOf(office, id) ? undefined : refusal(404, 'unknown');
    }
    if (method !== 'POST' || url !== FILES) return refusal(405, 'method');
    const metadata = readUploadMetadata(request.headers['upload-metadata'] as string | undefined);
    const length = Number(request.headers['upload-length'] ?? Number.NaN);
    if (!metadata || !Number.isSafeInteger(length) || length <= 0) return refusal(400, 'metadata');
    if (metadata.office !== office) return refusal(403, 'token');
    if (length > limits.fileBytes) return refusal(413, 'too-large');
    // It is all here already: the receipt says the rest.
    if (intake.has(metadata.bundle) || (await wasAccepted(dataDir, metadata.bundle)))
      return refusal(409, 'already-there');
    const left = (await namesIn(folder.uploads)).filter(
      name => isUploadOf(office, name) && !name.endsWith('.json'),
    );
    if (left.length >= MOST_UNFINISHED && !left.includes(uploadId(metadata))) return refusal(429, 'too-many');
    const { bavail, bsize } = await statfs(folder.uploads);
    if (bavail * bsize < length * 2 + ROOM) return refusal(507, 'full');
    await forgetNotTaken(dataDir, metadata.bundle);
    return undefined;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<Answer | undefined> {
    const url = new URL(request.url ?? '/', 'http://headquarters');
    if (url.pathname === '/health' && request.method === 'GET')
      return answerHealth(keys, url.searchParams.get('nonce'), now());
    const office = await officeOf(dataDir, request.headers.authorization);
    if (office === undefined) return DENIED;
    if (url.pathname === FILES || url.pathname.startsWith(`${FILES}/`)) {
      const refused = await mayUpload(request, office);
      if (refused) return refused;
      await tus.handle(request, response);
      return undefined;
    }
    if (request.method !== 'GET') return refusal(405, 'method');
    const [, bundle] = /^\/receipts\/([^/]+)$/.exec(url.pathname) ?? [];
    if (bundle !== undefined) return answerReceipt(dataDir, office, bundle, intake);
    if (url.pathname === '/orders') {
      if (url.searchParams.get('office') !== office) return refusal(403, 'token');
      return answerOrders(dataDir, office, url.searchParams.get('after'));
    }
    return refusal(404, 'unknown');
  }

  function listen(request: IncomingMessage, response: ServerResponse): void {
    void answer(request, response)
      .catch(() => refusal(500, 'failed'))
      .then(given => {
        if (given === undefined || response.headersSent) return;
        const retry = given.status === 429 || given.status === 507 ? { 'retry-after': '600' } : {};
        // A body that nobody reads would hold the line: it is closed after a refusal.
        const closing = given.status >= 400 ? { connection: 'close' } : {};
        response.writeHead(given.status, {
          ...{ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
          ...{ 'x-content-type-options': 'nosniff', ...retry, ...closing },
        });
        response.end(request.method === 'HEAD' ? undefined : JSON.stringify(given.body));
      });
  }

  const server = tls ? https.createServer(tls, listen) : http.createServer(listen);
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
  server.maxConnections = MOST_CONNECTIONS;
  server.setTimeout(SILENT_MS);
  await new Promise<void>((resolve, reject) => {
    server.once('error', cause => reject(new HqFault('hq/not-listening', options.host, cause)));
    server.listen(options.port, options.host, resolve);
  });
  const sweep = setInterval(() => void store.deleteExpired().catch(() => 0), 3_600_000).unref();
  await intake.findLeft();
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      clearInterval(sweep);
      const closed = new Promise(resolve => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await intake.close();
    },
  };
}

type Office = NonNullable<Awaited<ReturnType<typeof officeOf>>>;

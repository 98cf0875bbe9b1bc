import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { HeadquartersCard } from '#shared/bundle/headquarters-card.schema.ts';
import type { OfficeCode } from '#shared/core/ids.ts';
import { msOf } from '#shared/core/instant.ts';
import { readRetryAfter } from '#shared/outbox/backoff.rules.ts';
import {
  HealthAnswer,
  OrdersPage,
  ReceiptAnswer,
  readHealthReply,
} from '#shared/outbox/headquarters.answers.ts';
import { meaningOf, type StatusMeaning } from '#shared/outbox/outbox.states.ts';
import type { BundleState } from '#shared/case/office.state.ts';
import { parsePublicKey, verifyMinisign } from '../keys/minisign.ts';
import type { Route } from './dial.ts';
import { ask, type Asked, type Told } from './headquarters.request.ts';
import { LineFault } from './line.fault.ts';
import { withinMs } from './time-limit.ts';

/** The headquarters answered, but not with what was asked for. */
export class StatusFault extends Error {
  override readonly name = 'StatusFault';
  readonly meaning: StatusMeaning;
  readonly retryAfterMs: number;

  constructor({ status, headers, atMs }: Told) {
    super(`status ${status}`);
    this.meaning = meaningOf(status);
    this.retryAfterMs = readRetryAfter(headers['retry-after'], atMs ?? Date.now()) ?? 0;
  }
}

export interface Connection {
  readonly card: Pick<HeadquartersCard, 'signing_key'>;
  readonly route: Route;
  readonly token: string;
  readonly office: OfficeCode;
}

type Sent = Pick<BundleState, 'id' | 'file' | 'sha256' | 'bytes'>;

const TUS = { 'tus-resumable': '1.0.0' } as const;
/** A headquarters that is there answers within this. */
const PROBE_MS = 5_000;

const inBase64 = (text: string): string => Buffer.from(text).toString('base64');

function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined; // A page of another server.
  }
}

/** What an office asks its headquarters; tus 1.0 for sending (https://tus.io/protocols/resumable-upload). */
export class HeadquartersClient {
  private readonly connection: Connection;
  private readonly upTo: AbortSignal;

  constructor(connection: Connection, signal: AbortSignal) {
    this.connection = connection;
    this.upTo = signal;
  }

  /** Proves that the headquarters of the card is there. Resolves with its time. */
  async probe(): Promise<number> {
    const { card } = this.connection;
    const nonce = randomBytes(16).toString('hex');
    const told = await withinMs(PROBE_MS, this.upTo, signal =>
      this.ask({ method: 'GET', path: `/health?nonce=${nonce}`, signal }).catch((cause: unknown) => {
        throw signal.aborted && !this.upTo.aborted ? new LineFault('network', cause) : cause;
      }),
    );
    if (told.status >= 500) throw new LineFault('server');
    const answer = HealthAnswer.safeParse(json(told.body));
    const key = parsePublicKey(card.signing_key);
    if (told.status !== 200 || !answer.success || !key.ok) throw new LineFault('not-headquarters');
    const { reply, minisig } = answer.data;
    const signed = await verifyMinisign(key.value, Buffer.from(reply), minisig);
    const health = readHealthReply(reply);
    if (!signed.ok || health?.nonce !== nonce) throw new LineFault('not-headquarters');
    return msOf(health.at);
  }

  async receipt(bundle: string): Promise<ReceiptAnswer> {
    const told = await this.ask({ method: 'GET', path: `/receipts/${bundle}`, signal: this.upTo });
    const answer = ReceiptAnswer.safeParse(json(told.body));
    if (answer.success && [200, 202, 404, 422].includes(told.status)) return answer.data;
    if (told.status === 404) return { state: 'unknown' };
    throw new StatusFault(told.status === 200 ? { ...told, status: 0 } : told);
  }

  /** Orders after the one that is known; all of them where none is. */
  async orders(after: string | undefined): Promise<OrdersPage> {
    const asked = new URLSearchParams({ office: this.connection.office, after: after ?? '' });
    const told = await this.ask({ method: 'GET', path: `/orders?${asked}`, signal: this.upTo });
    const page = OrdersPage.safeParse(json(told.body));
    if (told.status === 200 && page.success) return page.data;
    throw new StatusFault(told.status === 200 ? { ...told, status: 0 } : told);
  }

  /** Announces a bundle. Resolves with the path it goes to; undefined where the headquarters has it already. */
  async create({ id, file, sha256, bytes }: Sent): Promise<string | undefined> {
    const { office, route } = this.connection;
    const metadata = { filename: file, bundle: id, office, sha256 };
    const told = await this.ask({
      ...{ method: 'POST', path: '/files', signal: this.upTo },
      headers: {
        ...TUS,
        'upload-length': bytes,
        'upload-metadata': Object.entries(metadata)
          .map(([key, value]) => `${key} ${inBase64(value)}`)
          .join(','),
      },
    });
    if (told.status === 409) return undefined;
    const { location } = told.headers;
    if (told.status !== 201 || location === undefined)
      throw new StatusFault(told.status === 201 ? { ...told, status: 0 } : told);
    const url = URL.canParse(location, route.address.href)
      ? new URL(location, route.address.href)
      : undefined;
    if (url?.origin !== route.address.origin) throw new LineFault('not-headquarters');
    return url.pathname + url.search;
  }

  /** How much the headquarters has. */
  async offset(upload: string): Promise<number> {
    const told = await this.ask({ method: 'HEAD', path: upload, headers: TUS, signal: this.upTo });
    if (told.status !== 200 && told.status !== 204) throw new StatusFault(told);
    return readOffset(told);
  }

  /** Sends one piece. Resolves with how much the headquarters has then. */
  async send(upload: string, file: string, start: number, bytes: number): Promise<number> {
    const told = await this.ask({
      ...{ method: 'PATCH', path: upload, signal: this.upTo },
      headers: {
        ...TUS,
        ...{ 'upload-offset': start, 'content-type': 'application/offset+octet-stream' },
        'content-length': bytes,
      },
      body: createReadStream(file, { start, end: start + bytes - 1 }),
    });
    if (told.status !== 204) throw new StatusFault(told);
    return readOffset(told);
  }

  private ask(asked: Asked): Promise<Told> {
    const { route, token } = this.connection;
    // Whoever answers a probe is not known yet, and gets no token.
    const proof = asked.path.startsWith('/health') ? {} : { authorization: `Bearer ${token}` };
    return ask(route, { ...asked, headers: { ...asked.headers, ...proof } });
  }
}

function readOffset(told: Told): number {
  const offset = told.headers['upload-offset'];
  if (typeof offset !== 'string' || !/^\d{1,15}$/.test(offset)) throw new StatusFault({ ...told, status: 0 });
  return Number(offset);
}

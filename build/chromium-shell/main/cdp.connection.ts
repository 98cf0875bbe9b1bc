import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Commands, Events } from './cdp.protocol.ts';

type Params<Name extends keyof Commands> = Commands[Name] extends { params: infer P } ? [params: P] : [];
type Result<Name extends keyof Commands> = Commands[Name] extends { result: infer R } ? R : object;
type Waiting = {
  readonly method: string;
  readonly resolve: (result: never) => void;
  readonly reject: (e: Error) => void;
};
type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: object;
  readonly sessionId?: string;
  readonly result?: object;
  readonly error?: { readonly message: string; readonly data?: string };
};

/** One target of the browser, or the browser itself. */
export class CdpSession {
  private readonly events = new EventEmitter().setMaxListeners(0);
  private readonly connection: CdpConnection;
  readonly id: string | undefined;

  constructor(connection: CdpConnection, id: string | undefined) {
    this.connection = connection;
    this.id = id;
  }

  send<Name extends keyof Commands>(method: Name, ...[params]: Params<Name>): Promise<Result<Name>> {
    return this.connection.send(method, params ?? {}, this.id) as Promise<Result<Name>>;
  }

  on<Name extends keyof Events>(event: Name, listener: (params: Events[Name]) => void): void {
    this.events.on(event, listener);
  }

  deliver(event: string, params: object): void {
    this.events.emit(event, params);
  }
}

/** The DevTools protocol over the two pipes of `--remote-debugging-pipe`: JSON ended by a zero byte. */
export class CdpConnection {
  readonly browser = new CdpSession(this, undefined);
  private readonly sessions = new Map<string, CdpSession>();
  private readonly waiting = new Map<number, Waiting>();
  private readonly output: Writable;
  private lastId = 0;
  private closed = false;
  private parts: Buffer[] = [];

  constructor(output: Writable, input: Readable) {
    this.output = output;
    input.on('data', (bytes: Buffer) => this.read(bytes));
    for (const event of ['end', 'close', 'error']) input.on(event, () => this.end());
    output.on('error', () => this.end());
  }

  session(id: string): CdpSession {
    const session = this.sessions.get(id) ?? new CdpSession(this, id);
    this.sessions.set(id, session);
    return session;
  }

  send(method: string, params: object, sessionId: string | undefined): Promise<object> {
    if (this.closed) return Promise.reject(new Error(`${method}: the browser is closed`));
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { method, resolve, reject });
      this.output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  private read(bytes: Buffer): void {
    let start = 0;
    for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, start)) {
      const text = Buffer.concat([...this.parts, bytes.subarray(start, end)]).toString('utf8');
      this.parts = [];
      start = end + 1;
      this.dispatch(JSON.parse(text) as Message);
    }
    if (start < bytes.length) this.parts.push(bytes.subarray(start));
  }

  private dispatch(message: Message): void {
    if (message.id === undefined) {
      const session = message.sessionId === undefined ? this.browser : this.session(message.sessionId);
      session.deliver(message.method ?? '', message.params ?? {});
      return;
    }
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (!waiting) return;
    const { error } = message;
    if (error) waiting.reject(new Error(`${waiting.method}: ${error.message} ${error.data ?? ''}`.trim()));
    else waiting.resolve((message.result ?? {}) as never);
  }

  private end(): void {
    if (this.closed) return;
    this.closed = true;
    for (const { method, reject } of this.waiting.values())
      reject(new Error(`${method}: the browser is closed`));
    this.waiting.clear();
  }
}

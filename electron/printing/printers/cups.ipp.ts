import { existsSync } from 'node:fs';
import { request as httpRequest, type RequestOptions } from 'node:http';
import { userInfo } from 'node:os';
import { CONSTANTS, request, response, type IppAttribute, type IppRequest } from 'ipp-encoder';

/*
 * `lpstat` does not tell a job that was printed from one that was cancelled or given up, so the scheduler is asked
 * itself (RFC 8011, Internet Printing Protocol, over its own socket).
 */

const SOCKETS = ['/run/cups/cups.sock', '/var/run/cups/cups.sock', '/private/var/run/cupsd'];

/** As the programs of CUPS find it: the path of a socket, or a host with its port. */
export const cupsServer = (): string =>
  process.env['CUPS_SERVER'] ?? SOCKETS.find(each => existsSync(each)) ?? 'localhost:631';

function placeOf(server: string): RequestOptions {
  if (server.startsWith('/')) return { socketPath: server };
  const [, host = server, port = '631'] = /^(.+?)(?::(\d+))?(?:\/.*)?$/.exec(server) ?? [];
  return { host, port };
}

export type IppAnswer = ReadonlyMap<string, readonly unknown[]>;

const text = (tag: number, name: string, value: unknown): IppAttribute => ({ tag, name, value });

function encoded(operationId: number, uri: IppAttribute, wanted: readonly string[]): Buffer {
  const asked: IppRequest = {
    operationId,
    requestId: 1,
    groups: [
      {
        tag: CONSTANTS.OPERATION_ATTRIBUTES_TAG,
        attributes: [
          text(CONSTANTS.CHARSET, 'attributes-charset', 'utf-8'),
          text(CONSTANTS.NATURAL_LANG, 'attributes-natural-language', 'en'),
          uri,
          text(CONSTANTS.NAME_WITHOUT_LANG, 'requesting-user-name', userInfo().username),
          text(CONSTANTS.KEYWORD, 'requested-attributes', wanted),
        ],
      },
    ],
  };
  return request.encode(asked, Buffer.alloc(request.encodingLength(asked)));
}

function post(server: string, body: Buffer, timeoutMs: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/ipp', 'content-length': body.length, host: 'localhost' };
    const sent = httpRequest(
      { ...placeOf(server), path: '/', method: 'POST', headers, timeout: timeoutMs },
      answer => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () =>
          answer.statusCode === 200
            ? resolve(Buffer.concat(parts))
            : reject(new Error(`the scheduler answered ${answer.statusCode ?? 'nothing'}`)),
        );
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('the scheduler does not answer')));
    sent.on('error', reject);
    sent.end(body);
  });
}

async function ask(server: string, body: Buffer, timeoutMs: number): Promise<IppAnswer | undefined> {
  try {
    const { statusCode, groups } = response.decode(await post(server, body, timeoutMs));
    // Successful answers are below 0x0100.
    if (statusCode < 0 || statusCode >= 0x100) return undefined;
    const attributes = groups.flatMap(group => group.attributes);
    return new Map(attributes.map(({ name, value }) => [name, Array.isArray(value) ? value : [value]]));
  } catch {
    return undefined; // Whoever asks treats it as not known.
  }
}

/** undefined where the scheduler does not answer, or knows the job no more. */
export const jobAttributes = (
  server: string,
  job: number,
  timeoutMs: number,
): Promise<IppAnswer | undefined> =>
  ask(
    server,
    encoded(CONSTANTS.GET_JOB_ATTRIBUTES, text(CONSTANTS.URI, 'job-uri', `ipp://localhost/jobs/${job}`), [
      'job-state',
      'job-state-reasons',
      'job-printer-state-message',
    ]),
    timeoutMs,
  );

export const printerAttributes = (
  server: string,
  printer: string,
  timeoutMs: number,
): Promise<IppAnswer | undefined> =>
  ask(
    server,
    encoded(
      CONSTANTS.GET_PRINTER_ATTRIBUTES,
      text(CONSTANTS.URI, 'printer-uri', `ipp://localhost/printers/${encodeURIComponent(printer)}`),
      ['printer-state', 'printer-state-reasons', 'printer-state-message'],
    ),
    timeoutMs,
  );

import { readFile } from 'node:fs/promises';
import { err, type Result } from '#shared/core/result.ts';
import { isSystemError } from '#electron/files/storage-error.ts';
import { HqFault, hqRefusing } from '../hq.fault.ts';
import type { ImportResult } from '../hq.import.ts';
import type { HeadquartersRefusal } from '../hq.refusals.ts';
import { startReceiver, type Receiver } from './receiver.ts';

export interface ServeOptions {
  /** `HOST:PORT`, also `[::1]:8443`. */
  readonly listen: string;
  readonly tlsKey?: string | undefined;
  readonly tlsCert?: string | undefined;
  readonly onResult: (file: string, result: ImportResult) => void;
}

const LISTEN = /^(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9.-]+)):(\d{1,5})$/;

async function readPem(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw isSystemError(cause) ? new HqFault('hq/bad-certificate', file, cause) : cause;
  }
}

/** Starts the receiver as the command line asks for it. */
export function serve(
  dataDir: string,
  { listen, tlsKey, tlsCert, onResult }: ServeOptions,
): Promise<Result<Receiver, HeadquartersRefusal>> {
  const [, six, four, port] = LISTEN.exec(listen) ?? [];
  const host = six ?? four;
  if (host === undefined || Number(port) > 65_535)
    return Promise.resolve(err({ code: 'hq/not-listening', detail: listen }));
  return hqRefusing(async () => {
    const plain = { host, port: Number(port), onResult };
    if (tlsKey === undefined && tlsCert === undefined) return startReceiver(dataDir, plain);
    if (tlsKey === undefined || tlsCert === undefined) throw new HqFault('hq/bad-certificate');
    const tls = { key: await readPem(tlsKey), cert: await readPem(tlsCert) };
    try {
      return await startReceiver(dataDir, { ...plain, tls });
    } catch (cause) {
      // What OpenSSL says of a certificate it cannot use.
      if (
        cause instanceof Error &&
        /^ERR_OSSL|^ERR_TLS|^ERR_INVALID/.test(String((cause as { code?: unknown }).code))
      )
        throw new HqFault('hq/bad-certificate', tlsCert, cause);
      throw cause;
    }
  });
}

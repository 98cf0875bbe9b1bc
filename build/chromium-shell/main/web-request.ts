import type {
  OnBeforeRequestListenerDetails,
  OnHeadersReceivedListenerDetails,
  WebRequest as Electron,
} from 'electron';
import { guarded } from './guard.ts';

type Filter = { readonly urls?: readonly string[] };
type BeforeRequest = (
  details: OnBeforeRequestListenerDetails,
  answer: (response: { cancel?: boolean }) => void,
) => void;
type HeadersReceived = (
  details: OnHeadersReceivedListenerDetails,
  answer: (response: HeadersAnswer) => void,
) => void;
type HeadersAnswer = { cancel?: boolean; responseHeaders?: Record<string, string | string[]> };
type Registered<Listener> = { readonly matches: (url: string) => boolean; readonly listener: Listener };

/** Sees the requests of the program's own schemes; no other request ever leaves Chromium. */
export type WebRequest = {
  readonly api: Pick<Electron, 'onBeforeRequest' | 'onHeadersReceived'>;
  readonly isAllowed: (url: string, method: string) => Promise<boolean>;
  readonly headers: (url: string, method: string, headers: Headers) => Promise<Headers | undefined>;
};

export function createWebRequest(): WebRequest {
  let before: Registered<BeforeRequest> | undefined;
  let received: Registered<HeadersReceived> | undefined;
  return {
    api: guarded('session.webRequest', {
      onBeforeRequest: (...args: unknown[]) => void (before = register(args)),
      onHeadersReceived: (...args: unknown[]) => void (received = register(args)),
    }),
    isAllowed(url, method) {
      const registered = before?.matches(url) ? before.listener : undefined;
      if (!registered) return Promise.resolve(true);
      return new Promise(resolve => {
        registered({ url, method, resourceType: 'other' } as OnBeforeRequestListenerDetails, response => {
          resolve(response.cancel !== true);
        });
      });
    },
    headers(url, method, headers) {
      const registered = received?.matches(url) ? received.listener : undefined;
      if (!registered) return Promise.resolve(headers);
      const responseHeaders = Object.fromEntries([...headers].map(([name, value]) => [name, [value]]));
      return new Promise(resolve => {
        registered(
          { url, method, responseHeaders } as unknown as OnHeadersReceivedListenerDetails,
          response => {
            resolve(
              response.cancel === true ? undefined : toHeaders(response.responseHeaders ?? responseHeaders),
            );
          },
        );
      });
    },
  };
}

/** Either `(listener)` or `(filter, listener)`; null takes the listener away. */
function register<Listener>(args: readonly unknown[]): Registered<Listener> | undefined {
  const listener = args.at(-1) as Listener | null;
  const filter = args.length > 1 ? (args[0] as Filter) : {};
  if (listener === null) return undefined;
  const patterns = filter.urls?.map(toExpression);
  return { listener, matches: url => !patterns?.length || patterns.some(pattern => pattern.test(url)) };
}

function toExpression(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^/;
  return new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
}

function toHeaders(given: Record<string, string | string[]>): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(given)) {
    for (const value of [values].flat()) headers.append(name, value);
  }
  return headers;
}

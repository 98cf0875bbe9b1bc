import { describe, expect, it } from 'vitest';
import { createWebRequest } from './web-request.ts';

describe('the requests of the program', () => {
  it('are all allowed when nobody listens', async () => {
    const requests = createWebRequest();
    expect(await requests.isAllowed('app://desk/', 'GET')).toBe(true);
  });

  it('are cancelled by the listener that is asked about them', async () => {
    const requests = createWebRequest();
    requests.api.onBeforeRequest({ urls: ['app://desk/secret/*'] }, (_details, answer) => {
      answer({ cancel: true });
    });
    expect(await requests.isAllowed('app://desk/secret/a', 'GET')).toBe(false);
    expect(await requests.isAllowed('app://desk/open', 'GET')).toBe(true);
    requests.api.onBeforeRequest(null);
    expect(await requests.isAllowed('app://desk/secret/a', 'GET')).toBe(true);
  });

  it('are told which they are', async () => {
    const requests = createWebRequest();
    const seen: string[] = [];
    requests.api.onBeforeRequest((details, answer) => {
      seen.push(`${details.method} ${details.url}`);
      answer({});
    });
    await requests.isAllowed('app://desk/a', 'POST');
    expect(seen).toStrictEqual(['POST app://desk/a']);
  });

  it('get the headers that the listener gives them', async () => {
    const requests = createWebRequest();
    requests.api.onHeadersReceived((details, answer) => {
      answer({ responseHeaders: { ...details.responseHeaders, 'x-added': ['1', '2'] } });
    });
    const headers = await requests.headers('app://desk/', 'GET', new Headers({ 'x-own': 'kept' }));
    expect(Object.fromEntries(headers ?? [])).toStrictEqual({ 'x-added': '1, 2', 'x-own': 'kept' });
  });
});

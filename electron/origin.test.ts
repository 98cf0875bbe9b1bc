import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  APP_HOST,
  APP_ORIGIN,
  APP_SCHEME,
  isOwnUrl,
  PAPER_CSP,
  policyFor,
  SCAN_WORKER_CSP,
  WINDOW_CSP,
} from './origin.ts';

const directives = (policy: string): ReadonlyMap<string, string> =>
  new Map(
    policy.split('; ').map(directive => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')];
    }),
  );

describe('the origin of the program', () => {
  it('is app://desk for ever, because the data of every office belong to it', () => {
    expect(APP_SCHEME).toBe('app');
    expect(APP_HOST).toBe('desk');
    expect(APP_ORIGIN).toBe('app://desk');
  });

  it.each(['app://desk', 'app://desk/', 'app://desk/index.html', 'app://desk/print/1/paper.html?a#b'])(
    'is recognized in %s',
    url => {
      expect(isOwnUrl(url)).toBe(true);
    },
  );

  it.each([
    '',
    'desk',
    '/index.html',
    'about:blank',
    'about:srcdoc',
    'app:',
    'app:desk',
    'app:/desk/index.html',
    'app:///index.html',
    'app://desk.evil/',
    'app://evil.desk/',
    'app://desk@evil/',
    'app://evil@desk/',
    'app://evil:word@desk/',
    'app://desk:1/',
    'app://desk%2eevil/',
    'app://des/',
    'app://desk。evil/',
    'apps://desk/',
    'xapp://desk/',
    'app.desk://desk/',
    'http://desk/',
    'https://desk/',
    'http://app//desk/',
    'https://example.org/app://desk/',
    'https://example.org/?app://desk/',
    'file:///app://desk/index.html',
    'data:text/html,app://desk/',
    'javascript:app://desk/',
    'blob:app://desk/3f2c7a52-0000-4000-8000-000000000000',
    'view-source:app://desk/index.html',
    'filesystem:app://desk/temporary/x.html',
  ])('is not mistaken for %s', url => {
    expect(isOwnUrl(url)).toBe(false);
  });

  it('is asked about any text without an exception, and has only its own host', () => {
    const host = fc.string({ maxLength: 8 }).filter(text => !/^desk(?:[/?#]|$)|^@|[\t\n\r]/.test(text));
    fc.assert(
      fc.property(fc.string(), host, (text, other) => {
        expect(isOwnUrl(text)).toBe(false);
        expect(isOwnUrl(`app://${other}`)).toBe(false);
      }),
    );
  });
});

describe('the policy of the window', () => {
  it('forbids by default and names every exception', () => {
    expect(Object.fromEntries(directives(WINDOW_CSP))).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' blob: data:",
      'media-src': 'blob:',
      'font-src': "'self'",
      'connect-src': "'self'",
      'worker-src': "'self'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
      'object-src': "'none'",
      'trusted-types': 'own-worker',
      'require-trusted-types-for': "'script'",
    });
  });

  it('stands in the page too, as far as a page may say it', async () => {
    const html = await readFile(path.resolve(import.meta.dirname, '../renderer/index.html'), 'utf8');
    const inPage = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1] ?? '';
    const inHeader = new Map(directives(WINDOW_CSP));
    inHeader.delete('frame-ancestors');
    expect(Object.fromEntries(directives(inPage))).toEqual(Object.fromEntries(inHeader));
  });
});

describe('the policy of the worker that reads scans', () => {
  it('allows WebAssembly and the files of the program, and nothing else', () => {
    expect(Object.fromEntries(directives(SCAN_WORKER_CSP))).toEqual({
      'default-src': "'none'",
      'script-src': "'self' 'wasm-unsafe-eval'",
      'connect-src': "'self'",
    });
  });

  it('is that of no other file', () => {
    expect(policyFor('/assets/scan.worker-B1_x-9.js')).toBe(SCAN_WORKER_CSP);
    for (const pathname of [
      ...['/', '/index.html', '/assets/index-B1x9.js', '/assets/scan.worker.js', '/scan.worker-B1x9.js'],
      ...['/assets/x/scan.worker-B1x9.js', '/assets/scan.worker-B1x9.js.html', '/assets/scan.worker-B1x9xjs'],
    ])
      expect(policyFor(pathname)).toBe(WINDOW_CSP);
  });
});

describe('the policy of papers', () => {
  it('forbids every script and every connection', () => {
    expect(Object.fromEntries(directives(PAPER_CSP))).toEqual({
      'default-src': "'none'",
      'style-src': "'self'",
      'font-src': "'self'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
    });
  });
});

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Session } from 'electron';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fileFor, handleAppProtocol, registerAppScheme, type AppFolders } from './app-protocol.ts';
import { PAPER_CSP, WINDOW_CSP } from './origin.ts';
import { makePrintDocuments } from './printing/print-documents.ts';

const electron = vi.hoisted(() => ({ registerSchemesAsPrivileged: vi.fn<(schemes: unknown) => void>() }));
vi.mock('electron', () => ({ protocol: electron }));

const folders: AppFolders = {
  renderer: path.resolve('/opt/desk/renderer'),
  resources: path.resolve('/opt/res'),
};
const inRenderer = (...names: string[]): string => path.join(folders.renderer, ...names);

const TRAVERSALS = [
  '/../../etc/passwd.json',
  '/%2e%2e/%2e%2e/x.json',
  '/%2e%2e%2fx.json',
  '/..%2f..%2fx.json',
  '/assets/..%2f..%2fx.json',
  '/%2e%2e%5cx.json',
  '/..%5c..%5cx.json',
  '/..\\..\\x.json',
  '/C:/x.json',
  '/C%3a%5cx.json',
  '/fonts/..%2f..%2fx.json',
  '/papers/%2e%2e%2f%2e%2e%2fx.css',
  '/index.html%00.js',
  '/%00',
  '/%',
  '/%zz.html',
  '/%c0%ae%c0%ae/x.html',
  '/.',
  '/..',
  '/..%2f',
  '//',
  `/${'a'.repeat(300)}.html`,
  `/${'%61'.repeat(300)}.html`,
  '',
];

describe('a path of the origin', () => {
  it('names a file of the window', () => {
    expect(fileFor('/', folders)).toBe(inRenderer('index.html'));
    expect(fileFor('/index.html', folders)).toBe(inRenderer('index.html'));
    expect(fileFor('/assets/index-1.js', folders)).toBe(inRenderer('assets', 'index-1.js'));
    expect(fileFor('/%E7%BA%B8.svg', folders)).toBe(inRenderer('纸.svg'));
    expect(fileFor('//etc/x.json', folders)).toBe(inRenderer('etc', 'x.json'));
  });

  it('names a font or the sheet of papers among the resources', () => {
    expect(fileFor('/fonts/a.woff2', folders)).toBe(path.join(folders.resources, 'fonts', 'a.woff2'));
    expect(fileFor('/papers/paper.css', folders)).toBe(path.join(folders.resources, 'papers', 'paper.css'));
  });

  it.each(TRAVERSALS)('names nothing outside: “%s”', pathname => {
    expect(fileFor(pathname, folders)).toBeUndefined();
  });

  it.each([
    '/fonts/..%2fprocedures/x.json',
    '/papers/%2e%2e%2fsamples/x.json',
    '/fonts',
    '/fonts/',
    '/papers',
  ])('names nothing among the other resources: “%s”', pathname => {
    expect(fileFor(pathname, folders)).toBeUndefined();
  });

  it.each([
    '/main.ts',
    '/x',
    '/x.exe',
    '/x.html.map',
    '/.html',
    '/assets/',
    '/x.yaml',
    '/x.HTML',
    '/fonts/OFL.txt',
  ])('names nothing of a kind that the window does not need: “%s”', pathname => {
    expect(fileFor(pathname, folders)).toBeUndefined();
  });

  it('never leads out of its folder, whatever is written in it', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '/',
        '\\',
        '%2e',
        '%2f',
        '%5c',
        '%00',
        ':',
        '//',
        'fonts',
        'papers',
        'a.js',
        '%',
      ),
      fc.string({ maxLength: 5 }),
    );
    const roots = [folders.renderer, `${folders.resources}/fonts`, `${folders.resources}/papers`];
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const file = fileFor(`/${pieces.join('')}`, folders);
        if (file !== undefined)
          expect(roots.some(root => file.startsWith(path.normalize(root) + path.sep))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the scheme', () => {
  it('has the privileges it needs and no other', () => {
    registerAppScheme();
    expect(electron.registerSchemesAsPrivileged).toHaveBeenCalledExactlyOnceWith([
      {
        scheme: 'app',
        privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
      },
    ]);
  });
});

type Answer = (request: Request) => Promise<Response>;

describe('an answer of the scheme', () => {
  const papers = makePrintDocuments();
  let answer: Answer = () => Promise.reject(new Error('not handled'));
  const ask = (url: string, init?: RequestInit): Promise<Response> => answer(new Request(url, init));

  let root = '';

  beforeAll(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'phoenix-desk-test-'));
    const here: AppFolders = {
      renderer: path.join(root, 'renderer'),
      resources: path.join(root, 'resources'),
    };
    const files: readonly (readonly [string, string])[] = [
      ['renderer/index.html', '<!doctype html>'],
      ['renderer/assets/a.js', '1'],
      ['renderer/assets/b.mjs', '1'],
      ['renderer/assets/c.css', ''],
      ['renderer/assets/d.wasm', ''],
      ['renderer/assets/e.svg', ''],
      ['resources/fonts/f.woff2', ''],
      ['resources/papers/paper.css', ''],
      ['secret.json', '{}'],
      ['resources/procedures/secret.json', '{}'],
    ];
    for (const [name, text] of files) {
      await mkdir(path.dirname(path.join(root, name)), { recursive: true });
      await writeFile(path.join(root, name), text);
    }
    await mkdir(path.join(root, 'renderer/folder.html'));
    const handle = (scheme: string, handler: Answer): void => {
      expect(scheme).toBe('app');
      answer = handler;
    };
    handleAppProtocol({ protocol: { handle } } as unknown as Session, here, papers);
  });

  afterAll(() => rm(root, { recursive: true, force: true }));

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html?x=1#y', 'text/html; charset=utf-8'],
    ['/assets/a.js', 'text/javascript; charset=utf-8'],
    ['/assets/b.mjs', 'text/javascript; charset=utf-8'],
    ['/assets/c.css', 'text/css; charset=utf-8'],
    ['/assets/d.wasm', 'application/wasm'],
    ['/assets/e.svg', 'image/svg+xml'],
    ['/fonts/f.woff2', 'font/woff2'],
    ['/papers/paper.css', 'text/css; charset=utf-8'],
  ])('is the file of %s, with its type and the policy of the window', async (pathname, type) => {
    const response = await ask(`app://desk${pathname}`);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': type,
      'content-security-policy': WINDOW_CSP,
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    });
  });

  it.each([
    ...TRAVERSALS.filter(pathname => pathname.startsWith('/') && pathname !== '/.' && pathname !== '/..'),
    '/%2e%2e%2fsecret.json',
    '/fonts/..%2f..%2fsecret.json',
    '/fonts/..%2fprocedures/secret.json',
    '/procedures/secret.json',
    '/missing.html',
    '/folder.html',
    '/print/00000000-0000-4000-8000-000000000000/paper.html',
  ])('is 404 and guarded all the same for “%s”', async pathname => {
    const response = await ask(`app://desk${pathname}`);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toBe(PAPER_CSP);
  });

  it.each([
    'app://desk.evil/index.html',
    'app://evil/index.html',
    'app://desk:1/index.html',
    'app:index.html',
  ])('is 404 for another host: %s', async url => {
    expect((await ask(url)).status).toBe(404);
  });

  it('is 404 for a method that would change something', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      expect((await ask('app://desk/index.html', { method })).status).toBe(404);
    expect((await ask('app://desk/index.html', { method: 'HEAD' })).status).toBe(200);
  });

  it('is a paper with its stricter policy until it is disposed of', async () => {
    const paper = papers.publish({ html: '<p>样本</p>', css: '' });
    const response = await ask(`app://desk${paper.url}`);
    expect(await response.text()).toBe('<p>样本</p>');
    expect(response.headers.get('content-security-policy')).toBe(PAPER_CSP);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    paper.dispose();
    expect((await ask(`app://desk${paper.url}`)).status).toBe(404);
  });
});
